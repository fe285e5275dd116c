import type { Advice } from './advice.ts';
import type { ExplainedFlow } from './explaining/explained-flow.ts';
import type { Ground } from './ground/ground.ts';
import type { Choices } from './routing/forced.ts';
import type { PlannedPlace } from './routing/plan-places.ts';

/** What advice is given on. */
export interface Laid {
	readonly ground: Ground;
	readonly choices: Choices;
	readonly places: readonly PlannedPlace[];
	/** Its flows, if somebody read them. */
	readonly explained?: () => readonly ExplainedFlow[] | undefined;
}

/** The same for advice that was given, for as long as somebody holds it. */
const laid = new WeakMap<Advice, Laid>();

export const laidFor = (advice: Advice): Laid | undefined => laid.get(advice);

export function keepLaid(advice: Advice, on: Laid): void {
	laid.set(advice, on);
}
