import type { FactValue, Vocabulary } from '../../facts/fact.ts';
import { printValue } from '../../facts/quantity-text.ts';
import type { Bound, Condition } from '../../rules/condition.ts';

/** What a single statement of a condition asks, or denies, in words: `Protocol is nfs or smb`, `Volume is not at most 50 TB`. */
export function leafText(leaf: Extract<Condition, { fact: string }>, vocabulary: Vocabulary, denied = false): string {
	const title = titleOf(leaf.fact, vocabulary);
	const is = denied ? 'is not' : 'is';
	if ('known' in leaf) return `${title} is ${leaf.known !== denied ? 'known' : 'not known'}`;
	if ('is' in leaf) {
		return `${title} ${is} ${either(leaf.is.map(word))}`;
	}
	const [side, bound] = 'atLeast' in leaf ? (['at least', leaf.atLeast] as const) : (['at most', leaf.atMost] as const);
	return `${title} ${is} ${side} ${boundText(leaf.fact, bound, vocabulary)}`;
}

/** What joins the parts of a group: all of them, one of them, or not. */
export function groupText(condition: Condition): string {
	if ('all' in condition) return 'all of';
	if ('any' in condition) return 'one of';
	return 'not';
}

/** A value of a fact as people write it. */
export function valueText(fact: string, value: FactValue, vocabulary: Vocabulary): string {
	const form = Object.hasOwn(vocabulary, fact) ? vocabulary[fact] : undefined;
	return form ? printValue(form, value) : String(value);
}

export const titleOf = (fact: string, vocabulary: Vocabulary): string =>
	(Object.hasOwn(vocabulary, fact) ? vocabulary[fact]?.title : undefined) ?? fact;

const boundText = (fact: string, bound: Bound, vocabulary: Vocabulary): string =>
	typeof bound === 'number' ? valueText(fact, bound, vocabulary) : titleOf(bound.fact, vocabulary);

const word = (value: string | boolean): string => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : value);

const either = (words: readonly string[]): string =>
	words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
