import type { Source } from '../estate/estate.ts';

/** Sources with their titles as the words of a filter are looked for in them, side by side. */
export interface Searched {
	readonly sources: readonly Source[];
	readonly titles: readonly string[];
}

export const searched = (sources: readonly Source[]): Searched => ({
	sources,
	titles: sources.map(({ title }) => title.toLowerCase()),
});

/**
Whether a word stands in what is said of a source besides its title: kind, family, place, region, account, values of facts. Thousands
say the same, which is looked at once; joining all of it to one text for each source would hold up the first sign.
*/
export function saidBesides(word: string): (source: Source) => boolean {
	const seen = new Map<unknown, boolean>();
	const holds = (value: unknown): boolean => {
		const before = seen.get(value);
		if (before !== undefined) return before;
		const found = String(value).toLowerCase().includes(word);
		seen.set(value, found);
		return found;
	};
	return ({ kind, family, place, region = '', account = '', facts }) => {
		if (holds(kind) || holds(family) || holds(place) || holds(region) || holds(account)) return true;
		for (const fact in facts) {
			const value = facts[fact]?.value;
			if (typeof value !== 'number' && holds(typeof value === 'object' ? String(value) : value)) return true;
		}
		return false;
	};
}
