import type { Answers } from '../estate/answers.ts';
import type { Event } from './event.ts';
import type { Weighed } from './over.ts';
import type { Ui } from './state.ts';

/** What was worked out already of the plan as it stands; undefined where nothing was. */
export const effectsOf = ({ planned, weighed }: Ui): Weighed['effects'] | undefined =>
	weighed?.of === planned?.documents ? weighed?.effects : undefined;

/** The answers of a variant that is in view and was not worked out yet. */
export function unweighed(ui: Ui): Answers | undefined {
	const { over, session, planned, planner } = ui;
	if (over?.kind !== 'variants' || !planned || !planner) return undefined;
	const known = effectsOf(ui);
	return Object.values(session?.variants ?? {}).find((answers) => !known?.has(answers));
}

/** The state with what a variant would make of the plan. */
export function withWeighed(ui: Ui, { of, answers, effect }: Extract<Event, { type: 'weighed' }>): Ui {
	const before = ui.weighed?.of === of ? ui.weighed.effects : [];
	return { ...ui, weighed: { of, effects: new Map([...before, [answers, effect]]) } };
}
