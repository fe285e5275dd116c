import type { Known, Place, Source } from '../../estate/estate.ts';
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
Defaults that nobody confirmed and that a rule read for a planned source or its place; each once, where it would be said.
What only routes read that fail by what is known is left out: nothing rests on it.
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
		for (const fact of restsOn({ source, row, need, pattern })) notes.ofSource(source, fact);
	}
	for (const { place, rows } of places) {
		if (!place || place.where === 'aws' || rows.length === 0) continue;
		for (const fact of reads.place) notes.ofPlace(place, fact);
	}
	return notes.all();
}

/** Gathers assumptions by fact. */
function notesOf({ given, read, stated }: Ground) {
	const { vocabulary } = given;
	const byFact = new Map<string, Assumption[]>();
	const told = new Map<string, Set<string>>();
	const shared = new Map<string, Map<string, Known | undefined>>();
	const isAssumed = (fact: string): boolean => vocabulary[fact]?.assume !== undefined && !derivedKeys.has(fact);
	/** What no source states is the same for all of a place. */
	const readOf = (source: Source, fact: string): Known | undefined => {
		if (stated.has(fact)) return read(source, fact);
		const known = shared.get(source.place) ?? new Map<string, Known | undefined>();
		shared.set(source.place, known);
		if (!known.has(fact)) known.set(fact, read(source, fact));
		return known.get(fact);
	};
	const note = (fact: string, scope: Assumption['scope'], about: string, known: Known | undefined): void => {
		if (known?.from !== 'assumed') return;
		if (scope !== 'source') {
			const holders = told.get(fact) ?? new Set();
			told.set(fact, holders);
			if (holders.has(about)) return;
			holders.add(about);
		}
		const found = byFact.get(fact);
		const assumption = { scope, about, fact, value: known.value };
		if (found) found.push(assumption);
		else byFact.set(fact, [assumption]);
	};
	return {
		ofSource: (source: Source, fact: string): void => {
			if (!isAssumed(fact)) return;
			const scope = vocabulary[fact]?.about ?? 'source';
			const about = scope === 'source' ? source.id : scope === 'place' ? source.place : '';
			note(fact, scope, about, readOf(source, fact));
		},
		ofPlace: (place: Place, fact: string): void => {
			const scope = vocabulary[fact]?.about ?? 'source';
			// Nothing can be said of the sources of a place at the place itself without hiding what differs between them.
			if (!isAssumed(fact) || scope === 'source') return;
			note(fact, scope, scope === 'workload' ? '' : place.id, read(place, fact));
		},
		all: (): readonly Assumption[] =>
			Object.keys(vocabulary).flatMap((fact) => {
				const found = byFact.get(fact) ?? [];
				const [first] = found;
				// Those of sources come in the order of their ids already.
				return first?.scope === 'source' ? found : found.toSorted((a, b) => (a.about < b.about ? -1 : 1));
			}),
	};
}
