import type { Laid } from '../advice/laid.ts';
import type { Source } from '../estate/estate.ts';
import { alikeIn, type Crew, type ReadsOf } from './alike.ts';
import type { IsOpen } from './open-facts.ts';
import type { IsDue, Slices } from './slices.ts';

/** Which sources are tried, and for which others what is found of them holds. */
export interface Crowd {
	readonly isStanding: (row: number) => boolean;
	/** Whether facts are tried beside others too; of a crew that several stand for those chosen for their amounts alone are spared it. */
	readonly isMain: (source: string) => boolean;
	/** Rows of those for whom a fact of a standing source was tried, alone or beside others, its own among them. */
	readonly of: (source: string, fact: string, beside: boolean) => readonly number[];
	/** How many they are; without a fact: for how many a source stands in all. */
	readonly times: (source: string, fact?: string, beside?: boolean) => number;
	/** Rows of all of its crew for whom the fact is open: where it decides for one, the others are asked too. */
	readonly alike: (source: string, fact: string) => readonly number[];
}

interface Means {
	readonly isOpen: IsOpen;
	readonly reads: ReadsOf;
	readonly isDue: IsDue;
	/** Up to this many sources each is tried. */
	readonly each: number;
}

/** A source that is tried for a crew, and where it stands among it by its amount. */
interface Standing {
	readonly row: number;
	readonly at: number;
	readonly isMain: boolean;
}

/**
Every source stands for itself in a small estate. In a large one a few stand for all that take the same routes and for which the
same routes failed: for every fact that is open in some one of them, and the least, the middle and the largest by amount.
*/
export function* crowds(laid: Laid, { isOpen, reads, isDue, each }: Means): Slices<Crowd> {
	const { sources } = laid.ground;
	if (sources.length <= each) {
		const rows = new Map(sources.map(({ id }, row) => [id, [row]]));
		const of = (source: string): readonly number[] => rows.get(source) ?? [];
		return { isStanding: () => true, isMain: () => true, of, times: () => 1, alike: of };
	}
	const sharing = new Map<string, { readonly row: number; readonly crew: Shares }>();
	const rows = new Set<number>();
	const mains = new Set<string>();
	for (const crew of yield* alikeIn(laid, { isOpen, reads, isDue })) {
		if (isDue()) yield;
		const kinds = yield* kindsOf(crew, isDue);
		const chosen = choose(crew, kinds, sources.length);
		const read = new Set(reads(sources[crew.rows[0] as number] as Source));
		const shares = sharesOf(crew, kinds, chosen, read);
		for (const { row, isMain } of chosen) {
			const { id } = sources[row] as Source;
			sharing.set(id, { row, crew: shares });
			rows.add(row);
			if (isMain) mains.add(id);
		}
	}
	const shareOf = (source: string, fact: string | undefined, beside: boolean): Share | undefined => {
		const { row, crew } = sharing.get(source) ?? {};
		return row === undefined ? undefined : crew?.shared(fact, beside).get(row);
	};
	return {
		isStanding: (row) => rows.has(row),
		isMain: (source) => mains.has(source),
		of: (source, fact, beside) => shareOf(source, fact, beside)?.rows() ?? [],
		times: (source, fact, beside = false) => shareOf(source, fact, beside)?.count ?? 0,
		alike: (source, fact) => sharing.get(source)?.crew.alike(fact) ?? [],
	};
}

/** Those of a crew who leave the same open. */
interface Kind {
	readonly open: ReadonlySet<string>;
	/** Where they stand in it, ascending. */
	readonly places: readonly number[];
}

function* kindsOf({ rows, open }: Crew, isDue: IsDue): Slices<readonly Kind[]> {
	const kinds = new Map<ReadonlySet<string>, number[]>();
	for (let at = 0; at < rows.length; at++) {
		const own = open(rows[at] as number);
		const kind = kinds.get(own);
		if (kind) kind.push(at);
		else kinds.set(own, [at]);
		if (at % many === many - 1 && isDue()) yield;
	}
	return Array.from(kinds, ([own, places]) => ({ open: own, places }));
}

/** So many sources are looked at before anybody asks whether a pause is due; what is open for one is found once for all like it. */
const many = 128;

/** For whom one of several that stand for a crew stands. */
interface Share {
	readonly count: number;
	/** Ascending. */
	readonly rows: () => readonly number[];
}

/** By the row of the standing one. */
type Shared = ReadonlyMap<number, Share>;

/** Shares those for whom a fact is open out among the standing ones for whom it is, each to the nearest by amount. */
interface Shares {
	/** Without a fact: of all. */
	readonly shared: (fact: string | undefined, beside: boolean) => Shared;
	readonly alike: (fact: string) => readonly number[];
}

function sharesOf(
	{ rows, open }: Crew,
	kinds: readonly Kind[],
	standing: readonly Standing[],
	read: ReadonlySet<string>,
): Shares {
	// What only the line reads is open for all or for nobody.
	const isOpenIn = (own: ReadonlySet<string>, fact: string | undefined): boolean =>
		fact === undefined || !read.has(fact) || own.has(fact);
	const known = [new Map<string | undefined, Shared>(), new Map<string | undefined, Shared>()] as const;
	const share = (fact: string | undefined, beside: boolean): Shared => {
		const trying = standing
			.filter(({ row, isMain }) => isOpenIn(open(row), fact) && (isMain || !beside))
			.toSorted((a, b) => a.at - b.at);
		const having = kinds.filter((kind) => isOpenIn(kind.open, fact));
		// Who stands half-way between two belongs to the first.
		const ends = trying.map(({ at }, index) => ((at + (trying[index + 1]?.at ?? rows.length * 2)) >> 1) + 1);
		return new Map(
			trying.map(({ row }, index): [number, Share] => {
				const [from, end] = [ends[index - 1] ?? 0, ends[index] as number];
				const parts = having.map(({ places }) => [places, firstFrom(places, from), firstFrom(places, end)] as const);
				return [
					row,
					{
						count: parts.reduce((sum, [, first, last]) => sum + last - first, 0),
						rows: () =>
							parts
								.flatMap(([places, first, last]) => places.slice(first, last).map((at) => rows[at] as number))
								.sort((a, b) => a - b),
					},
				];
			}),
		);
	};
	return {
		shared: (fact, beside) => {
			const same = known[beside ? 1 : 0];
			const found = same.get(fact) ?? share(fact, beside);
			same.set(fact, found);
			return found;
		},
		alike: (fact) =>
			kinds.filter((kind) => isOpenIn(kind.open, fact)).flatMap(({ places }) => places.map((at) => rows[at] as number)),
	};
}

/** The place of the first of ascending numbers that is not less than one. */
function firstFrom(numbers: readonly number[], one: number): number {
	let [low, high] = [0, numbers.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((numbers[middle] as number) < one) low = middle + 1;
		else high = middle;
	}
	return low;
}

/**
Those with the most open facts first, of each kind the middle one by amount, until each fact that is open in some is open in one
of them; then some from the least to the largest.
*/
function choose({ rows }: Crew, kinds: readonly Kind[], all: number): readonly Standing[] {
	if (rows.length <= few) return Array.from(rows, (row, at) => ({ row, at, isMain: true }));
	const covered = new Set<string>();
	const chosen = new Map<number, Standing>();
	const add = (at: number, isMain: boolean): void => {
		if (!chosen.has(at)) chosen.set(at, { row: rows[at] as number, at, isMain });
	};
	for (const { open, places } of kinds.toSorted((a, b) => b.open.size - a.open.size)) {
		if (chosen.size > 0 && [...open].every((fact) => covered.has(fact))) continue;
		for (const fact of open) covered.add(fact);
		add(places[places.length >> 1] as number, true);
	}
	const enough = all <= small ? several : rows.length < all * share ? 1 : few;
	for (const part of spread) if (chosen.size < enough) add(Math.round((rows.length - 1) * part), false);
	return [...chosen.values()];
}

/** Up to so many sources, several stand for each crew; beyond, a few for one that holds this share of all. */
const small = 2000;
const several = 5;
const few = 3;
const share = 1 / 500;
/** Where they stand by amount, beside those that were chosen for what is open. */
const spread = [1, 0, 1 / 4, 3 / 4];
