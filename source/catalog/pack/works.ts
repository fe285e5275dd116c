import type { Cited, ControlRecord, PreparationRecord } from '../record.ts';
import { availability, caution, cited, citedFields, cost, example } from './cited.ts';
import { eachField, fieldsOf, items, number, oneOf, optional, type Part, text, texts, wanted } from './part.ts';
import { condition, type Words } from './rules.ts';

/** A control of an organisation: what must hold, for which sources, and what to do where it does not. */
export function control(part: Part, words: Words, whole: Cited): ControlRecord {
	const fields = fieldsOf(part, [
		'title',
		'summary',
		'regimes',
		'severity',
		'applies',
		'met',
		'confirms',
		'because',
		'reckoned',
		'remedy',
		'practice',
		'availability',
		'costs',
		'examples',
		...citedFields,
	]);
	return {
		title: text(wanted(part, fields, 'title')),
		summary: text(wanted(part, fields, 'summary')),
		regimes: fields.has('regimes') ? texts(wanted(part, fields, 'regimes')) : [],
		severity: oneOf(wanted(part, fields, 'severity'), ['high', 'medium', 'low']),
		...optional(fields, 'applies', (one) => condition(one, words)),
		...optional(fields, 'met', (one) => condition(one, words)),
		...optional(fields, 'confirms', (one) => oneOf(one, ['services'] as const)),
		because: text(wanted(part, fields, 'because')),
		...optional(fields, 'reckoned', (one) => items(one, (each) => caution(each, words, whole))),
		remedy: text(wanted(part, fields, 'remedy')),
		...optional(fields, 'practice', text),
		availability: availability(fields.get('availability') ?? { value: 'open', path: part.path }, whole),
		...optional(fields, 'costs', (one) => items(one, (each) => cost(each, words))),
		cited: cited(fields, whole),
		examples: items(wanted(part, fields, 'examples'), (one) => example(one, words)),
	};
}

const jobs = ['crawl', 'tidy', 'merge', 'compact', 'quality', 'join', 'extract', 'mask'] as const;

/** A piece of work of an organisation between the raw zone and features. */
export function preparation(part: Part, words: Words, whole: Cited): PreparationRecord {
	const fields = fieldsOf(part, [
		'title',
		'summary',
		'applies',
		'because',
		'job',
		'settings',
		'costs',
		'examples',
		...citedFields,
	]);
	return {
		title: text(wanted(part, fields, 'title')),
		summary: text(wanted(part, fields, 'summary')),
		applies: condition(wanted(part, fields, 'applies'), words),
		because: text(wanted(part, fields, 'because')),
		job: oneOf(wanted(part, fields, 'job'), jobs),
		...optional(fields, 'settings', (one) => eachField(one, number)),
		...optional(fields, 'costs', (one) => items(one, (each) => cost(each, words))),
		cited: cited(fields, whole),
		examples: items(wanted(part, fields, 'examples'), (one) => example(one, words)),
	};
}
