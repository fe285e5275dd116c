import { roundedAmount } from '../facts/amount-text.ts';
import type { Unit, Vocabulary } from '../facts/fact.ts';
import { facts as ownFacts } from '../facts/index.ts';
import { moneyIn } from '../facts/money.ts';
import { printValue } from '../facts/quantity-text.ts';
import { duration } from '../plan/amounts.ts';
import type { Plan, PlanEstimate, PlanKnown } from '../plan/plan.ts';

const vocabulary: Vocabulary = ownFacts;

/** A value of a fact as people write it. */
export function writtenFact(fact: string, value: PlanKnown['value'], forms: Vocabulary = vocabulary): string {
	const form = Object.hasOwn(forms, fact) ? forms[fact] : undefined;
	return form ? printValue(form, value) : String(value);
}

/** An amount in its unit, rounded to three digits: `2 TB`, `9.73 GB/day`. */
export const written = (unit: Unit, value: number): string => roundedAmount(unit, value);

/** How a plan writes amounts of dollars: in the currency of its workload. */
export const dollarsIn = ({ workload }: Pick<Plan, 'workload'>): ((dollars: number) => string) => moneyIn(workload);

/** `a`, `a and b`, `a, b and 3 more`. */
export function named(titles: readonly string[], shown: number): string {
	if (titles.length > shown) return `${titles.slice(0, shown).join(', ')} and ${titles.length - shown} more`;
	return titles.length < 2 ? titles.join('') : `${titles.slice(0, -1).join(', ')} and ${titles.at(-1)}`;
}

export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** Title of an id of the plan; the id where the plan has none. */
export const titleIn =
	({ names }: Pick<Plan, 'names'>) =>
	(id: string): string =>
		Object.hasOwn(names, id) ? (names[id] ?? id) : id;

/** Service titles in order of travel. */
export const routeIn = (plan: Pick<Plan, 'names'>, services: readonly string[]): string =>
	services.map(titleIn(plan)).join(' > ');

/** What an estimate says, in words; what is unknown is left out, and nothing is said of what is nothing. */
export function estimateText(
	{ lead = 0, complete, freshness, once = 0, monthly, effortOnce = 0, effortMonthly = 0 }: PlanEstimate,
	plan: Pick<Plan, 'workload'>,
): string {
	const dollars = dollarsIn(plan);
	const history =
		complete === undefined
			? ''
			: lead + complete < 60
				? 'there at once'
				: `history there after ${duration(lead + complete)}`;
	const age = freshness === undefined ? '' : freshness < 1 ? 'always fresh' : `kept ${duration(freshness)} old`;
	const costs = [...(monthly ? [`${dollars(monthly)} a month`] : []), ...(once ? [`${dollars(once)} once`] : [])];
	const work = [
		...(effortOnce ? [`${effortOnce} h of work`] : []),
		...(effortMonthly ? [`${effortMonthly} h a month`] : []),
	];
	const money = costs.length > 0 ? costs.join(' and ') : monthly === undefined ? '' : 'no charge of AWS';
	return [history, age, money, work.join(', then ')].filter(Boolean).join('; ');
}

/** Several estimates as one: the longest times, money and work summed. */
export function jointEstimate(estimates: readonly PlanEstimate[]): PlanEstimate {
	const times = new Set(['lead', 'firstData', 'complete', 'freshness']);
	const joint: Record<string, number> = {};
	for (const [part, value] of estimates.flatMap((one) => Object.entries(one))) {
		const before = joint[part];
		if (before === undefined) joint[part] = value;
		else joint[part] = times.has(part) ? Math.max(before, value) : Math.round((before + value) * 100) / 100;
	}
	return joint;
}
