import type { Ground } from '../ground/ground.ts';
import { type LinePlan, type Means, planUnder } from './line-plan.ts';
import { layLines, type PathOption } from './path-options.ts';

/**
Plans the sources of several places at once under a line that all of them have, which is laid over their rows: what they share is
made for all, and routes are weighed for many rows at a time. The plan of each list of rows by itself.
*/
export function planJointly(
	ground: Ground,
	lists: readonly Int32Array[],
	option: PathOption,
	means: Means,
): ReadonlyMap<Int32Array, LinePlan> {
	const rows = joined(lists);
	layLines(option, rows);
	const plan = planUnder(ground, rows, option, means);
	const plans = new Map<Int32Array, LinePlan>();
	if (lists.length === 1) return plans.set(rows, plan);
	let from = 0;
	for (const list of lists) {
		plans.set(list, partOf(plan, from, from + list.length));
		from += list.length;
	}
	return plans;
}

function joined(lists: readonly Int32Array[]): Int32Array {
	const [first] = lists;
	if (first && lists.length === 1) return first;
	const all = new Int32Array(lists.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const list of lists) {
		all.set(list, at);
		at += list.length;
	}
	return all;
}

/** The plan of the sources between two places. */
function partOf(
	{ patterns, starts, merits, ways, late, stale, dollars }: LinePlan,
	from: number,
	to: number,
): LinePlan {
	const first = starts[from] as number;
	return {
		patterns: { of: patterns.of.subarray(from, to), all: patterns.all },
		starts: starts.subarray(from, to + 1).map((start) => start - first),
		merits: merits.subarray(first, starts[to]),
		ways: { of: ways.of.subarray(from, to), all: ways.all },
		late: late.subarray(from, to),
		stale: stale.subarray(from, to),
		dollars: dollars.subarray(from, to),
	};
}
