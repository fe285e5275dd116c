import type { Ground } from '../ground/ground.ts';
import type { CompiledCost, Route } from '../ground/kernel.ts';
import type { Entry } from './arrange.ts';
import { folder } from './folding.ts';

/**
What the ranking looks at, of each route that passes: seconds until the history is there, seconds of age, dollars without work
and hours of work over the months counted; in this order. What an hour costs is left out, so that it can be said anew.
*/
export type Merits = Float64Array;
export const meritsEach = 4;

/** Writes the merits of a route for a row over whose path facts the line is laid. */
export type Weigher = (row: number, into: Merits, at: number) => void;

/** Weighs a route as the kernel does, with what is the same for all sources reckoned once, on any row that would take it. */
export function weigherOf(ground: Ground, { route, option }: Entry, first: number): Weigher {
	const folded = folder(ground, ground.varying, first);
	const own: Weighing = {
		lead: folded(route.lead),
		complete: folded(route.complete),
		freshness: folded(route.freshness),
		costs: route.costs.map(({ per, rate, reckon }) => ({ per, rate, reckon: folded(reckon) })),
		effortOnce: folded(route.effortOnce),
		effortMonthly: folded(route.effortMonthly),
	};
	const line = option?.lead ?? 0;
	const months = ground.money.months.values;
	return (row, into, at) => weighInto(own, line, months[row] as number, row, into, at);
}

/** The same for few rows, with nothing made beforehand. */
export function weighOnce({ money }: Ground, { route, option }: Entry, row: number, into: Merits, at: number): void {
	weighInto(route, option?.lead ?? 0, money.months.values[row] as number, row, into, at);
}

/** What merits are reckoned from. */
interface Weighing extends Pick<Route, 'lead' | 'complete' | 'freshness' | 'effortOnce' | 'effortMonthly'> {
	readonly costs: readonly Pick<CompiledCost, 'per' | 'rate' | 'reckon'>[];
}

/** The same sums in the same order as `expense`. */
function weighInto(from: Weighing, line: number, months: number, row: number, into: Merits, at: number): void {
	const { costs } = from;
	into[at] = Math.max(from.lead(row), line) + from.complete(row);
	into[at + 1] = from.freshness(row);
	let dollars = 0;
	for (let index = 0; index < costs.length; index++) {
		const { per, rate, reckon } = costs[index] as (typeof costs)[number];
		const paid = rate * reckon(row) * (per === 'once' ? 1 : months);
		if (!Number.isNaN(paid)) dollars += paid;
	}
	into[at + 2] = dollars;
	into[at + 3] = from.effortOnce(row) + months * from.effortMonthly(row);
}

/** Dollars, work included; work that nobody knows is left out. */
export function withWork(dollars: number, hours: number, hour: number): number {
	const work = hour * hours;
	return Number.isNaN(work) ? dollars : dollars + work;
}
