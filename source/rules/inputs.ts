import type { Condition, Term } from './condition.ts';
import type { Formula } from './formula.ts';

/** Facts that a condition may read, in the order in which it mentions them, each once. */
export function inputsOfCondition(condition: Condition): readonly string[] {
	const found = ofConditions.get(condition) ?? [...new Set(leavesOf(condition).flatMap(inputsOfLeaf))];
	ofConditions.set(condition, found);
	return found;
}

/** Records share most of their conditions, and are asked for them by everybody who reads them. */
const ofConditions = new WeakMap<Condition, readonly string[]>();

/** The leaves of a condition, from left to right. */
export function leavesOf(condition: Condition): readonly Extract<Condition, { fact: string }>[] {
	if ('all' in condition) return condition.all.flatMap(leavesOf);
	if ('any' in condition) return condition.any.flatMap(leavesOf);
	if ('not' in condition) return leavesOf(condition.not);
	return [condition];
}

function inputsOfLeaf(leaf: Extract<Condition, { fact: string }>): readonly string[] {
	const bound = 'atLeast' in leaf ? leaf.atLeast : 'atMost' in leaf ? leaf.atMost : undefined;
	return typeof bound === 'object' ? [leaf.fact, bound.fact] : [leaf.fact];
}

/** Facts that a term may read: its own and those its formulas declare, each once. */
export function inputsOfTerm(term: Term, formulas: Readonly<Record<string, Formula>>): readonly string[] {
	if (typeof term === 'number') return [];
	if ('fact' in term) return [term.fact];
	if ('formula' in term) return formulas[term.formula]?.inputs ?? [];
	const parts = 'sum' in term ? term.sum : 'product' in term ? term.product : term.largest;
	return [...new Set(parts.flatMap((part) => inputsOfTerm(part, formulas)))];
}
