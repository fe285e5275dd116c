import { clean } from '../facts/clean.ts';

/** A clause as a sentence: a capital where it begins with a plain small word, and an end. */
export function sentence(text: string): string {
	const line = clean(text).trim();
	if (line === '') return '';
	const begun = /^[a-z]+(?=[\s,']|$)/.test(line) ? line.charAt(0).toUpperCase() + line.slice(1) : line;
	return /[.!?…]$/.test(begun) ? begun : `${begun}.`;
}

/** `a`, `a and b`, `a, b and 3 more`. */
export function named(titles: readonly string[], shown = 2): string {
	if (titles.length <= shown) return listed(titles, 'and');
	return `${titles.slice(0, shown).join(', ')} and ${titles.length - shown} more`;
}

/** `a`, `a or b`, `a, b or c`. */
export function listed(titles: readonly string[], last: 'and' | 'or'): string {
	return titles.length < 2 ? titles.join('') : `${titles.slice(0, -1).join(', ')} ${last} ${titles.at(-1)}`;
}

/** `1 source`, `2 sources`. */
export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
