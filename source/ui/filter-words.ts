import type { Know } from '../app/explaining/evaluation.ts';
import type { Source } from '../estate/estate.ts';
import { facts } from '../facts/index.ts';
import { parseValue } from '../facts/quantity-text.ts';
import { type Searched, saidBesides } from './searched.ts';

/** A word of a filter: what occurs in a text, or a bound of the volume in bytes. */
export type FilterWord = { readonly text: string } | { readonly sign: '<' | '>'; readonly bytes: number };

/** The words of a filter; `>1TB` and `<10GB` are words about the volume. */
export const wordsOf = (filter: string): readonly FilterWord[] => filter.split(/\s+/).filter(Boolean).map(wordOf);

function wordOf(word: string): FilterWord {
	const [, sign, amount = ''] = /^([<>])(.+)$/.exec(word) ?? [];
	const bytes = sign ? bytesOf(amount) : undefined;
	return bytes === undefined ? { text: word.toLowerCase() } : { sign: sign === '>' ? '>' : '<', bytes };
}

function bytesOf(text: string): number | undefined {
	try {
		const value = parseValue(facts.volume, text);
		return typeof value === 'number' ? value : undefined;
	} catch {
		return undefined;
	}
}

/** Whether whatever a word lets through, another lets through too. */
const implies = (word: FilterWord, other: FilterWord): boolean =>
	'text' in word
		? 'text' in other && word.text.includes(other.text)
		: 'sign' in other && word.sign === other.sign && word.bytes === other.bytes;

/** Whether words let through only what others let through. */
export const narrows = (words: readonly FilterWord[], others: readonly FilterWord[]): boolean =>
	others.every((other) => words.some((word) => implies(word, other)));

/** The words of a narrower filter that say more than the wider one did. */
export const newIn = (words: readonly FilterWord[], others: readonly FilterWord[]): readonly FilterWord[] =>
	words.filter((word) => !others.some((other) => implies(other, word)));

/** Those that a word lets through, in their order. A plain loop: it runs over every source at each key. */
export function through({ sources, titles }: Searched, word: FilterWord, know: Know | undefined): Searched {
	const kept: { readonly sources: Source[]; readonly titles: string[] } = { sources: [], titles: [] };
	// A word has no blank in it, so that it never stands partly in one text and partly in another.
	const besides = 'text' in word ? saidBesides(word.text) : undefined;
	for (let row = 0; row < sources.length; row += 1) {
		const [source, title] = [sources[row] as Source, titles[row] as string];
		const fits = 'text' in word ? title.includes(word.text) || besides?.(source) : isWithin(source, word, know);
		if (!fits) continue;
		kept.sources.push(source);
		kept.titles.push(title);
	}
	return kept;
}

function isWithin(
	source: Source,
	{ sign, bytes }: { sign: '<' | '>'; bytes: number },
	know: Know | undefined,
): boolean {
	const volume = Number(know?.(source, 'volume')?.value);
	return sign === '>' ? volume > bytes : volume < bytes;
}
