import { roundedAmount } from '../../facts/amount-text.ts';
import { moneyIn } from '../../facts/money.ts';
import type { Plan, PlanEstimate } from '../../plan/plan.ts';

/** Dollars in the currency of the plan's workload. */
export const money = (dollars: number, plan: Pick<Plan, 'workload'> | undefined): string =>
	moneyIn(plan?.workload ?? {})(dollars);
export const time = (seconds: number): string => (seconds === 0 ? 'at once' : roundedAmount('seconds', seconds));
/** A time that may not be known. */
export const untilText = (seconds: number | undefined): string => (seconds === undefined ? 'unknown' : time(seconds));
export const count = (n: number, what: string): string => `${n.toLocaleString('en')} ${what}${n === 1 ? '' : 's'}`;

/** An estimate as short phrases, in the order in which they are asked for; what is unknown is left out. */
export function estimatePhrases(
	{ lead, complete, freshness, once, monthly, effortOnce }: PlanEstimate,
	plan: Pick<Plan, 'workload'> | undefined,
): readonly string[] {
	const phrases = [
		monthly === undefined ? undefined : `${money(monthly, plan)} a month`,
		once === undefined || once === 0 ? undefined : `${money(once, plan)} once`,
		complete === undefined ? undefined : `history there: ${time(complete)}`,
		freshness === undefined ? undefined : freshness === 0 ? 'always fresh' : `then ${time(freshness)} old`,
		lead === undefined || lead === 0 ? undefined : `${time(lead)} until it can start`,
		effortOnce === undefined || effortOnce === 0 ? undefined : `${roundedAmount('hours', effortOnce)} of work`,
	];
	return phrases.filter((phrase) => phrase !== undefined);
}
