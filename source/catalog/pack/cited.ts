import type { Availability, Caution, Cited, CostTerm, Eligibility, Example, Figure } from '../record.ts';
import {
	eachField,
	fieldsOf,
	flag,
	items,
	number,
	oneOf,
	optional,
	PackFault,
	type Part,
	text,
	texts,
	wanted,
} from './part.ts';
import { condition, exampleValue, term, type Words } from './rules.ts';

/** Fields that any statement may have; what is left out is that of the whole file. */
export const citedFields = ['source', 'checked', 'sure'] as const;

/** Where a statement comes from and when it was checked, by its own fields or those of the file. */
export function cited(fields: ReadonlyMap<string, Part>, whole: Cited): Cited {
	const checked = fields.get('checked');
	return {
		source: fields.has('source') ? text(fields.get('source') as Part) : whole.source,
		checked: checked ? day(checked) : whole.checked,
		sure: fields.has('sure') ? flag(fields.get('sure') as Part) : whole.sure,
	};
}

/** An ISO date. YAML gives it as a text. */
export function day(part: Part): string {
	const said = text(part);
	if (/^\d{4}-\d\d-\d\d$/.test(said) && !Number.isNaN(Date.parse(said))) return said;
	throw new PackFault(part, `"${said}" is no date`, 'Write it as YYYY-MM-DD.');
}

const states = ['open', 'closed to new customers', 'ending', 'ended'] as const;

export function availability(part: Part, whole: Cited): Availability {
	if (part.value === 'open') return { state: 'open', ...whole };
	const fields = fieldsOf(part, ['state', 'on', 'instead', 'existing', ...citedFields]);
	const state = oneOf(wanted(part, fields, 'state'), states);
	const where = cited(fields, whole);
	if (state === 'open') return { state, ...where };
	return {
		state,
		on: day(wanted(part, fields, 'on')),
		instead: texts(wanted(part, fields, 'instead')),
		...optional(fields, 'existing', text),
		...where,
	};
}

/** Regimes whose list of services names it, as of a day, or that it is no service of AWS. */
export function eligibility(part: Part, whole: Cited): Eligibility | 'not of AWS' {
	if (part.value === 'not of AWS') return 'not of AWS';
	const fields = fieldsOf(part, ['regimes', 'asOf', ...citedFields]);
	return {
		regimes: texts(wanted(part, fields, 'regimes')),
		asOf: day(wanted(part, fields, 'asOf')),
		...cited(fields, whole),
	};
}

export function cost(part: Part, words: Words): CostTerm {
	const fields = fieldsOf(part, ['price', 'per', 'quantity']);
	const price = text(wanted(part, fields, 'price'));
	if (!words.prices.has(price)) {
		throw new PackFault(part, `no price book holds "${price}"`, 'Add it under `prices`, or name one of ours.');
	}
	return {
		price,
		per: oneOf(wanted(part, fields, 'per'), ['once', 'month']),
		quantity: term(wanted(part, fields, 'quantity'), words),
	};
}

export function caution(part: Part, words: Words, whole: Cited): Caution {
	const fields = fieldsOf(part, ['says', 'when', 'figures', ...citedFields]);
	const figure = (one: Part): Figure => {
		const kinds = fieldsOf(one, ['count', 'dollars']);
		const [count, dollars] = [kinds.get('count'), kinds.get('dollars')];
		if (count) return { count: term(count, words) };
		if (dollars) return { dollars: items(dollars, (each) => cost(each, words)) };
		throw new PackFault(one, 'this is no figure', 'Write count: a term, or dollars: a list of costs.');
	};
	return {
		says: text(wanted(part, fields, 'says')),
		...optional(fields, 'when', (one) => condition(one, words)),
		...optional(fields, 'figures', (one) => eachField(one, figure)),
		...cited(fields, whole),
	};
}

export function example(part: Part, words: Words): Example {
	const fields = fieldsOf(part, ['mode', 'given', 'then', 'hours', 'monthly', 'once', 'sizing']);
	return {
		...optional(fields, 'mode', text),
		given: eachField(wanted(part, fields, 'given'), (one, fact) => exampleValue(one, fact, words)),
		then: oneOf(wanted(part, fields, 'then'), ['holds', 'fails', 'unknown']),
		...optional(fields, 'hours', number),
		...optional(fields, 'monthly', number),
		...optional(fields, 'once', number),
		...optional(fields, 'sizing', (one) => eachField(one, number)),
	};
}
