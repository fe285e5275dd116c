import type { Known, Source } from '../../estate/estate.ts';
import type { FactValue } from '../../facts/fact.ts';

/** What some sources state that stand one behind the other: where the last of them ends, it ends. */
export interface Batch {
	/** The row of the first of them, and for each of them where its statements end. */
	readonly from: number;
	readonly ends: Int32Array;
	/** Of each statement the number of the fact. */
	readonly about: Uint16Array;
	/** The number that is said, or the place of what is said among the values of the fact. */
	readonly values: Float64Array;
	/** `assumed` where it is only that, and `listed` where it is no number. */
	readonly marks: Uint8Array;
}
export const [assumed, listed] = [1, 2];

/** A fact that sources state. */
export interface Stated {
	readonly fact: string;
	/** Each different value that is no number, as far as it came. */
	readonly values: readonly FactValue[];
}

export interface Statements {
	/** Every fact that any source states, in the order in which they come: those of a batch are known when it comes. */
	readonly facts: readonly Stated[];
	/** What is stated of those that somebody wants; each is written over by the next. */
	readonly batches: Iterable<Batch>;
}

/** Many plans are made of some sources, and one of most. */
const known = new WeakMap<readonly Source[], 'met' | (Statements & { readonly wanted: ReadonlySet<string> })>();

/**
What sources state of some facts. It is remembered from the second time on that somebody asks: a large estate lies scattered in memory,
and is walked no more often.
*/
export function statementsOf(sources: readonly Source[], wanted: ReadonlySet<string>): Statements {
	const made = known.get(sources);
	if (made && made !== 'met' && [...wanted].every((fact) => made.wanted.has(fact))) return made;
	const { facts, batches } = gathered(sources, wanted);
	if (made === undefined) {
		known.set(sources, 'met');
		return { facts, batches };
	}
	return { facts, batches: kept(batches, (all) => known.set(sources, { wanted, facts, batches: all })) };
}

function* kept(batches: Iterable<Batch>, keep: (all: readonly Batch[]) => void): Generator<Batch, void, undefined> {
	const all: Batch[] = [];
	for (const { from, ends, about, values, marks } of batches) {
		const count = ends.at(-1) ?? 0;
		const batch = {
			from,
			ends,
			about: about.slice(0, count),
			values: values.slice(0, count),
			marks: marks.slice(0, count),
		};
		all.push(batch);
		yield batch;
	}
	keep(all);
}

/** Gathers what sources state of some facts while it is read. */
export function gathered(sources: readonly Source[], wanted: ReadonlySet<string>): Statements {
	const { facts, follow } = naming(wanted);
	return { facts, batches: batchesOf(sources, facts, follow) };
}

// A generator that is made anew for each list would hold it until the whole heap is collected.
function* batchesOf(
	sources: readonly Source[],
	facts: readonly Named[],
	follow: Follow,
): Generator<Batch, void, undefined> {
	const first = begun('', -1, false);
	for (let from = 0; from < sources.length; from += together)
		yield batchOf(sources, [from, Math.min(from + together, sources.length)], { first, facts, follow });
}

/**
So many sources are asked what they say before any of it is looked at: memory is then asked for many things at a time, and waited for
once.
*/
const together = 256;

/** A fact as it is met. */
interface Named extends Stated {
	readonly values: FactValue[];
	readonly places: Map<FactValue, number>;
	/** The value that came last: often it comes again. */
	last: FactValue | undefined;
	place: number;
	readonly number: number;
	readonly isWanted: boolean;
	/** Those that were stated next after it of late: mostly one of them comes again. */
	next: Named | undefined;
	other: Named | undefined;
}

const begun = (fact: string, number: number, isWanted: boolean): Named => ({
	...{
		fact,
		number,
		isWanted,
		values: [],
		places: new Map(),
		last: undefined,
		place: 0,
		next: undefined,
		other: undefined,
	},
});

/** Finds the fact that is stated after another. */
type Follow = (before: Named, fact: string) => Named;

function naming(wanted: ReadonlySet<string>): { readonly facts: readonly Named[]; readonly follow: Follow } {
	const facts: Named[] = [];
	const byFact = new Map<string, Named>();
	const follow: Follow = (before, fact) => {
		const found = byFact.get(fact) ?? begun(fact, facts.length, wanted.has(fact));
		if (found.number === facts.length) {
			facts.push(found);
			byFact.set(fact, found);
		}
		before.other = before.next;
		before.next = found;
		return found;
	};
	return { facts, follow };
}

function batchOf(
	sources: readonly Source[],
	[from, to]: readonly [number, number],
	{ first, facts, follow }: { readonly first: Named; readonly facts: readonly Named[]; readonly follow: Follow },
): Batch {
	const own = factsOf(sources, from, to);
	const ends = new Int32Array(to - from);
	let count = 0;
	for (let index = 0; index < own.length; index++) {
		count = takeUp(own[index] as Source['facts'], first, follow, count);
		ends[index] = count;
	}
	if (room.values.length < count) {
		room.numbers = new Uint16Array(2 * count);
		room.values = new Float64Array(2 * count);
		room.marks = new Uint8Array(2 * count);
	}
	const { numbers: about, values, marks } = room;
	for (let index = 0; index < count; index++) {
		const { value, from: origin } = room.said[index] as Known;
		const number = room.about[index] as number;
		about[index] = number;
		const isListed = typeof value !== 'number';
		values[index] = isListed ? placeOf(facts[number] as Named, value) : value;
		marks[index] = (origin === 'assumed' ? assumed : 0) | (isListed ? listed : 0);
	}
	return { from, ends, about, values, marks };
}

/** The place of a value among those of its fact. */
function placeOf(named: Named, value: FactValue): number {
	if (value === named.last) return named.place;
	// Lists that say the same are different things.
	const key = typeof value === 'object' ? JSON.stringify(value) : value;
	let place = named.places.get(key);
	if (place === undefined) {
		place = named.values.push(value) - 1;
		named.places.set(key, place);
	}
	named.last = value;
	named.place = place;
	return place;
}

/** Room for what is taken up, and for what is made of it. */
const room = {
	about: [] as number[],
	said: [] as Known[],
	numbers: new Uint16Array(),
	values: new Float64Array(),
	marks: new Uint8Array(),
};

/** What some sources say, each looked at once: then all of it is near at hand. */
function factsOf(sources: readonly Source[], from: number, to: number): readonly Source['facts'][] {
	const facts: Source['facts'][] = [];
	for (let row = from; row < to; row++) facts.push((sources[row] as Source).facts);
	let many = 0;
	while (many < facts.length && typeof facts[many] === 'object') many++;
	return facts;
}

/** Takes up what a source states behind what others do. Gives how many statements there are then. */
function takeUp(own: Source['facts'], first: Named, follow: Follow, before: number): number {
	const { about, said } = room;
	let named = first;
	let count = before;
	for (const fact in own) {
		const { next, other } = named;
		if (next !== undefined && next.fact === fact) named = next;
		else named = other !== undefined && other.fact === fact ? other : follow(named, fact);
		if (!named.isWanted) continue;
		const statement = own[fact];
		if (statement === undefined) continue;
		about[count] = named.number;
		said[count] = statement;
		count++;
	}
	return count;
}
