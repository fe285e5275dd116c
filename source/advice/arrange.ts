import type { Route, Weighed } from './kernel.ts';
import type { PathOption } from './path-options.ts';
import { beyond, compareScores, type Score } from './rank.ts';

/** What a source needs, in seconds: which parts, by when, how fresh, and whether models train on it. */
export interface Need {
	readonly history: boolean;
	readonly changes: boolean;
	readonly deadline: number;
	readonly freshness: number;
	/** A kept copy is wanted: a model trains on it. */
	readonly train: boolean;
	/** How old that copy may be when another route already serves what is fresh. */
	readonly copyAge: number;
}

/** A route weighed for one source under one path of its place. */
export interface Entry {
	readonly route: Route;
	/** The line it runs over; absent for a route that needs none. */
	readonly option?: PathOption;
	readonly weighed: Weighed;
}

export interface Carrier {
	readonly entry: Entry;
	readonly part: 'history' | 'changes' | 'both';
	/** `serve`: kept fresh and gone once used. `keep`: the copy beside it. `all`: one route for every purpose. */
	readonly purpose: 'all' | 'serve' | 'keep';
}

/** Routes that together carry what a source needs. */
export interface Arrangement extends Score {
	readonly carriers: readonly Carrier[];
}

type Purpose = Carrier['purpose'];
type Wanted = Pick<Need, 'history' | 'changes' | 'deadline'> & { readonly age: number };
type Must = (entry: Entry) => boolean;

/**
The best way to carry what a source needs, or undefined when no route passes its gates.

A source that models train on wants a copy that is kept. Either one arrangement that keeps serves everything at the freshness
wanted; or a route that keeps nothing serves the changes at that freshness, and the copy beside it need only be as fresh as
`copyAge`. The better of the two wins. Where no model trains, any arrangement will do.
*/
export function arrange(entries: readonly Entry[], need: Need, must?: Must): Arrangement | undefined {
	const all = { ...need, age: need.freshness };
	if (!need.train) return cover(entries, all, 'all', must);
	const keeping = entries.filter(({ route }) => route.blueprint.keeps);
	const kept = cover(keeping, all, 'all', must);
	if (!need.changes || keeping.length === entries.length) return kept;
	const passing = entries.filter(({ route }) => !route.blueprint.keeps);
	const changes = { ...all, history: false };
	const beside = { ...all, age: need.copyAge };
	const ways = [
		kept,
		together(cover(passing, changes, 'serve', must), cover(keeping, beside, 'keep')),
		must && together(cover(passing, changes, 'serve'), cover(keeping, beside, 'keep', must)),
		// Nothing keeps a copy: better served without one than not at all.
		keeping.some(({ weighed }) => weighed.outcome > 0) ? undefined : cover(passing, changes, 'serve', must),
	];
	return best(ways);
}

function best(ways: readonly (Arrangement | undefined)[]): Arrangement | undefined {
	let first: Arrangement | undefined;
	for (const way of ways) if (way && (!first || compareScores(way, first) < 0)) first = way;
	return first;
}

/** Two arrangements taken together: as uncertain, late and stale as the worse, as dear as both. */
function together(a: Arrangement | undefined, b: Arrangement | undefined): Arrangement | undefined {
	if (!a || !b) return undefined;
	return {
		carriers: [...a.carriers, ...b.carriers],
		outcome: Math.min(a.outcome, b.outcome),
		late: Math.max(a.late, b.late),
		stale: Math.max(a.stale, b.stale),
		dollars: a.dollars + b.dollars,
		order: a.order + b.order,
	};
}

/** One route for all parts, or the best for the history with the best for the changes, whichever is better. */
function cover(entries: readonly Entry[], wanted: Wanted, purpose: Purpose, must?: Must): Arrangement | undefined {
	const one = (carries: readonly string[], part: Carrier['part'], only?: Must): Arrangement | undefined => {
		let first: Arrangement | undefined;
		for (const entry of entries) {
			if (entry.weighed.outcome === 0 || !carries.includes(entry.route.blueprint.carries)) continue;
			if (only && !only(entry)) continue;
			const scored = scoreOf(entry, part, wanted);
			if (!first || compareScores(scored, first) < 0) first = { ...scored, carriers: [{ entry, part, purpose }] };
		}
		return first;
	};
	if (!wanted.changes) return one(['history', 'both'], 'history', must);
	if (!wanted.history) return one(['changes', 'both'], 'changes', must);
	const history = one(['history'], 'history');
	const changes = one(['changes'], 'changes');
	return best([
		one(['both'], 'both', must),
		together(must ? one(['history'], 'history', must) : history, changes),
		must && together(history, one(['changes'], 'changes', must)),
	]);
}

/** The merits of a route for a part: late counts for history, stale for changes. */
export function scoreOf({ weighed, route, option }: Entry, part: Carrier['part'], wanted: Wanted): Score {
	return {
		outcome: weighed.outcome,
		late: part === 'changes' ? 0 : beyond(weighed.time, wanted.deadline),
		stale: part === 'history' ? 0 : beyond(weighed.age, wanted.age),
		dollars: weighed.dollars,
		order: route.index * 64 + (option?.order ?? 0),
	};
}
