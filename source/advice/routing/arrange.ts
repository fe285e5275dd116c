import type { Route, Weighed } from '../ground/kernel.ts';
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
	/** Features are computed over windows or joins while events arrive, or single records are looked up: what only stores events serves neither. */
	readonly computed?: boolean;
	/** Though no model trains on them, events are kept as they came, so that what was computed from them can be computed anew. */
	readonly raw?: boolean;
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

/** Routes to choose from, parted into those that keep a copy and those whose data is gone once it is used. */
export interface Choice {
	readonly all: readonly Entry[];
	readonly keeping: readonly Entry[];
	readonly passing: readonly Entry[];
}

/** Parts routes by what they keep. */
export function choiceOf(all: readonly Entry[]): Choice {
	const passing = all.filter(({ route }) => !route.blueprint.keeps);
	return { all, passing, keeping: passing.length === 0 ? all : all.filter(({ route }) => route.blueprint.keeps) };
}

/**
The best way to carry what a source needs, or undefined when no route passes its gates.

A source that models train on wants a copy that is kept. Either one arrangement that keeps serves everything at the freshness
wanted; or a route that keeps nothing serves the changes at that freshness, and the copy beside it need only be as fresh as
`copyAge`. The better of the two wins. Where no model trains, any arrangement will do.
*/
export function arrange({ all, keeping, passing }: Choice, need: Need, must?: Must): Arrangement | undefined {
	const wanted = { history: need.history, changes: need.changes, deadline: need.deadline, age: need.freshness };
	const computed = need.computed === true && need.changes && passing.some(({ weighed }) => weighed.outcome > 0);
	if (!need.train && !computed) return cover(all, wanted, 'all', must);
	if (!need.train) return computing({ keeping, passing }, need, must);
	const kept = cover(keeping, wanted, 'all', must);
	if (!need.changes || passing.length === 0) return kept;
	const changes = { ...wanted, history: false };
	const serving = cover(passing, changes, 'serve', must);
	if (!serving && !must) return kept;
	const beside = { ...wanted, age: need.copyAge };
	const copy = cover(keeping, beside, 'keep');
	const ways = [
		computed ? undefined : kept,
		together(serving, copy),
		must && together(cover(passing, changes, 'serve'), cover(keeping, beside, 'keep', must)),
		// Nothing keeps a copy: better served without one than not at all.
		keeping.some(({ weighed }) => weighed.outcome > 0) ? undefined : serving,
	];
	return best(ways) ?? kept;
}

/** What processes events as they arrive, with the events themselves beside it where they are to be kept. */
function computing(
	{ keeping, passing }: Pick<Choice, 'keeping' | 'passing'>,
	need: Need,
	must?: Must,
): Arrangement | undefined {
	const changes = { history: false, changes: true, deadline: need.deadline, age: need.freshness };
	const alone = cover(passing, changes, 'all', must);
	if (need.raw !== true) return alone;
	const beside = { ...changes, age: need.copyAge };
	const ways = [
		together(cover(passing, changes, 'serve', must), cover(keeping, beside, 'keep')),
		must && together(cover(passing, changes, 'serve'), cover(keeping, beside, 'keep', must)),
	];
	return best(ways) ?? alone;
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
	const one = (carries: Carrier['part'], part: Carrier['part'], only?: Must): Arrangement | undefined =>
		bestOf(entries, { carries, part, purpose, wanted }, only);
	if (!wanted.changes) return best([one('history', 'history', must), one('both', 'history', must)]);
	if (!wanted.history) return best([one('changes', 'changes', must), one('both', 'changes', must)]);
	const history = one('history', 'history');
	const changes = one('changes', 'changes');
	const ways = [one('both', 'both', must)];
	if (must)
		ways.push(together(one('history', 'history', must), changes), together(history, one('changes', 'changes', must)));
	else ways.push(together(history, changes));
	return best(ways);
}

interface Wish {
	readonly carries: Carrier['part'];
	readonly part: Carrier['part'];
	readonly purpose: Purpose;
	readonly wanted: Wanted;
}

/** Room for two scores that are compared, written anew each time: this runs for every trial. */
const room = [blank(), blank()] as const;

/** The best single route for a part. */
function bestOf(
	entries: readonly Entry[],
	{ carries, part, purpose, wanted }: Wish,
	only: Must | undefined,
): Arrangement | undefined {
	let first: Entry | undefined;
	let [score, spare] = room;
	for (const entry of entries) {
		if (entry.weighed.outcome === 0 || entry.route.blueprint.carries !== carries) continue;
		if (only && !only(entry)) continue;
		writeScore(entry, part, wanted, spare);
		if (first && compareScores(spare, score) >= 0) continue;
		first = entry;
		[score, spare] = [spare, score];
	}
	return first && { ...score, carriers: [{ entry: first, part, purpose }] };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
function blank(): Mutable<Score> {
	return { outcome: 0, late: 0, stale: 0, dollars: 0, order: 0 };
}

/** Breaks ties between routes, and tells them apart. */
export const orderOf = ({ route, option }: Entry): number => route.index * 64 + (option?.order ?? 0);

function writeScore(entry: Entry, part: Carrier['part'], wanted: Wanted, into: Mutable<Score>): void {
	const { weighed } = entry;
	into.outcome = weighed.outcome;
	into.late = part === 'changes' ? 0 : beyond(weighed.time, wanted.deadline);
	into.stale = part === 'history' ? 0 : beyond(weighed.age, wanted.age);
	into.dollars = weighed.dollars;
	into.order = orderOf(entry);
}

/** The merits of a route for a part: late counts for history, stale for changes. */
export function scoreOf(entry: Entry, part: Carrier['part'], wanted: Wanted): Score {
	const score = blank();
	writeScore(entry, part, wanted, score);
	return score;
}
