import type { Reckon } from '../../rules/compile.ts';
import { columnOf, type NumberColumn } from '../../rules/table.ts';
import type { Estimate } from '../advice.ts';
import type { Ground } from '../ground/ground.ts';
import { type CompiledCost, expense, unweighed } from '../ground/kernel.ts';
import type { FlowDraft } from './flows.ts';
import { folder } from './folding.ts';
import { wayAt } from './line-plan.ts';

/**
What a route takes for all sources of a flow: longest times, summed dollars, the work of one set-up. What one of them leaves unknown is.
`before`: what it takes for others of the flow, counted in first.
*/
export function totalsOf(ground: Ground, { rows, lead: { carrier, row } }: FlowDraft, before?: Estimate): Estimate {
	const { route, option } = carrier.entry;
	const folded = folder(ground, ground.stated, row);
	const start = (part: keyof Estimate, nothing: number): number => (before ? (before[part] ?? Number.NaN) : nothing);
	const longest = (part: keyof Estimate, reckon: Reckon): number =>
		most(rows, folded(reckon), start(part, Number.NEGATIVE_INFINITY));
	const { part } = carrier;
	const numbers: Readonly<Record<keyof Estimate, number>> = {
		lead: Math.max(longest('lead', route.lead), option?.lead ?? 0),
		firstData: longest('firstData', route.firstData),
		complete: part === 'changes' ? Number.NaN : longest('complete', route.complete),
		freshness: part === 'history' ? Number.NaN : longest('freshness', route.freshness),
		effortOnce: longest('effortOnce', route.effortOnce),
		effortMonthly: longest('effortMonthly', route.effortMonthly),
		once: paid(rows, route.costs, 'once', folded, start('once', 0)),
		monthly: paid(rows, route.costs, 'month', folded, start('monthly', 0)),
	};
	const known: { -readonly [K in keyof Estimate]: number } = {};
	for (const part in numbers) {
		const value = numbers[part as keyof Estimate];
		if (!Number.isNaN(value)) known[part as keyof Estimate] = value;
	}
	return known;
}

/** The most that a term comes to on some rows, `start` among them; NaN as soon as it is for one. */
export function most(rows: Int32Array, reckon: Reckon, start = Number.NEGATIVE_INFINITY): number {
	let top = start;
	for (let index = 0; index < rows.length; index++) top = Math.max(top, reckon(rows[index] as number));
	return top;
}

function paid(
	rows: Int32Array,
	costs: readonly CompiledCost[],
	per: CompiledCost['per'],
	folded: (reckon: Reckon) => Reckon,
	before: number,
): number {
	const own = costs.filter((cost) => cost.per === per).map(({ rate, reckon }) => ({ rate, reckon: folded(reckon) }));
	let total = before;
	if (own.length === 0) return before;
	for (let index = 0; index < rows.length; index++) {
		const row = rows[index] as number;
		let dollars = 0;
		for (const { rate, reckon } of own) dollars += rate * reckon(row);
		total += dollars;
	}
	return total;
}

/** The dollars of a flow's route for all its sources, over the months counted, work included; `before` for others of it. */
export function dollarsOf(ground: Ground, { place: { plan }, members, rows, lead }: FlowDraft, before = 0): number {
	let total = before;
	const { carrier } = lead;
	const into = unweighed();
	const { hour, months } = ground.money;
	for (let index = 0; index < members.length; index++) {
		const member = members[index] as number;
		if (wayAt(plan, member)?.carriers.length === 1) {
			total += plan.dollars[member] as number;
			continue;
		}
		const row = rows[index] as number;
		expense(carrier.entry.route, row, hour.values[row] as number, months.values[row] as number, into);
		total += into.dollars;
	}
	return total;
}

/** The largest of what stands in a list for the sources of a flow, `start` among them; NaN as soon as one is. */
export function largest(members: Int32Array, of: Float64Array, start = Number.NEGATIVE_INFINITY): number {
	let top = start;
	for (const member of members) top = Math.max(top, of[member] as number);
	return top;
}

/** The least, over some rows, of the largest of some facts; NaN as soon as one is. */
export function leastOf({ table }: Ground, rows: Int32Array, facts: readonly string[]): number {
	const columns = facts.map((fact) => (columnOf(table, fact) as NumberColumn).values);
	let low = Number.POSITIVE_INFINITY;
	for (let index = 0; index < rows.length; index++) {
		const row = rows[index] as number;
		let high = Number.NEGATIVE_INFINITY;
		for (const values of columns) high = Math.max(high, values[row] as number);
		low = Math.min(low, high);
	}
	return low;
}
