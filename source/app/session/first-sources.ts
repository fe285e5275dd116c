import type { Estate, Source } from '../../estate/estate.ts';

/** Up to so many sources are read before anybody notices. */
export const fewSources = 5000;
/** As many as the tallest window shows. */
const shown = 100;

/** A large estate is sorted once, however often its session is saved. */
const firsts = new WeakMap<Estate, readonly Source[]>();

/** The first sources of an estate in the order in which it is kept, with what the list shows of them. */
export function firstOf(estate: Estate): readonly Source[] {
	const known = firsts.get(estate);
	if (known) return known;
	const ids = new Set(
		estate.sources
			.map(({ id }) => id)
			.toSorted()
			.slice(0, shown),
	);
	const first = estate.sources
		.filter(({ id }) => ids.has(id))
		.toSorted((a, b) => (a.id < b.id ? -1 : 1))
		.map(({ facts: { volume, change }, ...source }) => ({
			...source,
			facts: { ...(volume ? { volume } : {}), ...(change ? { change } : {}) },
		}));
	firsts.set(estate, first);
	return first;
}
