import type { Know } from '../app/explaining/evaluation.ts';
import type { Documents } from '../app/session/derive.ts';
import type { Source } from '../estate/estate.ts';
import { type FilterWord, narrows, newIn, through, wordsOf } from './filter-words.ts';
import { ordered, type Sort } from './ordered.ts';
import { type Searched, searched } from './searched.ts';

interface Listed {
	readonly filter: string;
	readonly sort: Sort;
	readonly know: Know | undefined;
	readonly shown: readonly Source[];
	/** All sources in the order; undefined before somebody filtered. */
	readonly all: Searched | undefined;
	readonly words: readonly FilterWord[];
	readonly kept: Searched | undefined;
}

/** What was last listed of some sources: a frame asks several times, and a longer filter keeps some of what the shorter one kept. */
const lastOf = new WeakMap<readonly Source[], Listed>();

/** The sources in which every word of a filter occurs, in an order; `>1TB` and `<10GB` are words about the volume. */
export function listed(
	{ estate: { sources } }: Documents,
	filter: string,
	sort: Sort,
	know: Know | undefined,
): readonly Source[] {
	const last = lastOf.get(sources);
	const same = last?.sort === sort && last.know === know ? last : undefined;
	if (same?.filter === filter) return same.shown;
	const words = wordsOf(filter);
	const now = words.length === 0 ? unfiltered(sources, sort, know, same) : filtered(sources, sort, know, words, same);
	lastOf.set(sources, { filter, sort, know, words, ...now });
	return now.shown;
}

type Found = Pick<Listed, 'shown' | 'all' | 'kept'>;

function unfiltered(sources: readonly Source[], sort: Sort, know: Know | undefined, last: Listed | undefined): Found {
	const all = last?.all;
	return { shown: all?.sources ?? ordered(sources, sort, know), all, kept: all };
}

function filtered(
	sources: readonly Source[],
	sort: Sort,
	know: Know | undefined,
	words: readonly FilterWord[],
	last: Listed | undefined,
): Found {
	const all = last?.all ?? searched(last?.words.length === 0 ? last.shown : ordered(sources, sort, know));
	const from =
		last?.kept && narrows(words, last.words) ? { kept: last.kept, words: last.words } : { kept: all, words: [] };
	const kept = newIn(words, from.words).reduce((left, word) => through(left, word, know), from.kept);
	return { shown: kept.sources, all, kept };
}
