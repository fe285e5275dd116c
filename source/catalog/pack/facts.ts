import type { Fact, Unit } from '../../facts/fact.ts';
import { fieldsOf, flag, items, number, oneOf, optional, PackFault, type Part, text, texts, wanted } from './part.ts';

const units = [
	'bytes',
	'bytes-per-second',
	'bits-per-second',
	'seconds',
	'per-second',
	'per-month',
	'dollars',
	'hours',
	'count',
	'share',
] as const satisfies readonly Unit[];
const said = ['title', 'about', 'type', 'question', 'help', 'assume'];

/** A fact of an organisation. One with a question is asked as soon as a rule reads it. */
export function fact(part: Part): Fact {
	const type = oneOf(wanted(part, fieldsOf(part), 'type'), ['quantity', 'choice', 'choices', 'yes-no', 'text']);
	const fields = fieldsOf(part, [...said, ...(own[type] ?? [])]);
	const common = {
		title: text(wanted(part, fields, 'title')),
		about: oneOf(wanted(part, fields, 'about'), ['workload', 'place', 'source']),
		...optional(fields, 'question', text),
		...optional(fields, 'help', text),
	};
	switch (type) {
		case 'quantity':
			return {
				...common,
				type,
				unit: oneOf(wanted(part, fields, 'unit'), units),
				plausible: range(wanted(part, fields, 'plausible')),
				...optional(fields, 'assume', number),
			};
		case 'choice':
			return { ...common, type, values: values(part, fields), ...optional(fields, 'assume', text) };
		case 'choices':
			return { ...common, type, values: values(part, fields), ...optional(fields, 'assume', texts) };
		case 'yes-no':
			return { ...common, type, ...optional(fields, 'assume', flag) };
		default:
			return { ...common, type, ...optional(fields, 'assume', text) };
	}
}

const own: Readonly<Record<string, readonly string[]>> = {
	quantity: ['unit', 'plausible'],
	choice: ['values'],
	choices: ['values'],
};

function range(part: Part): readonly [number, number] {
	const [low, high, ...more] = items(part, number);
	if (low !== undefined && high !== undefined && low < high && more.length === 0) return [low, high];
	throw new PackFault(part, 'a lower and an upper number are wanted here', 'Write [0, 100], in the unit of the fact.');
}

function values(part: Part, fields: ReadonlyMap<string, Part>): readonly string[] {
	const found = texts(wanted(part, fields, 'values'));
	if (found.length > 0 && found.length <= 15) return found;
	throw new PackFault(part, 'between 1 and 15 values are wanted', 'Ask twice where there are more.');
}
