import { readAmount } from '../../facts/amount-text.ts';
import type { Vocabulary } from '../../facts/fact.ts';
import { parseValue } from '../../facts/quantity-text.ts';
import type { Bound, Condition, Term } from '../../rules/condition.ts';
import type { Formula } from '../../rules/formula.ts';
import { fieldsOf, flag, items, number, PackFault, type Part, text } from './part.ts';

/** What rules of an organisation's file may speak of: our facts and its own, our formulas by name, prices by key. */
export interface Words {
	readonly vocabulary: Vocabulary;
	readonly formulas: Readonly<Record<string, Formula>>;
	readonly prices: ReadonlySet<string>;
}

const forms = ['fact', 'is', 'known', 'atLeast', 'atMost', 'all', 'any', 'not'];

/** A condition as plain data; amounts as numbers in the fact's own unit, or as people write them. */
export function condition(part: Part, words: Words): Condition {
	const fields = fieldsOf(part, forms);
	const group = (name: 'all' | 'any') => {
		const field = fields.get(name);
		return field && items(field, (one) => condition(one, words));
	};
	const [all, any, not] = [group('all'), group('any'), fields.get('not')];
	if (all) return { all };
	if (any) return { any };
	if (not) return { not: condition(not, words) };
	const named = fields.get('fact');
	if (!named) throw new PackFault(part, 'this is no condition', `A condition has one of: ${forms.join(', ')}.`);
	const fact = factName(named, words);
	const [is, known, atLeast, atMost] = ['is', 'known', 'atLeast', 'atMost'].map((name) => fields.get(name));
	if (is) return { fact, is: valuesOf(is, fact, words) };
	if (known) return { fact, known: flag(known) };
	if (atLeast) return { fact, atLeast: bound(atLeast, fact, words) };
	if (atMost) return { fact, atMost: bound(atMost, fact, words) };
	throw new PackFault(part, `nothing is asked of "${fact}"`, 'Add one of is, known, atLeast, atMost.');
}

function factName(part: Part, { vocabulary }: Words): string {
	const name = text(part);
	if (Object.hasOwn(vocabulary, name)) return name;
	throw new PackFault(part, `there is no fact "${name}"`, 'Name one of docs/facts.md, or add it under `facts`.');
}

function valuesOf(part: Part, fact: string, { vocabulary }: Words): readonly (string | boolean)[] {
	const form = vocabulary[fact];
	const one = (value: Part): string | boolean => {
		if (form?.type === 'yes-no') return flag(value);
		const said = text(value);
		if (form && 'values' in form && !form.values.includes(said)) {
			throw new PackFault(value, `"${said}" is no value of "${fact}"`, `Its values are ${form.values.join(', ')}.`);
		}
		return said;
	};
	if (form?.type === 'quantity') throw new PackFault(part, `"${fact}" is an amount`, 'Use atLeast or atMost.');
	return Array.isArray(part.value) ? items(part, one) : [one(part)];
}

function bound(part: Part, fact: string, words: Words): Bound {
	if (typeof part.value === 'object' && part.value !== null) {
		const named = fieldsOf(part, ['fact']).get('fact');
		if (named) return { fact: factName(named, words) };
	}
	return amount(part, fact, words);
}

/** An amount of a fact: a number in its own unit, or `50 TB`, `2 days`. */
function amount(part: Part, fact: string, { vocabulary }: Words): number {
	const form = vocabulary[fact];
	if (form?.type !== 'quantity') throw new PackFault(part, `"${fact}" is no amount`, 'Use is or known.');
	if (typeof part.value === 'number') return part.value;
	const read = readAmount(form.unit, text(part));
	if (read !== undefined) return read;
	throw new PackFault(part, `"${text(part)}" is no amount of "${fact}"`, 'Write it as in `headwater schema answers`.');
}

const kinds = ['fact', 'formula', 'with', 'sum', 'product', 'largest'];

/** A term: a number, a fact, a named formula with settings, a sum, product or largest. Times may be written `2 days`. */
export function term(part: Part, words: Words): Term {
	if (typeof part.value === 'number') return number(part);
	if (typeof part.value === 'string') {
		const seconds = readAmount('seconds', part.value);
		if (seconds !== undefined) return seconds;
		throw new PackFault(part, `"${part.value}" is no time`, 'Write a number, a time such as 2 days, or a formula.');
	}
	const fields = fieldsOf(part, kinds);
	const several = (name: string) => {
		const field = fields.get(name);
		return field && items(field, (one) => term(one, words));
	};
	const [sum, product, largest] = [several('sum'), several('product'), several('largest')];
	if (sum) return { sum };
	if (product) return { product };
	if (largest) return { largest };
	const [fact, formula] = [fields.get('fact'), fields.get('formula')];
	if (fact) return { fact: factName(fact, words) };
	if (formula) return formulaTerm(formula, fields.get('with'), words);
	throw new PackFault(part, 'this is no term', `A term is a number, a time, or has one of: ${kinds.join(', ')}.`);
}

function formulaTerm(part: Part, settings: Part | undefined, { formulas }: Words): Term {
	const name = text(part);
	const known = Object.hasOwn(formulas, name) ? formulas[name] : undefined;
	if (!known) {
		throw new PackFault(part, `there is no formula "${name}"`, `Formulas are ${Object.keys(formulas).join(', ')}.`);
	}
	if (!settings) return { formula: name };
	const fields = fieldsOf(settings, Object.keys(known.settings ?? {}));
	return { formula: name, with: Object.fromEntries([...fields].map(([key, field]) => [key, number(field)])) };
}

/** The value of a fact in an example, as people write it or in its own unit. */
export function exampleValue(
	part: Part,
	fact: string,
	{ vocabulary }: Words,
): number | boolean | string | readonly string[] {
	const form = Object.hasOwn(vocabulary, fact) ? vocabulary[fact] : undefined;
	if (!form)
		throw new PackFault(part, `there is no fact "${fact}"`, 'Name one of docs/facts.md, or add it under `facts`.');
	const { value } = part;
	if (typeof value === 'number' || typeof value === 'boolean') return value;
	if (Array.isArray(value)) return items(part, text);
	return parseValue(form, text(part));
}
