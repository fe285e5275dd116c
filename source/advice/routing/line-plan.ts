import type { Source } from '../../estate/estate.ts';
import type { Ground } from '../ground/ground.ts';
import { blankNeed, type ReadNeed } from '../ground/need.ts';
import { type Arrangement, arrange, choiceOf } from './arrange.ts';
import { type Choices, mustFor, type Wish } from './forced.ts';
import { type Merits, meritsEach } from './merits.ts';
import type { Pattern, Patterns } from './outlook.ts';
import type { PathOption } from './path-options.ts';
import { type Found, nothingFound, type Way } from './ranking.ts';

/** What is best for the sources of a place under one line, each at its own place in every list. */
export interface LinePlan {
	readonly patterns: readonly Pattern[];
	/** Where the merits of a source begin, and behind the last where they end. */
	readonly starts: Int32Array;
	readonly merits: Merits;
	/** Undefined where no route passes. */
	readonly ways: readonly (Way | undefined)[];
	/** Seconds beyond the deadline and beyond the age wanted, dollars over the months counted, work included. */
	readonly late: Float64Array;
	readonly stale: Float64Array;
	readonly dollars: Float64Array;
}

/** How sources are planned. */
export interface Means {
	readonly readNeed: ReadNeed;
	readonly choices: Choices;
	readonly patternsOf: (option: PathOption) => Patterns;
}

/** Plans rows over whose path facts a line is laid: what the gates say, what each route that passes comes to, which is best. */
export function planUnder(ground: Ground, rows: Int32Array, option: PathOption, means: Means): LinePlan {
	const patternOf = means.patternsOf(option);
	const patterns: Pattern[] = [];
	const starts = new Int32Array(rows.length + 1);
	for (let index = 0; index < rows.length; index++) {
		const row = rows[index] as number;
		const pattern = patternOf(row);
		patterns.push(pattern);
		starts[index + 1] = (starts[index] as number) + pattern.outlook.choice.all.length * meritsEach;
	}
	const merits = new Float64Array(starts[rows.length] as number);
	for (let index = 0; index < rows.length; index++)
		(patterns[index] as Pattern).outlook.weighInto(rows[index] as number, merits, starts[index] as number);
	return { patterns, starts, merits, ...ranked(ground, rows, { patterns, starts, merits }, means) };
}

/** The best way of each row from what its routes come to. */
function ranked(
	{ sources }: Ground,
	rows: Int32Array,
	{ patterns, starts, merits }: Pick<LinePlan, 'patterns' | 'starts' | 'merits'>,
	{ readNeed, choices }: Pick<Means, 'readNeed' | 'choices'>,
): Pick<LinePlan, 'ways' | 'late' | 'stale' | 'dollars'> {
	const ways: (Way | undefined)[] = [];
	const [late, stale, dollars] = [0, 0, 0].map(() => new Float64Array(rows.length)) as [
		Float64Array,
		Float64Array,
		Float64Array,
	];
	const need = blankNeed();
	const found = nothingFound();
	const wish = wisher(choices);
	for (let index = 0; index < rows.length; index++) {
		const row = rows[index] as number;
		const source = sources[row] as Source;
		readNeed(row, source.family, need);
		const { outlook } = patterns[index] as Pattern;
		const wishes = wish ? wish(source) : none;
		if (wishes.length === 0 || !wished(outlook, row, need, wishes, found))
			outlook.rank(need, merits, starts[index] as number, found);
		ways.push(found.way);
		late[index] = found.late;
		stale[index] = found.stale;
		dollars[index] = found.dollars;
	}
	return { ways, late, stale, dollars };
}

const none: readonly Wish[] = [];

/** Reads what people chose; undefined where nobody chose anything. */
const wisher = (choices: Choices): ((source: Source) => readonly Wish[]) | undefined =>
	choices.any !== false || choices.strategies ? (source) => mustFor(choices, source) : undefined;

/** The best way that fulfils what people chose, where any does. */
function wished(
	outlook: Pattern['outlook'],
	row: number,
	need: ReturnType<typeof blankNeed>,
	wishes: readonly Wish[],
	into: Found,
): boolean {
	const { choice } = outlook;
	outlook.weigh(row);
	for (const { must, only } of wishes) {
		const way = arrange(only ? choiceOf(choice.all.filter(only)) : choice, need, must);
		if (!way) continue;
		into.way = wayOf(outlook, way);
		into.late = way.late;
		into.stale = way.stale;
		into.dollars = way.dollars;
		return true;
	}
	return false;
}

/** Sources of an outlook that take the same share one way. */
const chosen = new WeakMap<Pattern['outlook'], Map<string, Way>>();

function wayOf(outlook: Pattern['outlook'], { carriers, outcome, order }: Arrangement): Way {
	const own = chosen.get(outlook) ?? new Map<string, Way>();
	chosen.set(outlook, own);
	const key = carriers
		.map(({ entry, part, purpose }) => `${outlook.choice.all.indexOf(entry)} ${part} ${purpose}`)
		.join();
	const known = own.get(key) ?? { carriers, outcome, order };
	own.set(key, known);
	return known;
}
