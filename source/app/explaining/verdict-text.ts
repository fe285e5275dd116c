import { type FactValue, isOfLine, type Vocabulary } from '../../facts/fact.ts';
import type { PlanKnown } from '../../plan/plan.ts';
import type { Outcome } from '../../rules/condition.ts';
import type { Verdict } from '../../rules/verdict.ts';
import { wrap } from '../wrap.ts';
import { groupText, leafText, titleOf, valueText } from './condition-text.ts';

/** A value that was read, with where it comes from in words. */
export interface Told {
	readonly value: FactValue;
	readonly says: string;
}

/** Words for an outcome, of one width. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
	holds: 'holds  ',
	fails: 'fails  ',
	unknown: 'unknown',
};

/**
The tree of a verdict as lines: each statement with its outcome and what was read. Of a group only what decided it: the parts
that hold where one is enough, the parts that fail where all must hold.
*/
export function verdictLines(
	verdict: Verdict<Told>,
	vocabulary: Vocabulary,
	width: number,
	indent: string,
): readonly string[] {
	const { condition, outcome } = verdict;
	const setting = { width, first: `${indent}${outcomeWords[outcome]}  ` };
	const leaf = leafOf(verdict);
	if (leaf && 'fact' in leaf.condition) {
		const says = yesNoText(leaf, verdict, vocabulary);
		if (says !== undefined) return wrap(says, setting);
		return wrap(`${leafText(leaf.condition, vocabulary, leaf !== verdict)}${readText(leaf, vocabulary)}`, setting);
	}
	const parts = deciding(verdict);
	const [only] = parts;
	if (!only) return wrap('all' in condition ? 'asks nothing' : 'can never be met', setting);
	if (parts.length === 1 && !('not' in condition)) return verdictLines(only, vocabulary, width, indent);
	return [
		...wrap(`${groupText(condition)}:`, setting),
		...parts.flatMap((part) => verdictLines(part, vocabulary, width, `${indent}  `)),
	];
}

/** What is either so or not, as a statement of a verdict: `There is a read replica: no, yes is wanted (measured: …)`. */
function yesNoText(leaf: Verdict<Told>, verdict: Verdict<Told>, vocabulary: Vocabulary): string | undefined {
	const { known, condition } = leaf;
	if (!('fact' in condition) || !('is' in condition)) return undefined;
	if (typeof known?.value !== 'boolean') {
		const [asked] = condition.is;
		if (known || typeof asked !== 'boolean' || condition.is.length > 1) return undefined;
		const wanted = asked === (leaf === verdict) ? 'yes' : 'no';
		return `${titleOf(condition.fact, vocabulary)}: nobody said, ${wanted} is wanted`;
	}
	const read = valueText(condition.fact, known.value, vocabulary);
	const wanted = verdict.outcome === 'fails' ? `, ${known.value ? 'no' : 'yes'} is wanted` : '';
	return `${titleOf(condition.fact, vocabulary)}: ${read}${wanted}${known.says === '' ? '' : ` (${known.says})`}`;
}

/**
Whether a verdict says nothing about this source that its family and its place do not say already: a stream is no database,
and what stands in AWS needs no line.
*/
export function goesWithoutSaying({ condition, outcome, known, parts = [] }: Verdict<Told>): boolean {
	if (outcome !== 'holds') return false;
	if ('fact' in condition) {
		const { fact } = condition;
		return (
			fact === 'family' || fact === 'where' || (isOfLine(fact) && /\bAWS gives|within AWS/.test(known?.says ?? ''))
		);
	}
	if ('not' in condition) {
		return parts.every((part) => 'fact' in part.condition && ['family', 'where'].includes(part.condition.fact));
	}
	const held = parts.filter((part) => part.outcome === 'holds');
	return 'any' in condition ? held.some(goesWithoutSaying) : held.length > 0 && held.every(goesWithoutSaying);
}

/** A statement, or the one that is denied. */
function leafOf(verdict: Verdict<Told>): Verdict<Told> | undefined {
	if ('fact' in verdict.condition) return verdict;
	const [denied] = 'not' in verdict.condition ? (verdict.parts ?? []) : [];
	const inner = denied && onlyPart(denied);
	return inner && 'fact' in inner.condition ? inner : undefined;
}

/** What a group of one says, however deep. */
function onlyPart(verdict: Verdict<Told>): Verdict<Told> {
	const { condition, parts = [] } = verdict;
	const [only] = parts;
	return only && parts.length === 1 && !('not' in condition) ? onlyPart(only) : verdict;
}

function deciding({ condition, outcome, parts = [] }: Verdict<Told>): readonly Verdict<Told>[] {
	const decided = ('any' in condition && outcome === 'holds') || ('all' in condition && outcome === 'fails');
	return decided ? parts.filter((part) => part.outcome === outcome) : parts;
}

function readText({ known, missing, condition }: Verdict<Told>, vocabulary: Vocabulary): string {
	if (known && 'fact' in condition) {
		return `: ${valueText(condition.fact, known.value, vocabulary)}${known.says === '' ? '' : ` (${known.says})`}`;
	}
	const others = missing.filter((fact) => !('fact' in condition) || fact !== condition.fact);
	if (missing.length === 0) return '';
	return `: nobody said${others.length === 0 ? '' : ` ${others.map((fact) => titleOf(fact, vocabulary)).join(', ')}`}`;
}

/** Where a statement comes from: `measured: cloudwatch, 2026-11-20`. */
export function sourceText({ from, evidence, at, by }: PlanKnown): string {
	const when = at.slice(0, 10);
	if (by !== undefined)
		return `${from === 'assumed' ? 'assumed, not known to' : 'answered by'} ${by}${when === '' ? '' : `, ${when}`}`;
	return `${from}${evidence === '' ? '' : `: ${evidence}`}${when === '' ? '' : `, ${when}`}`;
}
