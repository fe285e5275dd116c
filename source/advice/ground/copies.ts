import type { Estate, Facts, Link, Source } from '../../estate/estate.ts';
import type { Read } from './read-facts.ts';

/** Many plans are made of one estate. */
const known = new WeakMap<Estate, ReadonlyMap<string, Facts>>();

/**
What follows from the links of the estate about sources that something already brings to a bucket of it: that a copy is kept, and
how old that was when somebody looked. Then they need not be moved twice. A bucket is read where it lies, and a copy in another
region is no copy for whoever trains beside the source.
*/
function copiesIn(estate: Estate): ReadonlyMap<string, Facts> {
	const found = known.get(estate);
	if (found) return found;
	const made = new Map<string, Facts>();
	if (estate.links.length > 0) {
		const sources = new Map(estate.sources.map((source) => [source.id, source]));
		const copyOf = copyReader(estate.links, (id) => sources.get(id));
		for (const source of estate.sources) {
			const facts = copyOf(source);
			if (facts) made.set(source.id, facts);
		}
	}
	known.set(estate, made);
	return made;
}

/** Reads what follows from links about a source that is handed over; `bucketOf` knows the sources to which they lead. */
export function copyReader(
	links: readonly Link[],
	bucketOf: (id: string) => Source | undefined,
): (source: Source) => Facts | undefined {
	const leaving = Map.groupBy(links, ({ from }) => from);
	return (source) => {
		let best: Link | undefined;
		for (const link of leaving.get(source.id) ?? [])
			if (isCopy(source, bucketOf(link.to)) && (!best || isNearer(link, best))) best = link;
		if (!best) return undefined;
		const { by, age } = best;
		const kept = { value: true, from: 'measured', evidence: `${by} brings it there`, at: age?.at ?? '' } as const;
		return { 'copy.kept': kept, ...(age && { 'copy.age': age }) };
	};
}

const isCopy = (from: Source, to: Source | undefined): boolean =>
	from.family !== 'object' &&
	to?.family === 'object' &&
	(from.region === undefined || to.region === undefined || from.region === to.region);

/** The younger copy, one whose age is known before others. */
function isNearer(a: Link, b: Link): boolean {
	const [ageA, ageB] = [a, b].map(({ age }) => age?.value ?? Number.POSITIVE_INFINITY) as [number, number];
	return ageA < ageB || (ageA === ageB && a.by < b.by);
}

/** Reads what follows from links unless somebody says otherwise. */
export function withCopies(estate: Estate, nearest: Read): Read {
	const copies = copiesIn(estate);
	if (copies.size === 0) return nearest;
	return (about, fact) => {
		const found = nearest(about, fact);
		if (found && found.from !== 'assumed') return found;
		return (about && 'place' in about ? copies.get(about.id)?.[fact] : undefined) ?? found;
	};
}

/** The sources, each with what follows from links beside what is stated of it. */
export function withCopyFacts(estate: Estate): readonly Source[] {
	const copies = copiesIn(estate);
	if (copies.size === 0) return estate.sources;
	return estate.sources.map((source) => besideFacts(source, copies.get(source.id)));
}

/** A source with what follows from links; what is stated of it goes before. */
export const besideFacts = (source: Source, copy: Facts | undefined): Source =>
	copy ? { ...source, facts: { ...copy, ...source.facts } } : source;
