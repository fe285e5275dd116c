import type { Know } from '../app/explaining/evaluation.ts';
import type { Source } from '../estate/estate.ts';

/** The orders of the list of sources; the first is the order in which they were found. */
export const sorts = ['found', 'name', 'kind', 'place', 'volume', 'velocity'] as const;
export type Sort = (typeof sorts)[number];

/** Sources in an order; those that are alike in it stay as they were found. */
export function ordered(sources: readonly Source[], sort: Sort, know: Know | undefined): readonly Source[] {
	if (sort === 'found') return sources;
	if (sort === 'volume' || sort === 'velocity') {
		const fact = sort === 'volume' ? 'volume' : 'change';
		const amounts = new Map(sources.map((source) => [source, Number(know?.(source, fact)?.value ?? -1)]));
		return sources.toSorted((a, b) => (amounts.get(b) ?? -1) - (amounts.get(a) ?? -1));
	}
	const key = ({ title, kind, place, region = '' }: Source): string =>
		sort === 'name' ? title : sort === 'kind' ? `${kind} ${title}` : `${place} ${region} ${title}`;
	const keys = new Map(sources.map((source) => [source, key(source).toLowerCase()]));
	const of = (source: Source): string => keys.get(source) ?? '';
	return sources.toSorted((a, b) => (of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : 0));
}
