import type { Fact } from '../facts/fact.ts';
import { accepted } from '../facts/quantity-text.ts';

const froms: readonly unknown[] = ['measured', 'declared', 'answered', 'assumed'];

/**
What is wrong with a statement from a document, as the end of a sentence; undefined if nothing is. `fact` is its entry in the
vocabulary; of a fact that the vocabulary does not know only the shape is checked. A measured quantity may lie outside what
is plausible (it was measured), but not below 0.
*/
export function troubleOfKnown(known: unknown, fact: Fact | undefined): string | undefined {
	if (typeof known !== 'object' || known === null) return 'it must be {"value", "from", "evidence", "at"}';
	const { value, from, evidence, at, between } = known as Readonly<Record<string, unknown>>;
	if (!froms.includes(from)) return `"from" must be one of ${froms.join(', ')}`;
	if (typeof evidence !== 'string') return '"evidence" must be a text';
	if (typeof at !== 'string') return '"at" must be a date and time as text';
	if (between !== undefined && !isInterval(between)) return '"between" must be two numbers, the lower one first';
	if (!isValue(value)) return '"value" must be a number, true or false, a text or a list of texts';
	return fact && troubleOfValue(value, fact, from === 'measured');
}

type Value = number | boolean | string | readonly string[];

const isValue = (value: unknown): value is Value =>
	['number', 'boolean', 'string'].includes(typeof value) ||
	(Array.isArray(value) && value.every((one) => typeof one === 'string'));

function isInterval(value: unknown): boolean {
	if (!Array.isArray(value) || value.length !== 2) return false;
	const [low, high] = value;
	return typeof low === 'number' && typeof high === 'number' && low <= high;
}

function troubleOfValue(value: Value, fact: Fact, measured: boolean): string | undefined {
	const not = (what: string) => `${JSON.stringify(value)} is not ${what}`;
	switch (fact.type) {
		case 'quantity': {
			if (typeof value !== 'number') return not(`a number (of ${fact.unit})`);
			const [low, high] = measured ? [0, Number.POSITIVE_INFINITY] : fact.plausible;
			return value >= low && value <= high ? undefined : not(`plausible; it should be ${accepted(fact)}`);
		}
		case 'yes-no':
			return typeof value === 'boolean' ? undefined : not('true or false');
		case 'choice':
			return fact.values.some((one) => one === value) ? undefined : not(accepted(fact));
		case 'choices':
			return Array.isArray(value) && value.every((one) => fact.values.includes(one))
				? undefined
				: not(`a list of ${fact.values.join(', ')}`);
		case 'text':
			return typeof value === 'string' ? undefined : not('a text');
		default:
			return fact satisfies never;
	}
}
