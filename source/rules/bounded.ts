import type { Condition } from './condition.ts';

const holds: Condition = { all: [] };
const fails: Condition = { any: [] };

/**
The least, or the most, that a condition can come to when nobody knows yet what it makes of some facts. Where both are alike,
those facts decide nothing. The condition itself where it reads none of them.
*/
export function bounded(condition: Condition, isFree: (fact: string) => boolean, most: boolean): Condition {
	if ('all' in condition) {
		const all = boundedParts(condition.all, isFree, most);
		return all === condition.all ? condition : all.some((part) => part === fails) ? fails : { all };
	}
	if ('any' in condition) {
		const any = boundedParts(condition.any, isFree, most);
		return any === condition.any ? condition : any.some((part) => part === holds) ? holds : { any };
	}
	if ('not' in condition) {
		const not = bounded(condition.not, isFree, !most);
		return not === condition.not ? condition : not === fails ? holds : not === holds ? fails : { not };
	}
	const bound = 'atLeast' in condition ? condition.atLeast : 'atMost' in condition ? condition.atMost : undefined;
	const free = isFree(condition.fact) || (typeof bound === 'object' && isFree(bound.fact));
	return free ? (most ? holds : fails) : condition;
}

function boundedParts(
	parts: readonly Condition[],
	isFree: (fact: string) => boolean,
	most: boolean,
): readonly Condition[] {
	const own = parts.map((part) => bounded(part, isFree, most));
	return own.every((part, index) => part === parts[index]) ? parts : own;
}
