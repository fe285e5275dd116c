import { families } from '../../facts/families.ts';
import type { Cited, Grant, Mode, Requirement, ServiceRecord } from '../record.ts';
import { availability, caution, cited, citedFields, cost, eligibility, example } from './cited.ts';
import {
	eachField,
	fieldsOf,
	flag,
	items,
	oneOf,
	optional,
	PackFault,
	type Part,
	text,
	texts,
	wanted,
} from './part.ts';
import { condition, term, type Words } from './rules.ts';

const slots = ['path', 'mover', 'landing', 'access'] as const;
const accesses = ['database connection', 'API call', 'stream', 'batch file', 'in place'] as const;

/** A service of an organisation, in the form of our own records. */
export function service(part: Part, words: Words, whole: Cited): ServiceRecord {
	const fields = fieldsOf(part, [
		'title',
		'formerly',
		'summary',
		'page',
		'slot',
		'serves',
		'access',
		'families',
		'availability',
		'eligibility',
		'requires',
		'modes',
		'gives',
		'grants',
		'byHand',
		'cautions',
		'examples',
	]);
	const list = <T>(name: string, read: (one: Part) => T): readonly T[] => {
		const field = fields.get(name);
		return field ? items(field, read) : [];
	};
	const slot = oneOf(wanted(part, fields, 'slot'), slots);
	const reads = slot === 'mover' || slot === 'access';
	return {
		title: text(wanted(part, fields, 'title')),
		...optional(fields, 'formerly', texts),
		summary: text(wanted(part, fields, 'summary')),
		...optional(fields, 'page', text),
		slot,
		serves: reads ? texts(wanted(part, fields, 'serves')) : list('serves', text),
		...optional(fields, 'access', (one) => oneOf(one, accesses)),
		families: reads ? items(wanted(part, fields, 'families'), (one) => oneOf(one, families)) : [],
		availability: availability(fields.get('availability') ?? { value: 'open', path: part.path }, whole),
		...optional(fields, 'eligibility', (one) => eligibility(one, whole)),
		requires: list('requires', (one) => requirement(one, words, whole)),
		modes: modesOf(wanted(part, fields, 'modes'), words, whole),
		...optional(fields, 'gives', (one) => gives(one, words)),
		grants: list('grants', grant),
		...optional(fields, 'byHand', (one) => items(one, (step) => byHand(step, words))),
		...optional(fields, 'cautions', (one) => items(one, (each) => caution(each, words, whole))),
		examples: items(wanted(part, fields, 'examples'), (one) => example(one, words)),
	};
}

function requirement(part: Part, words: Words, whole: Cited): Requirement {
	const fields = fieldsOf(part, ['because', 'that', 'quota', 'scope', ...citedFields]);
	const scope = fields.get('scope');
	return {
		because: text(wanted(part, fields, 'because')),
		that: condition(wanted(part, fields, 'that'), words),
		...optional(fields, 'quota', text),
		...(scope && flag(scope) && { scope: true as const }),
		...cited(fields, whole),
	};
}

function modesOf(part: Part, words: Words, whole: Cited): Readonly<Record<string, Mode>> {
	const modes = eachField(part, (one) => mode(one, words, whole));
	if (Object.keys(modes).length > 0) return modes;
	throw new PackFault(
		part,
		'a service has at least one mode',
		'Name one, with title, carries, lead, complete and effort.',
	);
}

function mode(part: Part, words: Words, whole: Cited): Mode {
	const fields = fieldsOf(part, [
		'title',
		'requires',
		'carries',
		'lead',
		'firstData',
		'complete',
		'freshness',
		'effort',
		'costs',
		'sizing',
		'gives',
		'settings',
		'then',
		'stands',
	]);
	const reckon = (one: Part) => term(one, words);
	const effort = wanted(part, fields, 'effort');
	const hours = fieldsOf(effort, ['once', 'monthly']);
	const costs = fields.get('costs');
	return {
		title: text(wanted(part, fields, 'title')),
		...optional(fields, 'requires', (one) => items(one, (each) => requirement(each, words, whole))),
		carries: oneOf(wanted(part, fields, 'carries'), ['history', 'changes', 'both']),
		lead: reckon(wanted(part, fields, 'lead')),
		firstData: reckon(wanted(part, fields, 'firstData')),
		complete: reckon(wanted(part, fields, 'complete')),
		...optional(fields, 'freshness', reckon),
		effort: { once: reckon(wanted(effort, hours, 'once')), monthly: reckon(wanted(effort, hours, 'monthly')) },
		costs: costs ? items(costs, (one) => cost(one, words)) : [],
		...optional(fields, 'sizing', (one) => eachField(one, reckon)),
		...optional(fields, 'gives', (one) => gives(one, words)),
		...optional(fields, 'settings', (one) => eachField(one, setting)),
		...optional(fields, 'then', texts),
		...optional(fields, 'stands', (one) => oneOf(one, ['first', 'onward'] as const)),
	};
}

const setting = (part: Part): string | number | boolean =>
	typeof part.value === 'number' || typeof part.value === 'boolean' ? part.value : text(part);

/** What a path gives: a yes or no, or a term. */
const gives = (part: Part, words: Words): NonNullable<ServiceRecord['gives']> =>
	eachField(part, (one) =>
		typeof one.value === 'boolean' || one.value === 'yes' || one.value === 'no' ? flag(one) : term(one, words),
	);

function grant(part: Part): Grant {
	const fields = fieldsOf(part, ['actions', 'on', 'why']);
	return {
		actions: texts(wanted(part, fields, 'actions')),
		on: oneOf(wanted(part, fields, 'on'), ['source', 'landing', 'key']),
		why: text(wanted(part, fields, 'why')),
	};
}

function byHand(part: Part, words: Words): NonNullable<ServiceRecord['byHand']>[number] {
	const fields = fieldsOf(part, ['step', 'owner', 'lead', 'modes']);
	return {
		step: text(wanted(part, fields, 'step')),
		owner: text(wanted(part, fields, 'owner')),
		lead: term(wanted(part, fields, 'lead'), words),
		...optional(fields, 'modes', texts),
	};
}
