import type { Known, Source } from '../../estate/estate.ts';
import type { FactValue } from '../../facts/fact.ts';

/** What some sources state that stand one behind the other. */
export interface Batch {
	/** The row of the first of them, and for each of them where its statements end. */
	readonly from: number;
	readonly ends: Int32Array;
	/** Of each statement the number of the fact, its value, and 1 where it is only assumed; what stands behind the last is left over. */
	readonly about: readonly number[];
	readonly values: readonly FactValue[];
	/** Its value once more where that is a number, else NaN. */
	readonly numbers: Float64Array;
	readonly open: Uint8Array;
}

export interface Statements {
	/** Every fact that any source states, in the order in which they come: those of a batch are known when it comes. */
	readonly facts: readonly string[];
	/** What is stated of those that somebody wants. */
	readonly batches: Iterable<Batch>;
}

/** Many plans may be made of the same sources; those of which a second one is made are worth to be remembered. */
const seen = new WeakSet<readonly Source[]>();
const known = new WeakMap<readonly Source[], Statements & { readonly wanted: ReadonlySet<string> }>();

/** What sources state of some facts: a large estate lies scattered in memory and is walked for it twice at most. */
export function statementsOf(sources: readonly Source[], wanted: ReadonlySet<string>): Statements {
	const made = known.get(sources);
	if (made && [...wanted].every((fact) => made.wanted.has(fact))) return made;
	const { facts, batches } = gathered(sources, wanted);
	if (seen.has(sources))
		return { facts, batches: kept(batches, (all) => known.set(sources, { wanted, facts, batches: all })) };
	seen.add(sources);
	return { facts, batches };
}

function* kept(batches: Iterable<Batch>, keep: (all: readonly Batch[]) => void): Generator<Batch, void, undefined> {
	const all: Batch[] = [];
	for (const batch of batches) {
		const { from, ends, about, values, numbers, open } = batch;
		const count = ends.at(-1) as number;
		all.push({
			from,
			ends: ends.slice(),
			about: about.slice(0, count),
			values: values.slice(0, count),
			numbers: numbers.slice(0, count),
			open: open.slice(0, count),
		});
		yield batch;
	}
	keep(all);
}

/** Gathers what sources state of some facts while it is read; a batch stands until the next is read. */
export function gathered(sources: readonly Source[], wanted: ReadonlySet<string>): Statements {
	const { facts, follow } = naming(wanted);
	return { facts, batches: batchesOf(sources, follow) };
}

// A generator that is made anew for each list would hold it until the whole heap is collected.
function* batchesOf(sources: readonly Source[], follow: Follow): Generator<Batch, void, undefined> {
	const first = begun('', -1, false);
	for (let from = 0; from < sources.length; from += together)
		yield batchOf(sources, [from, Math.min(from + together, sources.length)], { first, follow });
}

/**
So many sources are asked what they say before any of it is looked at: memory is then asked for many things at a time, and waited for
once.
*/
const together = 256;

/** A fact that a source states. */
interface Named {
	readonly fact: string;
	readonly number: number;
	readonly isWanted: boolean;
	/** Those that were stated next after it of late: mostly one of them comes again. */
	next: Named | undefined;
	other: Named | undefined;
}

const begun = (fact: string, number: number, isWanted: boolean): Named => ({
	...{ fact, number, isWanted, next: undefined, other: undefined },
});

/** Finds the fact that is stated after another. */
type Follow = (before: Named, fact: string) => Named;

function naming(wanted: ReadonlySet<string>): { readonly facts: readonly string[]; readonly follow: Follow } {
	const facts: string[] = [];
	const byFact = new Map<string, Named>();
	const follow: Follow = (before, fact) => {
		const found = byFact.get(fact) ?? begun(fact, facts.length, wanted.has(fact));
		if (found.number === facts.length) {
			facts.push(fact);
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
	{ first, follow }: { readonly first: Named; readonly follow: Follow },
): Batch {
	const { facts, about, said, values } = room;
	const many = takeFacts(sources, from, to);
	let count = 0;
	for (let index = 0; index < many; index++) {
		count = takeUp(facts[index] as Source['facts'], first, follow, count);
		room.ends[index] = count;
	}
	if (count > room.open.length)
		Object.assign(room, { open: new Uint8Array(2 * count), numbers: new Float64Array(2 * count) });
	const { open, numbers } = room;
	for (let index = 0; index < count; index++) {
		const { value, from: origin } = said[index] as Known;
		values[index] = value;
		numbers[index] = typeof value === 'number' ? value : Number.NaN;
		open[index] = origin === 'assumed' ? 1 : 0;
	}
	return { from, ends: room.ends.subarray(0, many), about, values, numbers, open };
}

/** Room for a batch. */
const room = {
	facts: [] as Source['facts'][],
	ends: new Int32Array(together),
	about: [] as number[],
	said: [] as Known[],
	values: [] as FactValue[],
	numbers: new Float64Array(),
	open: new Uint8Array(),
};

/** Takes what some sources say, each looked at once: then all of it is near at hand. Gives how many they are. */
function takeFacts(sources: readonly Source[], from: number, to: number): number {
	const { facts } = room;
	for (let row = from; row < to; row++) facts[row - from] = (sources[row] as Source).facts;
	let many = 0;
	while (many < to - from && typeof facts[many] === 'object') many++;
	return many;
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
