import type { Known } from '../estate/estate.ts';
import { clean } from '../facts/clean.ts';
import type { Origin, Plan, PlanKnown, Statements } from './plan.ts';

/** Writes statements safe to print, so that each origin is told once, under a key such as `measured-2`. */
export interface StatementWriter {
	/** Statements by fact, in the order given, below the keys of their origins. */
	readonly write: (facts: readonly (readonly [fact: string, known: Known | PlanKnown])[]) => Statements;
	/** All origins that were told, in the order in which they first were. */
	readonly origins: () => Plan['origins'];
}

/** A writer that goes on from the origins that a plan tells already. */
export function statementWriter(told: Plan['origins'] = {}): StatementWriter {
	const origins = new Map<string, Origin>(Object.entries(told));
	const keys = new Map([...origins].map(([key, origin]) => [textOf(origin), key]));
	const counts = new Map<string, number>();
	// Statements of one origin mostly follow one another.
	let last: Origin | undefined;
	let lastKey = '';
	const newKey = (from: string): string => {
		const count = (counts.get(from) ?? 0) + 1;
		counts.set(from, count);
		const key = `${from}-${count}`;
		return origins.has(key) ? newKey(from) : key;
	};
	const keyOf = (origin: Origin): string => {
		if (last && isSameOrigin(last, origin)) return lastKey;
		const text = textOf(origin);
		const known = keys.get(text);
		lastKey = known ?? newKey(origin.from);
		if (known === undefined) {
			keys.set(text, lastKey);
			origins.set(lastKey, safeOrigin(origin));
		}
		last = origin;
		return lastKey;
	};
	const texts = new Map<string, string>();
	const cleaned = (text: string): string => {
		const known = texts.get(text) ?? clean(text);
		texts.set(text, known);
		return known;
	};
	return {
		write: (facts) => {
			const written: Record<string, Record<string, PlanKnown['value']>> = {};
			for (const [fact, known] of facts) {
				const key = keyOf(known);
				const values = written[key] ?? {};
				values[fact] = typeof known.value === 'string' ? cleaned(known.value) : safeValue(known.value);
				written[key] = values;
			}
			return written;
		},
		origins: () => Object.fromEntries(origins),
	};
}

/** A statement as a plan holds it: safe to print, without the interval of a sample. */
export const planKnown = (known: Known): PlanKnown => ({ value: safeValue(known.value), ...safeOrigin(known) });

const safeValue = (value: PlanKnown['value']): PlanKnown['value'] =>
	typeof value === 'string' ? clean(value) : Array.isArray(value) ? value.map(clean) : value;

const safeOrigin = ({ from, evidence, at, by }: Origin): Origin => ({
	...{ from, evidence: clean(evidence), at },
	...(by !== undefined && { by: clean(by) }),
});

/** Whether two statements come from the same. */
export const isSameOrigin = (one: Origin, other: Origin): boolean =>
	one.from === other.from && one.evidence === other.evidence && one.at === other.at && one.by === other.by;

const textOf = ({ from, evidence, at, by = '' }: Origin): string => `${from}\n${at}\n${evidence}\n${by}`;
