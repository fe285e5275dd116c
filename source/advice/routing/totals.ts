import type { Reckon } from '../../rules/compile.ts';
import { columnOf, type NumberColumn } from '../../rules/table.ts';
import type { Estimate } from '../advice.ts';
import type { Ground } from '../ground/ground.ts';
import { type CompiledCost, expense, unweighed } from '../ground/kernel.ts';
import type { Carrier } from './arrange.ts';
import { stated } from './candidates.ts';
import type { FlowDraft } from './flows.ts';
import { folder } from './folding.ts';
import { type LinePlan, wayAt } from './line-plan.ts';

/** What a route takes for some sources: longest times, summed dollars, the work of one set-up; NaN is unknown. */
export type Totals = { -readonly [K in keyof Estimate]-?: number };

/** What a route takes for no source. */
export const nothingTaken = (): Totals => ({
	lead: Number.NEGATIVE_INFINITY,
	firstData: Number.NEGATIVE_INFINITY,
	complete: Number.NEGATIVE_INFINITY,
	freshness: Number.NEGATIVE_INFINITY,
	effortOnce: Number.NEGATIVE_INFINITY,
	effortMonthly: Number.NEGATIVE_INFINITY,
	once: 0,
	monthly: 0,
});

/** Adds what a route takes for the sources of some rows. */
export type Totaller = (rows: Int32Array, into: Totals) => void;

const lasting = ['lead', 'firstData', 'complete', 'freshness', 'effortOnce', 'effortMonthly'] as const;

/**
Makes what adds up a route over its line; `row` is any row that takes it. What one source leaves unknown is. `differing`: facts in which
its sources can differ.
*/
export function totallerOf(
	ground: Ground,
	{ entry: { route, option }, part }: Carrier,
	row: number,
	differing = ground.stated,
): Totaller {
	const folded = folder(ground, differing, row);
	const longest = lasting.map((name) => {
		const reckon = folded(route[name]);
		return { name, reckon, isSame: reckon !== route[name] };
	});
	const without = part === 'changes' ? 'complete' : part === 'history' ? 'freshness' : undefined;
	const once = paying(route.costs, 'once', folded);
	const monthly = paying(route.costs, 'month', folded);
	const line = option?.lead ?? 0;
	return (rows, into) => {
		const first = rows.subarray(0, 1);
		for (const { name, reckon, isSame } of longest) into[name] = most(isSame ? first : rows, reckon, into[name]);
		into.lead = Math.max(into.lead, line);
		if (without) into[without] = Number.NaN;
		into.once = paid(rows, once, into.once);
		into.monthly = paid(rows, monthly, into.monthly);
	};
}

/** What a route takes for all sources of a flow. */
export function totalsOf(ground: Ground, { rows, lead: { carrier, row } }: FlowDraft): Estimate {
	const totals = nothingTaken();
	totallerOf(ground, carrier, row)(rows, totals);
	return stated(totals);
}

/** The most that a term comes to on some rows, `start` among them; NaN as soon as it is for one. */
export function most(rows: Int32Array, reckon: Reckon, start = Number.NEGATIVE_INFINITY): number {
	let top = start;
	for (let index = 0; index < rows.length; index++) top = Math.max(top, reckon(rows[index] as number));
	return top;
}

interface Paying {
	readonly rate: number;
	readonly reckon: Reckon;
}

const paying = (
	costs: readonly CompiledCost[],
	per: CompiledCost['per'],
	folded: (reckon: Reckon) => Reckon,
): readonly Paying[] =>
	costs.filter((cost) => cost.per === per).map(({ rate, reckon }) => ({ rate, reckon: folded(reckon) }));

function paid(rows: Int32Array, costs: readonly Paying[], before: number): number {
	let total = before;
	if (costs.length === 0) return before;
	for (let index = 0; index < rows.length; index++) {
		const row = rows[index] as number;
		let dollars = 0;
		for (const { rate, reckon } of costs) dollars += rate * reckon(row);
		total += dollars;
	}
	return total;
}

/** What the dollars of a flow are added up from. */
interface Paid extends Pick<FlowDraft, 'members' | 'rows'> {
	readonly place: { readonly plan: LinePlan };
	readonly lead: { readonly carrier: Carrier };
}

/** The dollars of a flow's route for all its sources, over the months counted, work included; `before` for others of it. */
export function dollarsOf(ground: Ground, { place: { plan }, members, rows, lead }: Paid, before = 0): number {
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
