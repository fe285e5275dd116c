import type { Estate, Source } from '../../estate/estate.ts';
import { withCopyFacts } from './copies.ts';

/** What sources are and where they stand, as numbers: a large estate lies scattered in memory and is walked once for them. */
export interface Muster {
	/** In the order of their ids. */
	readonly sources: readonly Source[];
	readonly ids: readonly string[];
	readonly families: Numbers<Source['family']>;
	readonly places: Numbers<string>;
	readonly regions: Numbers<string | undefined>;
	readonly accounts: Numbers<string | undefined>;
	/** For each source the row from which it takes what it does not say itself: that of its place, or of the workload. */
	readonly base: Int32Array;
}

/** Texts in the order in which sources name them first, and for each source the number of its own among them. */
interface Numbers<Text> {
	readonly all: readonly Text[];
	readonly of: Int32Array;
}

/** Many plans are made of one estate. */
const mustered = new WeakMap<Estate, Muster>();

/** Sources stand first, in the order of their ids, then places, then the workload. */
export function musterOf(estate: Estate): Muster {
	const found = mustered.get(estate) ?? muster(estate.places, withCopyFacts(estate));
	mustered.set(estate, found);
	return found;
}

function muster(known: Estate['places'], all: readonly Source[]): Muster {
	const count = all.length;
	const rows = new Map(known.map(({ id }, index) => [id, count + index]));
	const rowOf = (place: string): number => rows.get(place) ?? count + known.length;
	const found = musterIn(all, rowOf);
	// What is read from a file stands in order already.
	if (inOrder(found.ids)) return found;
	return musterIn(
		all.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
		rowOf,
	);
}

/** The same for sources as they stand; `rowOf` tells from which row those of a place take what they do not say themselves. */
export function musterIn(sources: readonly Source[], rowOf: (place: string) => number): Muster {
	const count = sources.length;
	const [families, places] = [numberer<Source['family']>(count), numberer<string>(count)];
	const [regions, accounts] = [numberer<string | undefined>(count), numberer<string | undefined>(count)];
	const ids = new Array<string>(count);
	for (let row = 0; row < count; row++) {
		const { id, family, place, region, account } = sources[row] as Source;
		ids[row] = id;
		families.add(row, family);
		places.add(row, place);
		regions.add(row, region);
		accounts.add(row, account);
	}
	const bases = places.all.map(rowOf);
	const base = places.of.map((place) => bases[place] as number);
	return { sources, ids, families, places, regions, accounts, base };
}

function inOrder(ids: readonly string[]): boolean {
	for (let row = 1; row < ids.length; row++) if ((ids[row] as string) < (ids[row - 1] as string)) return false;
	return true;
}

/** Numbers texts as they come; often the same one comes again. */
function numberer<Text>(count: number): Numbers<Text> & { readonly add: (row: number, text: Text) => void } {
	const all: Text[] = [];
	const of = new Int32Array(count);
	const known = new Map<Text, number>();
	let last: Text | undefined;
	let number = -1;
	return {
		all,
		of,
		add: (row, text) => {
			if (text !== last || number < 0) {
				number = known.get(text) ?? all.push(text) - 1;
				known.set(text, number);
				last = text;
			}
			of[row] = number;
		},
	};
}

/** The rows of each number, ascending: parts of one list, since there are thousands of them. */
export function rowsByNumber({ all, of }: Numbers<unknown>): readonly Int32Array[] {
	const counts = new Int32Array(all.length);
	for (let row = 0; row < of.length; row++) counts[of[row] as number] = (counts[of[row] as number] as number) + 1;
	const ends = new Int32Array(all.length);
	for (let number = 1; number < ends.length; number++)
		ends[number] = (ends[number - 1] as number) + (counts[number - 1] as number);
	const rows = new Int32Array(of.length);
	for (let row = 0; row < of.length; row++) {
		const number = of[row] as number;
		const end = ends[number] as number;
		rows[end] = row;
		ends[number] = end + 1;
	}
	return Array.from(ends, (end, number) => rows.subarray(end - (counts[number] as number), end));
}
