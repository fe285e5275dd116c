import type { FactValue } from '../facts/fact.ts';
import type { Bound, Condition, Outcome } from './condition.ts';

/** What can be read about a fact; the estate's `Known` is one. */
export interface Stated {
	readonly value: FactValue;
}

/** A condition's own tree, judged. Built only for what somebody looks at; planning uses the compiled tests. */
export interface Verdict<K extends Stated = Stated> {
	readonly outcome: Outcome;
	readonly condition: Condition;
	/** What was read, on a leaf whose fact is known. */
	readonly known?: K;
	readonly parts?: readonly Verdict<K>[];
	/** Facts whose absence leaves this verdict unknown, each once. */
	readonly missing: readonly string[];
}

type Read<K> = (fact: string) => K | undefined;

const order: readonly Outcome[] = ['fails', 'unknown', 'holds'];
const outcomeOf = (rank: number): Outcome => order[rank] ?? 'unknown';

/**
Judges a condition in three values: `all` is the worst of its parts, `any` the best, an unread fact is unknown.
An assumed value counts like any other, so that an answer equal to it changes nothing.
*/
export function judge<K extends Stated>(condition: Condition, read: Read<K>): Verdict<K> {
	if ('all' in condition) return group(condition, condition.all, read, 'worst');
	if ('any' in condition) return group(condition, condition.any, read, 'best');
	if ('not' in condition) {
		const part = judge(condition.not, read);
		return { outcome: outcomeOf(2 - order.indexOf(part.outcome)), condition, parts: [part], missing: part.missing };
	}
	return leaf(condition, read);
}

function group<K extends Stated>(
	condition: Condition,
	parts: readonly Condition[],
	read: Read<K>,
	pick: 'worst' | 'best',
): Verdict<K> {
	const judged = parts.map((part) => judge(part, read));
	const ranks = judged.map((part) => order.indexOf(part.outcome));
	const outcome = outcomeOf(pick === 'worst' ? Math.min(2, ...ranks) : Math.max(0, ...ranks));
	const missing = outcome === 'unknown' ? [...new Set(judged.flatMap((part) => part.missing))] : [];
	return { outcome, condition, parts: judged, missing };
}

function leaf<K extends Stated>(condition: Extract<Condition, { fact: string }>, read: Read<K>): Verdict<K> {
	const known = read(condition.fact);
	if ('known' in condition) {
		const outcome = (known !== undefined) === condition.known ? 'holds' : 'fails';
		return { outcome, condition, ...(known && { known }), missing: [] };
	}
	if (!known) return { outcome: 'unknown', condition, missing: [condition.fact] };
	if ('is' in condition) {
		return { outcome: matches(condition.is, known) ? 'holds' : 'fails', condition, known, missing: [] };
	}
	const bound = boundOf('atLeast' in condition ? condition.atLeast : condition.atMost, read);
	if (typeof bound === 'string') return { outcome: 'unknown', condition, known, missing: [bound] };
	const within = 'atLeast' in condition ? Number(known.value) >= bound : Number(known.value) <= bound;
	return { outcome: within ? 'holds' : 'fails', condition, known, missing: [] };
}

/** The number, or the key of the fact that would give it. */
function boundOf(bound: Bound, read: Read<Stated>): number | string {
	if (typeof bound === 'number') return bound;
	const known = read(bound.fact);
	return known ? Number(known.value) : bound.fact;
}

function matches(wanted: readonly (string | boolean)[], { value }: Stated): boolean {
	if (Array.isArray(value)) return value.length === 0 ? wanted.includes('none') : value.some((v) => wanted.includes(v));
	return wanted.includes(value as string | boolean);
}
