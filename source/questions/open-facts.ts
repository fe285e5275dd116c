import type { Ground } from '../advice/ground/ground.ts';
import { notSure } from '../estate/answers.ts';
import type { Place, Source } from '../estate/estate.ts';
import { lookup } from '../estate/glob.ts';
import { derivedKeys } from '../facts/index.ts';

/** Facts about whole projects that are said once for all sources, though a source may differ. */
const saidOnce: ReadonlySet<string> = new Set(['regime', 'residency', 'deadline']);

export type Scope = 'workload' | 'place' | 'source';

/** Where a fact is asked: as the vocabulary says, and for the workload what is said once. */
export function scopeOf({ given }: Ground, fact: string): Scope {
	return saidOnce.has(fact) ? 'workload' : (given.vocabulary[fact]?.about ?? 'source');
}

/** Whether nobody stated a fact about a source, a place or the workload, and a person could be asked for it. */
export type IsOpen = (about: Source | Place | undefined, fact: string) => boolean;

/**
Reads from the answers and the vocabulary what may be asked: facts with a question that are unknown or assumed. Who answered
`unknown` is not asked again.
*/
export function openFacts({ given, nearest }: Ground): IsOpen {
	const { workload, places: saidOfPlaces, sources } = given.answers;
	const saidOfSources = lookup(sources);
	const isGivenUp = (about: Source | Place | undefined, fact: string): boolean => {
		if (workload[fact] === notSure) return true;
		if (!about) return false;
		const place = 'place' in about ? about.place : about.id;
		if (saidOfPlaces[place]?.[fact] === notSure) return true;
		return 'place' in about && saidOfSources(about.id).some((said) => said[fact] === notSure);
	};
	return (about, fact) => {
		const said = given.vocabulary[fact];
		if (said?.question === undefined || derivedKeys.has(fact)) return false;
		const known = nearest(about, fact);
		if (known && known.from !== 'assumed') return false;
		return !isGivenUp(about, fact);
	};
}
