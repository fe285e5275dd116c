import { type Judged, judgeAgain, ranks, renews, stays, type Turning } from './judge-again.ts';
import { type LinePlan, type Means, ranker } from './line-plan.ts';
import { meritsEach } from './merits.ts';
import { copy, type Move, moveMerits } from './moving.ts';
import type { PathOption } from './path-options.ts';
import type { Pattern, Patterns } from './patterns.ts';
import { stillReader } from './still.ts';
import type { Way } from './ways.ts';

/**
What is best under a line for other answers, from what it was: gates are judged, routes weighed and ranked anew only for the
sources in which something changed that they read. The line itself is as it was, and laid over the rows.
*/
export function replanUnder(
	turning: Turning,
	rows: Int32Array,
	option: PathOption,
	before: LinePlan,
	means: Means,
): LinePlan {
	const patterns = means.patternsOf(option);
	const judged = judgeAgain(turning, rows, before, patterns);
	const weighed = weighAgain(rows, before, judged, patterns);
	const ranked = rankAgain(turning, rows, { before, judged, weighed, patterns }, means);
	return { patterns: { of: judged.of, all: patterns.all }, ...weighed, ...ranked };
}

type Weighed = Pick<LinePlan, 'starts' | 'merits'>;

/** What routes come to: shared where nothing is weighed, else copied but for what is. */
function weighAgain(rows: Int32Array, before: LinePlan, judged: Judged, { all }: Patterns): Weighed {
	const { of, tasks, moves, most, isMoved } = judged;
	if (most < renews) return { starts: before.starts, merits: before.merits };
	const outlookOf = (index: number) => (all[of[index] as number] as Pattern).outlook;
	const starts = isMoved ? new Int32Array(rows.length + 1) : before.starts;
	for (let index = 0; isMoved && index < rows.length; index++)
		starts[index + 1] = (starts[index] as number) + outlookOf(index).choice.all.length * meritsEach;
	const from = { merits: before.merits, at: 0 };
	const into = { merits: isMoved ? new Float64Array(starts[rows.length] as number) : from.merits.slice(), at: 0 };
	for (let index = 0; index < rows.length; index++) {
		from.at = before.starts[index] as number;
		into.at = starts[index] as number;
		if (tasks[index] === renews)
			moveMerits(outlookOf(index), moves[of[index] as number] as Move, rows[index] as number, from, into);
		else if (isMoved) copy(from, into, (before.starts[index + 1] as number) - from.at);
	}
	return { starts, merits: into.merits };
}

interface Known {
	readonly before: LinePlan;
	readonly judged: Judged;
	readonly weighed: Weighed;
	readonly patterns: Patterns;
}

/** Ranks anew what may come out otherwise. */
function rankAgain(
	{ relaid, rechosen }: Turning,
	rows: Int32Array,
	{ before, judged, weighed: { merits, starts }, patterns: { all, ways } }: Known,
	means: Means,
): Pick<LinePlan, 'ways' | 'late' | 'stale' | 'dollars'> {
	const { of, tasks, most } = judged;
	const taken = new Int32Array(rows.length);
	const sameWay = sameWays(before, all);
	const isStill = rechosen ? undefined : stillReader(relaid);
	const own = (some: Float64Array): Float64Array => (most === stays ? some : some.slice());
	const [late, stale, dollars] = [own(before.late), own(before.stale), own(before.dollars)];
	const rank = ranker(relaid.ground, means);
	for (let index = 0; index < rows.length; index++) {
		const row = rows[index] as number;
		const start = starts[index] as number;
		const number = of[index] as number;
		const task = tasks[index] as number;
		if (task === stays || (task === ranks && isStill?.(row, merits, start, starts[index + 1] as number))) {
			taken[index] = sameWay(index, number);
			continue;
		}
		const found = rank(row, (all[number] as Pattern).outlook, merits, start);
		taken[index] = found.way?.number ?? -1;
		late[index] = found.late;
		stale[index] = found.stale;
		dollars[index] = found.dollars;
	}
	return { ways: { of: taken, all: ways }, late, stale, dollars };
}

/** Gives the number on this ground of the way that a source took, whose routes are what they were. */
function sameWays(before: LinePlan, all: Patterns['all']): (index: number, pattern: number) => number {
	const known = new Int32Array(before.ways.all.length).fill(-1);
	return (index, pattern) => {
		const was = before.ways.of[index] as number;
		if (was < 0) return -1;
		if (known[was] === -1) {
			const [first = 0, second = 0, third = 0] = (before.ways.all[was] as Way).codes;
			known[was] = (all[pattern] as Pattern).outlook.ways.of(first, second, third).number;
		}
		return known[was] as number;
	};
}
