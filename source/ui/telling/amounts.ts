import { roundedAmount } from '../../facts/amount-text.ts';
import type { PlanEstimate } from '../../plan/plan.ts';

export const money = (dollars: number): string => roundedAmount('dollars', dollars);
export const time = (seconds: number): string => (seconds === 0 ? 'at once' : roundedAmount('seconds', seconds));
export const count = (n: number, what: string): string => `${n.toLocaleString('en')} ${what}${n === 1 ? '' : 's'}`;

/** An estimate as short phrases, in the order in which they are asked for; what is unknown is left out. */
export function estimatePhrases({
	lead,
	complete,
	freshness,
	once,
	monthly,
	effortOnce,
}: PlanEstimate): readonly string[] {
	const phrases = [
		monthly === undefined ? undefined : `${money(monthly)} a month`,
		once === undefined || once === 0 ? undefined : `${money(once)} once`,
		complete === undefined ? undefined : `history there: ${time(complete)}`,
		freshness === undefined ? undefined : freshness === 0 ? 'always fresh' : `then ${time(freshness)} old`,
		lead === undefined || lead === 0 ? undefined : `${time(lead)} until it can start`,
		effortOnce === undefined || effortOnce === 0 ? undefined : `${roundedAmount('hours', effortOnce)} of work`,
	];
	return phrases.filter((phrase) => phrase !== undefined);
}
