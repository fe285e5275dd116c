import type { Reckon } from '../../rules/compile.ts';
import type { Ground } from '../ground/ground.ts';
import type { Reckoned } from '../ground/kernel.ts';
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
	const [lead, complete, freshness] = [folded(route.lead), folded(route.complete), folded(route.freshness)];
	const line = option?.lead ?? 0;
	const spend = spenderOf(route, folded);
	const months = ground.money.months.values;
	return (row, into, at) => {
		into[at] = Math.max(lead(row), line) + complete(row);
		into[at + 1] = freshness(row);
		spend(row, months[row] as number, into, at + 2);
	};
}

/** The same for few rows, with nothing made beforehand. */
export function weighOnce({ money }: Ground, { route, option }: Entry, row: number, into: Merits, at: number): void {
	const months = money.months.values[row] as number;
	into[at] = Math.max(route.lead(row), option?.lead ?? 0) + route.complete(row);
	into[at + 1] = route.freshness(row);
	let dollars = 0;
	for (const { per, rate, reckon } of route.costs) {
		const paid = rate * reckon(row) * (per === 'once' ? 1 : months);
		if (!Number.isNaN(paid)) dollars += paid;
	}
	into[at + 2] = dollars;
	into[at + 3] = route.effortOnce(row) + months * route.effortMonthly(row);
}

/** Dollars, work included; work that nobody knows is left out. */
export function withWork(dollars: number, hours: number, hour: number): number {
	const work = hour * hours;
	return Number.isNaN(work) ? dollars : dollars + work;
}

type Spend = (row: number, months: number, into: Merits, at: number) => void;

/** The same sums in the same order as `expense`. */
function spenderOf(reckoned: Reckoned, folded: (reckon: Reckon) => Reckon): Spend {
	const costs = reckoned.costs.map(({ per, rate, reckon }) => ({ once: per === 'once', rate, reckon: folded(reckon) }));
	const [once, monthly] = [folded(reckoned.effortOnce), folded(reckoned.effortMonthly)];
	return (row, months, into, at) => {
		let dollars = 0;
		for (let index = 0; index < costs.length; index++) {
			const cost = costs[index] as (typeof costs)[number];
			const paid = cost.rate * cost.reckon(row) * (cost.once ? 1 : months);
			if (!Number.isNaN(paid)) dollars += paid;
		}
		into[at] = dollars;
		into[at + 1] = once(row) + months * monthly(row);
	};
}
