import type { Source } from '../../estate/estate.ts';
import { sweptAtOnce } from '../../rules/sweep.ts';
import type { Ground } from '../ground/ground.ts';
import { rowsByNumber } from '../ground/muster.ts';
import { blankNeed, type ReadNeed } from '../ground/need.ts';
import { arrange, choiceOf, type Need } from './arrange.ts';
import { type Choices, mustFor, type Wish } from './forced.ts';
import { type Merits, meritsEach } from './merits.ts';
import type { Outlook } from './outlook.ts';
import type { PathOption } from './path-options.ts';
import type { Pattern, Patterns } from './patterns.ts';
import { type Found, nothingFound } from './ranking.ts';
import type { Way } from './ways.ts';

/** What is best for the sources of a place under one line, each at its own place in every list. */
export interface LinePlan {
	readonly patterns: Numbered<Pattern>;
	/** Where the merits of a source begin, and behind the last where they end. */
	readonly starts: Int32Array;
	readonly merits: Merits;
	/** None where no route passes. */
	readonly ways: Numbered<Way>;
	/** Seconds beyond the deadline and beyond the age wanted, dollars over the months counted, work included. */
	readonly late: Float64Array;
	readonly stale: Float64Array;
	readonly dollars: Float64Array;
}

/** For each source the number of what it shares with others; -1 for none. */
interface Numbered<T> {
	readonly of: Int32Array;
	readonly all: readonly T[];
}

export const patternAt = ({ patterns: { of, all } }: Pick<LinePlan, 'patterns'>, index: number): Pattern =>
	all[of[index] as number] as Pattern;

/** Undefined where no route passes. */
export function wayAt({ ways: { of, all } }: Pick<LinePlan, 'ways'>, index: number): Way | undefined {
	const number = of[index] as number;
	return number < 0 ? undefined : all[number];
}

/** How sources are planned. */
export interface Means {
	readonly readNeed: ReadNeed;
	readonly choices: Choices;
	readonly patternsOf: (option: PathOption) => Patterns;
}

/** For fewer rows than that it does not pay to make what weighs many at a time. */
const few = 24;

/** Plans rows over whose path facts a line is laid: what the gates say, what each route that passes comes to, which is best. */
export function planUnder(ground: Ground, rows: Int32Array, option: PathOption, means: Means): LinePlan {
	const { of: patternOf, all, ways } = means.patternsOf(option);
	const count = rows.length;
	const own = new Int32Array(count);
	const starts = new Int32Array(count + 1);
	for (let index = 0; index < count; index++) {
		const { number, outlook } = patternOf(rows[index] as number);
		own[index] = number;
		starts[index + 1] = (starts[index] as number) + outlook.choice.all.length * meritsEach;
	}
	const merits = new Float64Array(starts[count] as number);
	const taken = new Int32Array(count);
	const [late, stale, dollars] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
	const rank = ranker(ground, means);
	const [some, begins] = [new Int32Array(sweptAtOnce), new Int32Array(sweptAtOnce)];
	for (const { outlook, members } of byOutlook(own, all)) {
		for (let from = 0; from < members.length; from += sweptAtOnce) {
			const many = Math.min(sweptAtOnce, members.length - from);
			for (let at = 0; at < many; at++) {
				const index = members[from + at] as number;
				some[at] = rows[index] as number;
				begins[at] = starts[index] as number;
			}
			if (members.length < few)
				for (let at = 0; at < many; at++) outlook.weighInto(some[at] as number, merits, begins[at] as number);
			else outlook.sweep(some, begins, many, merits);
			for (let at = 0; at < many; at++) {
				const index = members[from + at] as number;
				const found = rank(some[at] as number, outlook, merits, begins[at] as number);
				taken[index] = found.way?.number ?? -1;
				late[index] = found.late;
				stale[index] = found.stale;
				dollars[index] = found.dollars;
			}
		}
	}
	return { patterns: { of: own, all }, starts, merits, ways: { of: taken, all: ways }, late, stale, dollars };
}

/** Sources that share an outlook, by where they stand. */
function byOutlook(
	own: Int32Array,
	all: readonly Pattern[],
): readonly { readonly outlook: Outlook; readonly members: Int32Array }[] {
	const numbers = new Map<Outlook, number>();
	const ofPattern = new Int32Array(all.length).fill(-1);
	const of = own.map((pattern) => {
		const known = ofPattern[pattern] as number;
		if (known >= 0) return known;
		const { outlook } = all[pattern] as Pattern;
		const number = numbers.get(outlook) ?? numbers.size;
		numbers.set(outlook, number);
		ofPattern[pattern] = number;
		return number;
	});
	const outlooks = [...numbers.keys()];
	return rowsByNumber({ all: outlooks, of }).map((members, number) => ({
		outlook: outlooks[number] as Outlook,
		members,
	}));
}

/** Finds the best way of a row from what its routes come to; what it gives is written anew for the next. */
export function ranker(
	{ sources, money }: Ground,
	{ readNeed, choices }: Pick<Means, 'readNeed' | 'choices'>,
): (row: number, outlook: Outlook, merits: Merits, at: number) => Found {
	const hours = money.hour.values;
	const need = blankNeed();
	const found = nothingFound();
	const wish = choices.any !== false || choices.strategies !== undefined;
	return (row, outlook, merits, at) => {
		readNeed(row, outlook.family, need);
		const wishes = wish ? mustFor(choices, sources[row] as Source) : none;
		if (wishes.length === 0 || !wished(outlook, row, need, wishes, found))
			outlook.rank(need, hours[row] as number, merits, at, found);
		return found;
	};
}

const none: readonly Wish[] = [];

/** Looks for the best way that fulfils what people chose; whether any does. */
function wished(outlook: Outlook, row: number, need: Need, wishes: readonly Wish[], into: Found): boolean {
	const { choice, ways } = outlook;
	outlook.weigh(row);
	for (const { must, only } of wishes) {
		const way = arrange(only ? choiceOf(choice.all.filter(only)) : choice, need, must);
		if (!way) continue;
		into.way = ways.ofCarriers(way.carriers);
		into.late = way.late;
		into.stale = way.stale;
		into.dollars = way.dollars;
		return true;
	}
	return false;
}
