import { roundedAmount } from '../facts/amount-text.ts';
import { factTitle, factValue } from '../facts/fact-text.ts';
import type { Plan, PlanKnown } from '../plan/plan.ts';

/** The title of anything that stands in the plan, by its id; the id itself if the plan gives none. */
export const titleOf = ({ names }: Plan, id: string): string =>
	(Object.hasOwn(names, id) ? names[id] : undefined) ?? id;

/** Titles in order of travel: `AWS Site-to-Site VPN → AWS DataSync`. */
export const routeOf = (plan: Plan, services: readonly string[]): string =>
	services.map((service) => titleOf(plan, service)).join(' → ');

/** `Volume 2 TB`, with a note where nobody confirmed it. */
export const toldFact = ([key, { value, from, by }]: readonly [string, PlanKnown]): string => {
	const who = by === undefined ? '' : from === 'assumed' ? `, ${by} is not sure` : ` (${by})`;
	return `${factTitle(key)}: ${factValue(key, value)}${from === 'assumed' ? ` (assumed${who})` : who}`;
};

const day = 86_400;

/** A length of time for reading: `5 min`, `3 h`, `42 days`; a dash where nobody knows. */
export function duration(seconds: number | undefined): string {
	if (seconds === undefined) return '–';
	if (seconds < 2 * day) return roundedAmount('seconds', seconds);
	return `${Number((seconds / day).toPrecision(2))} days`;
}
