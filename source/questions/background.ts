import type { Ground } from '../advice/ground/ground.ts';
import { blankNeed, type ReadNeed } from '../advice/ground/need.ts';
import { once } from '../advice/ground/once.ts';
import type { Laid } from '../advice/laid.ts';
import type { Background, Load } from '../advice/routing/draft.ts';
import { type LinePlan, planUnder, wayAt } from '../advice/routing/line-plan.ts';
import { flows, moves, rides, usesOf } from '../advice/routing/line-uses.ts';
import { layLines, type PathOption } from '../advice/routing/path-options.ts';
import { patternsUnder } from '../advice/routing/patterns.ts';
import type { PlannedPlace } from '../advice/routing/plan-places.ts';
import type { IsDue, Slices } from './slices.ts';

/** What all sources of a place but one add under each of its lines, as things stand, by the order of the line. */
export type BackgroundOf = (without: number) => ReadonlyMap<number, Background>;

/** What the sources of a place add under a line: each by itself, in the order of the rows, and all together. */
interface Sums {
	readonly order: number;
	readonly of: (without: number) => Background;
}

/** Adds up under lines what the sources of a place come to; also under lines that do not pass yet. */
export function* backgrounds(
	{ ground, choices }: Laid,
	place: PlannedPlace,
	{
		lines,
		readNeed,
		isDue,
	}: { readonly lines: readonly PathOption[]; readonly readNeed: ReadNeed; readonly isDue: IsDue },
): Slices<BackgroundOf> {
	const { rows, options, option: chosen, plans } = place;
	const sums: Sums[] = [];
	for (const option of options) {
		if (!lines.some(({ order }) => order === option.order)) continue;
		const parts: Part[] = [];
		const add = partsOf(ground, option, readNeed, parts);
		const plan = plans.get(option);
		const patterns = once(() => patternsUnder(ground, option));
		for (let from = 0; from < rows.length; from += many) {
			const some = rows.subarray(from, from + many);
			if (plan) add(some, plan, from);
			else {
				layLines(option, some);
				add(some, planUnder(ground, some, option, { readNeed, choices, patternsOf: patterns }), 0);
				layLines(chosen, some);
			}
			if (isDue()) yield;
		}
		sums.push(sumsOf(option, parts));
	}
	const places = new Map(Array.from(rows, (row, index) => [row, index]));
	return (row) => new Map(sums.map(({ order, of }) => [order, of(places.get(row) as number)]));
}

/** So many sources are looked at before anybody asks whether a pause is due. */
const many = 256;

/** Adds what rows come to by a plan, the first of them at a place of it. */
function partsOf({ table, sources }: Ground, option: PathOption, readNeed: ReadNeed, parts: Part[]) {
	const change = table.columns.get('change')?.values;
	const volume = table.columns.get('volume')?.values;
	const need = blankNeed();
	return (rows: Int32Array, plan: LinePlan, from: number): void => {
		for (const [index, row] of rows.entries()) {
			const at = from + index;
			const way = wayAt(plan, at);
			if (!way) {
				parts.push(unserved);
				continue;
			}
			const uses = usesOf(option, way);
			readNeed(row, sources[row]?.family ?? 'object', need);
			parts.push({
				unserved: 0,
				carried: uses & rides ? 1 : 0,
				outcome: way.outcome,
				late: plan.late[at] || 0,
				stale: plan.stale[at] || 0,
				dollars: plan.dollars[at] as number,
				flowing: uses & flows ? (change?.[row] || 0) * 8 : 0,
				load: uses & moves && need.history ? { bits: (volume?.[row] || 0) * 8, deadline: need.deadline } : undefined,
			});
		}
	};
}

function sumsOf({ order }: PathOption, parts: readonly Part[]): Sums {
	const sum = (of: (part: Part) => number): number => parts.reduce((all, part) => all + of(part), 0);
	const late = sum((part) => part.late);
	const stale = sum((part) => part.stale);
	const all = {
		unserved: sum((part) => part.unserved),
		carried: sum((part) => part.carried),
		dollars: sum((part) => part.dollars),
		flowing: sum((part) => part.flowing),
	};
	const outcomes = [0, 1, 2].map((outcome) => parts.filter((part) => part.outcome === outcome).length);
	/** Histories that are wanted by the same time share a line as one would. */
	const loads = new Map<number, { readonly bits: number; readonly count: number }>();
	for (const { load } of parts) {
		if (!load) continue;
		const { bits, count } = loads.get(load.deadline) ?? { bits: 0, count: 0 };
		loads.set(load.deadline, { bits: bits + load.bits, count: count + 1 });
	}
	return {
		order,
		of: (without) => {
			const own = parts[without] as Part;
			const left = (outcome: number): number => (outcomes[outcome] as number) - (own.outcome === outcome ? 1 : 0);
			return {
				unserved: all.unserved - own.unserved,
				carried: all.carried - own.carried,
				outcome: left(0) > 0 ? 0 : left(1) > 0 ? 1 : 2,
				late: rest(late, own.late),
				stale: rest(stale, own.stale),
				dollars: all.dollars - own.dollars,
				flowing: all.flowing - own.flowing,
				loads: [...loads].flatMap(([deadline, { bits, count }]) => {
					const mine = own.load && Object.is(own.load.deadline, deadline) ? own.load.bits : undefined;
					if (mine === undefined) return [{ bits, deadline }];
					return count > 1 ? [{ bits: Math.max(0, bits - mine), deadline }] : [];
				}),
			};
		},
	};
}

/** What one source adds under a line. */
interface Part extends Omit<Background, 'loads'> {
	readonly load?: Load | undefined;
}

const unserved: Part = {
	unserved: 1,
	carried: 0,
	outcome: 2,
	late: 0,
	stale: 0,
	dollars: 0,
	flowing: 0,
};

/** Seconds that are left; what only stems from adding up in another order is none. */
function rest(all: number, own: number): number {
	const left = all - own;
	return left < all * 1e-9 ? 0 : left;
}
