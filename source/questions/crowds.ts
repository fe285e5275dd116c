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
	/** Rows, ascending, of those for whom a fact of a standing source was tried, alone or beside others, its own among them. */
	readonly of: (source: string, fact: string, beside?: boolean) => readonly number[];
	/** Rows of all of its crew for whom the fact is open: where it decides for one, the others are asked too. */
	readonly alike: (source: string, fact: string) => readonly number[];
	/** How many sources one stands for. */
	readonly times: (source: string) => number;
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
		return { isStanding: () => true, isMain: () => true, of, alike: of, times: () => 1 };
	}
	const standing = new Map<string, Shares>();
	const crews = new Map<string, (fact: string) => readonly number[]>();
	const rows = new Set<number>();
	const mains = new Set<string>();
	for (const crew of yield* alikeIn(laid, { isOpen, reads, isDue })) {
		if (isDue()) yield;
		const chosen = choose(crew, sources.length);
		const read = new Set(reads(sources[crew.rows[0] as number] as Source));
		const shares = sharer(crew, chosen, read);
		for (const { row, isMain } of chosen) {
			const { id } = sources[row] as Source;
			standing.set(id, (fact, beside) => shares(fact, beside).get(row) ?? []);
			crews.set(id, (fact) => [...shares(fact, false).values()].flat());
			rows.add(row);
			if (isMain) mains.add(id);
		}
	}
	const of = (source: string, fact?: string, beside = false): readonly number[] =>
		standing.get(source)?.(fact, beside) ?? [];
	return {
		isStanding: (row) => rows.has(row),
		isMain: (source) => mains.has(source),
		of,
		alike: (source, fact) => crews.get(source)?.(fact) ?? [],
		times: (source) => of(source).length,
	};
}

/** For whom a fact, or without one all of it, of a standing source is tried. */
type Shares = (fact: string | undefined, beside: boolean) => readonly number[];

/** Shares those for whom a fact is open out among the standing ones for whom it is, each to the nearest by amount; once a fact. */
function sharer(
	{ rows, open }: Crew,
	standing: readonly Standing[],
	read: ReadonlySet<string>,
): (fact: string | undefined, beside: boolean) => ReadonlyMap<number, readonly number[]> {
	const known = new Map<string, ReadonlyMap<number, readonly number[]>>();
	return (fact, beside) => {
		const key = `${beside}|${fact ?? ''}`;
		const found = known.get(key);
		if (found) return found;
		// What only the line reads is open for all or for nobody.
		const has = (row: number): boolean => fact === undefined || !read.has(fact) || open(row).has(fact);
		const trying = standing
			.filter(({ row, isMain }) => has(row) && (isMain || !beside))
			.toSorted((a, b) => a.at - b.at);
		const shares = new Map(trying.map(({ row }): [number, number[]] => [row, []]));
		let next = 0;
		for (let at = 0; at < rows.length && trying.length > 0; at++) {
			const row = rows[at] as number;
			if (!has(row)) continue;
			while (next + 1 < trying.length && isNearer(trying[next + 1] as Standing, trying[next] as Standing, at))
				next += 1;
			shares.get((trying[next] as Standing).row)?.push(row);
		}
		for (const own of shares.values()) own.sort((a, b) => a - b);
		known.set(key, shares);
		return shares;
	};
}

const isNearer = (a: Standing, b: Standing, at: number): boolean => Math.abs(a.at - at) < Math.abs(b.at - at);

/**
Those with the most open facts first, of each kind the middle one by amount, until each fact that is open in some is open in one
of them; then some from the least to the largest.
*/
function choose({ rows, open }: Crew, all: number): readonly Standing[] {
	if (rows.length <= few) return Array.from(rows, (row, at) => ({ row, at, isMain: true }));
	const kinds = new Map<ReadonlySet<string>, number[]>();
	for (let at = 0; at < rows.length; at++) {
		const own = open(rows[at] as number);
		const kind = kinds.get(own);
		if (kind) kind.push(at);
		else kinds.set(own, [at]);
	}
	const covered = new Set<string>();
	const chosen = new Map<number, Standing>();
	const add = (at: number, isMain: boolean): void => {
		if (!chosen.has(at)) chosen.set(at, { row: rows[at] as number, at, isMain });
	};
	for (const [own, members] of [...kinds].toSorted(([a], [b]) => b.size - a.size)) {
		if (chosen.size > 0 && [...own].every((fact) => covered.has(fact))) continue;
		for (const fact of own) covered.add(fact);
		add(members[members.length >> 1] as number, true);
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
