import type { Reckon } from '../../rules/compile.ts';
import { columnOf, type NumberColumn } from '../../rules/table.ts';
import type { Estimate } from '../advice.ts';
import type { Ground } from '../ground/ground.ts';
import { type CompiledCost, expense, unweighed } from '../ground/kernel.ts';
import type { FlowDraft } from './flows.ts';
import { folder } from './folding.ts';
import { wayAt } from './line-plan.ts';

/** What a route takes for all sources of a flow: longest times, summed dollars, the work of one set-up. What one of them leaves unknown is. */
export function totalsOf(ground: Ground, { rows, lead: { carrier, row } }: FlowDraft): Estimate {
	const { route, option } = carrier.entry;
	const folded = folder(ground, ground.stated, row);
	const longest = (reckon: Reckon): number => most(rows, folded(reckon));
	const { part } = carrier;
	const numbers: Readonly<Record<keyof Estimate, number>> = {
		lead: Math.max(longest(route.lead), option?.lead ?? 0),
		firstData: longest(route.firstData),
		complete: part === 'changes' ? Number.NaN : longest(route.complete),
		freshness: part === 'history' ? Number.NaN : longest(route.freshness),
		effortOnce: longest(route.effortOnce),
		effortMonthly: longest(route.effortMonthly),
		once: paid(rows, route.costs, 'once', folded),
		monthly: paid(rows, route.costs, 'month', folded),
	};
	const known: { -readonly [K in keyof Estimate]: number } = {};
	for (const part in numbers) {
		const value = numbers[part as keyof Estimate];
		if (!Number.isNaN(value)) known[part as keyof Estimate] = value;
	}
	return known;
}

/** The most that a term comes to on some rows; NaN as soon as it is for one. */
export function most(rows: Int32Array, reckon: Reckon): number {
	let top = Number.NEGATIVE_INFINITY;
	for (let index = 0; index < rows.length; index++) top = Math.max(top, reckon(rows[index] as number));
	return top;
}

function paid(
	rows: Int32Array,
	costs: readonly CompiledCost[],
	per: CompiledCost['per'],
	folded: (reckon: Reckon) => Reckon,
): number {
	const own = costs.filter((cost) => cost.per === per).map(({ rate, reckon }) => ({ rate, reckon: folded(reckon) }));
	let total = 0;
	if (own.length === 0) return 0;
	for (let index = 0; index < rows.length; index++) {
		const row = rows[index] as number;
		let dollars = 0;
		for (const { rate, reckon } of own) dollars += rate * reckon(row);
		total += dollars;
	}
	return total;
}

/** The dollars of a flow's route for all its sources, over the months counted, work included. */
export function dollarsOf(ground: Ground, { place: { plan }, members, rows, lead }: FlowDraft): number {
	let total = 0;
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

/** The largest of what stands in a list for the sources of a flow; NaN as soon as one is. */
export function largest(members: Int32Array, of: Float64Array): number {
	let top = Number.NEGATIVE_INFINITY;
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
