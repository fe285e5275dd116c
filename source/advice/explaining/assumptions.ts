import type { Place, Source } from '../../estate/estate.ts';
import type { FactValue } from '../../facts/fact.ts';
import { derivedKeys } from '../../facts/index.ts';
import type { Assumption } from '../advice.ts';
import { type Ground, ownFacts } from '../ground/ground.ts';
import { blankNeed, needReader } from '../ground/need.ts';
import { withRoots } from '../ground/read-facts.ts';
import { patternAt } from '../routing/line-plan.ts';
import type { Pattern } from '../routing/patterns.ts';
import type { PlannedPlace } from '../routing/plan-places.ts';
import { restsOnReader } from './rests-on.ts';

/** Facts that rules may read for sources of a family, and for their place, those included that others follow from. */
export function readsOf({ rosterOf, paths }: Ground): {
	readonly source: (family: string) => readonly string[];
	readonly place: readonly string[];
} {
	const found = new Map<string, readonly string[]>();
	const place = withRoots(paths.flatMap(({ inputs }) => [...inputs]));
	return {
		source: (family) => {
			const known = found.get(family);
			if (known) return known;
			const reads = withRoots([...ownFacts, ...rosterOf(family).plans.inputs]);
			found.set(family, reads);
			return reads;
		},
		place,
	};
}

/**
Defaults that nobody confirmed and that a rule read for a planned source or its place, where they would be said; those of one
fact and value together. What only routes read that fail by what is known is left out: nothing rests on it.
*/
export function assumptionsOf(ground: Ground, places: readonly PlannedPlace[]): readonly Assumption[] {
	const notes = notesOf(ground);
	const restsOn = restsOnReader(ground);
	const reads = readsOf(ground);
	const readNeed = needReader(ground.table);
	const need = blankNeed();
	const patterns: (Pattern | undefined)[] = [];
	for (const { rows, plan } of places)
		for (const [index, row] of rows.entries()) patterns[row] = patternAt(plan, index);
	for (const [row, source] of ground.sources.entries()) {
		const pattern = patterns[row];
		if (!pattern) continue;
		readNeed(row, source.family, need);
		notes.ofSource(source, row, restsOn({ source, row, need, pattern }));
	}
	for (const { place, rows } of places) {
		if (!place || place.where === 'aws' || rows.length === 0) continue;
		for (const fact of reads.place) notes.ofPlace(place, fact);
	}
	return notes.all();
}

/** What the sources of a place note that rest on the same facts. */
interface Notes {
	/** Whom the defaults are about that none of them can differ in. */
	readonly alike: readonly string[][];
	/** Facts that some source states, to be read for each. */
	readonly own: readonly string[];
}

/** What was noted of a place: by fact, and by list of facts. */
interface Page {
	readonly noted: Map<string, Noted | undefined>;
	readonly lists: Map<readonly string[], Notes>;
}

type Noted = Assumption & { readonly about: string[] };

/** Gathers assumptions by fact. */
function notesOf({ given, read, stated, table }: Ground) {
	const { vocabulary } = given;
	const found = new Map<string, Noted[]>();
	const scopeOf = (fact: string): Assumption['scope'] => vocabulary[fact]?.about ?? 'source';
	const isAssumed = (fact: string): boolean => vocabulary[fact]?.assume !== undefined && !derivedKeys.has(fact);
	const noteFor = (fact: string, value: FactValue): Noted => {
		const alike = found.get(fact) ?? [];
		const known = alike.find((one) => isSameValue(one.value, value));
		if (known) return known;
		const made = { scope: scopeOf(fact), about: [], fact, value };
		found.set(fact, [...alike, made]);
		return made;
	};
	/** The note of a fact as it is read of a source or place, if it is assumed. */
	const noteOf = (about: Source | Place, fact: string): Noted | undefined => {
		const known = read(about, fact);
		return known?.from === 'assumed' ? noteFor(fact, known.value) : undefined;
	};
	/** What no source states is noted once for all of a place. */
	const noteIn = (page: Page, source: Source, fact: string): Noted | undefined => {
		if (page.noted.has(fact)) return page.noted.get(fact);
		const made = noteOf(source, fact);
		if (made?.scope === 'place') made.about.push(source.place);
		page.noted.set(fact, made);
		return made;
	};
	const begun = (page: Page, source: Source, facts: readonly string[]): Notes => {
		const alike: string[][] = [];
		const own: string[] = [];
		for (const fact of facts) {
			if (!isAssumed(fact)) continue;
			const one = stated.has(fact) ? undefined : noteIn(page, source, fact);
			if (one?.scope === 'source') alike.push(one.about);
			if (stated.has(fact)) own.push(fact);
		}
		return { alike, own };
	};
	const pages = new Map<string, Page>();
	return {
		/** To be told once of each source. */
		ofSource: (source: Source, row: number, facts: readonly string[]): void => {
			const page = pages.get(source.place) ?? { noted: new Map(), lists: new Map() };
			pages.set(source.place, page);
			const notes = page.lists.get(facts) ?? begun(page, source, facts);
			page.lists.set(facts, notes);
			for (const about of notes.alike) about.push(source.id);
			for (const fact of notes.own) {
				if (table.columns.get(fact)?.open[row] === 0) continue;
				const own = noteOf(source, fact);
				own?.about.push(own.scope === 'source' ? source.id : source.place);
			}
		},
		ofPlace: (place: Place, fact: string): void => {
			// Nothing can be said of the sources of a place at the place itself without hiding what differs between them.
			if (isAssumed(fact) && scopeOf(fact) !== 'source') noteOf(place, fact)?.about.push(place.id);
		},
		all: (): readonly Assumption[] =>
			Object.keys(vocabulary).flatMap((fact) =>
				(found.get(fact) ?? []).map((one): Assumption => {
					if (one.scope === 'workload') return { ...one, about: [] };
					// Those of sources come in the order of their ids already.
					return one.scope === 'source' ? one : { ...one, about: [...new Set(one.about)].toSorted() };
				}),
			),
	};
}

const isSameValue = (one: FactValue, other: FactValue): boolean =>
	one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));
