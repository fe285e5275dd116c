import type { Fact, FactValue } from './fact.ts';
import { facts } from './index.ts';
import { printValue } from './quantity-text.ts';

const factOf = (key: string): Fact | undefined =>
	Object.hasOwn(facts, key) ? (facts as Readonly<Record<string, Fact>>)[key] : undefined;

/** The title of a fact; its key if it is an organisation's own. */
export const factTitle = (key: string): string => factOf(key)?.title ?? key;

/** A value as people write it. */
export function factValue(key: string, value: FactValue): string {
	const fact = factOf(key);
	if (fact) return printValue(fact, value);
	return Array.isArray(value) ? value.join(', ') || 'none' : String(value);
}
