import { clean } from '../facts/clean.ts';

/** A clause as a sentence: a capital where it begins with a plain small word, and an end. */
export function sentence(text: string): string {
	const line = clean(text).trim();
	if (line === '') return '';
	const begun = /^[a-z]+(?=[\s,']|$)/.test(line) ? line.charAt(0).toUpperCase() + line.slice(1) : line;
	return /[.!?…]$/.test(begun) ? begun : `${begun}.`;
}

/** `a`, `a and b`, `a, b and 3 more`. */
export const named = (titles: readonly string[], shown = 2): string => namedBy(titles, (title) => title, shown);

/** The same of ids; titles are looked up of those alone that are shown. */
export function namedBy(ids: readonly string[], title: (id: string) => string, shown = 2): string {
	const titles = ids.slice(0, shown).map(title);
	return ids.length <= shown ? listed(titles, 'and') : `${titles.join(', ')} and ${ids.length - shown} more`;
}

/** `a`, `a or b`, `a, b or c`. */
export function listed(titles: readonly string[], last: 'and' | 'or'): string {
	return titles.length < 2 ? titles.join('') : `${titles.slice(0, -1).join(', ')} ${last} ${titles.at(-1)}`;
}

/** `1 source`, `2 sources`. */
export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
