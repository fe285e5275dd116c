import type { Known, Place, Source } from '../../estate/estate.ts';
import type { FactValue } from '../../facts/fact.ts';
import { type Column, setCell } from '../../rules/table.ts';
import type { Ground } from '../ground/ground.ts';
import { once, onceEach } from '../ground/once.ts';
import { followers, readFacts, turnsWith } from '../ground/read-facts.ts';
import type { Draft } from '../routing/draft.ts';

/** A value put in the place of what is known. */
export interface Try {
	readonly fact: string;
	readonly value: FactValue;
	/** Id of the one source it is tried for; left out: wherever the fact is read. */
	readonly source?: string;
	/** True: also where somebody stated another value; otherwise only where nobody did. */
	readonly always?: boolean;
}

type About = Source | Place | undefined;

const nothing: ReadonlySet<string> = new Set();

/** The facts that turn with one, the same set each time. */
const allWith = onceEach((fact: string): ReadonlySet<string> => new Set(turnsWith(fact)));

/** Facts whose value turns from one set of tries to another. While values of one fact follow each other, it is the same set. */
export function touchedBy(before: readonly Try[], after: readonly Try[]): ReadonlySet<string> {
	if (before.length < 2 && after.length < 2) {
		const [[was], [is]] = [before, after];
		if (was && is && holds(after, was)) return nothing;
		const fact = (was ?? is)?.fact;
		if (fact === undefined) return nothing;
		if (!was || !is || was.fact === is.fact) return allWith(fact);
	}
	const touched = new Set<string>();
	for (const one of before) if (!holds(after, one)) for (const fact of turnsWith(one.fact)) touched.add(fact);
	for (const one of after) if (!holds(before, one)) for (const fact of turnsWith(one.fact)) touched.add(fact);
	return touched;
}

function holds(tries: readonly Try[], { fact, value, source, always }: Try): boolean {
	for (const one of tries)
		if (one.fact === fact && one.value === value && one.source === source && one.always === always) return true;
	return false;
}

/** Lets its caller look at the rows of a draft as if some values were others, and puts them back as they were. */
export type Peek = <T>(tries: readonly Try[], look: () => T) => T;

/** Made while nothing is tried. */
export function peeker(ground: Ground, draft: Draft): Peek {
	const write = cellWriter(ground, draft);
	return (tries, look) => {
		const touched = touchedBy([], tries);
		write(tries, touched);
		const seen = look();
		write([], touched);
		return seen;
	};
}

/** The cells of a fact in the rows of a draft, as they stood before anything was tried. */
interface Kept {
	readonly column: Column;
	/** For each row of the draft: the value, and whether it is open. */
	readonly values: readonly number[];
	readonly open: readonly boolean[];
}

/** Writes what is tried, and what follows from it, into the rows of a draft; to be made while nothing is tried. */
export function cellWriter(
	{ table, places, nearest }: Ground,
	{ place, placeRow, members }: Draft,
): (tries: readonly Try[], touched: ReadonlySet<string>) => void {
	const rows = [placeRow, ...members.map(({ row }) => row)];
	const abouts: readonly About[] = [place, ...members.map(({ source }) => source)];
	const kept = new Map<string, Kept | undefined>();
	const keep = (fact: string): Kept | undefined => {
		const known = kept.get(fact);
		if (known || kept.has(fact)) return known;
		const column = table.columns.get(fact);
		const made = column && {
			column,
			values: rows.map((row) => column.values[row] as number),
			open: rows.map((row) => column.open[row] === 1),
		};
		kept.set(fact, made);
		return made;
	};
	return (tries, touched) => {
		const read = once(() =>
			readFacts((about, fact) => tried(tries, about, fact, nearest) ?? nearest(about, fact), places),
		);
		for (const fact of touched) {
			const cells = keep(fact);
			if (!cells) continue;
			const { column, values, open } = cells;
			const follows = followers.has(fact);
			for (let index = 0; index < rows.length; index++) {
				const row = rows[index] as number;
				const isOpen = open[index] as boolean;
				const about = abouts[index];
				if (follows) setCell(column, row, read()(about, fact)?.value, isOpen);
				else {
					const own = tryOf(tries, fact, about);
					if (own && (isOpen || own.always)) setCell(column, row, own.value, isOpen);
					else column.values[row] = values[index] as number;
				}
			}
		}
	};
}

/** Whether anything is tried for a source. */
export function isTriedFor(tries: readonly Try[], source: Source): boolean {
	for (const one of tries) if (concerns(one, source)) return true;
	return false;
}

const concerns = ({ source }: Try, about: About): boolean => source === undefined || source === about?.id;

/** The last try of a fact for a source or place; this runs for every row of every trial. */
function tryOf(tries: readonly Try[], fact: string, about: About): Try | undefined {
	for (let index = tries.length - 1; index >= 0; index--) {
		const one = tries[index] as Try;
		if (one.fact === fact && concerns(one, about)) return one;
	}
	return undefined;
}

function tried(tries: readonly Try[], about: About, fact: string, nearest: Ground['nearest']): Known | undefined {
	const found = tryOf(tries, fact, about);
	if (!found) return undefined;
	if (!found.always) {
		const known = nearest(about, fact);
		if (known && known.from !== 'assumed') return undefined;
	}
	return { value: found.value, from: 'answered', evidence: 'tried', at: '' };
}
