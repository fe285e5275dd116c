import type { Vocabulary } from '../../facts/fact.ts';
import { facts as ownFacts } from '../../facts/index.ts';
import type { Formula } from '../../rules/formula.ts';
import { priceUnits } from '../prices/price.ts';
import type { Catalog, Cited, Price } from '../record.ts';
import { cited, citedFields, day } from './cited.ts';
import { fact } from './facts.ts';
import { eachField, fieldsOf, number, oneOf, PackFault, type Part, text, wanted } from './part.ts';
import type { Words } from './rules.ts';
import { service } from './services.ts';
import { control, preparation } from './works.ts';

/** What is known and by which words, before or after an organisation has added to it. */
export interface Known {
	readonly vocabulary: Vocabulary;
	readonly catalog: Catalog;
}

/** What an organisation adds. */
export interface Pack extends Known {
	readonly title: string;
	/** Ids of the records that it adds; their examples are run. */
	readonly added: {
		readonly services: readonly string[];
		readonly controls: readonly string[];
		readonly preparations: readonly string[];
	};
}

const sections = ['facts', 'prices', 'services', 'without', 'controls', 'preparations'] as const;

/**
Adds an organisation's file, read as plain data, to what is known: facts (asked where they have a question), prices, services,
controls, preparations in the form of our own records, and services it does not allow. What is wrong is a PackFault with its place.
*/
export function addPack(known: Known, value: unknown, formulas: Readonly<Record<string, Formula>>): Pack {
	const root: Part = { value, path: [] };
	const fields = fieldsOf(root, ['version', 'title', ...citedFields, ...sections]);
	const version = wanted(root, fields, 'version');
	if (version.value !== 1) throw new PackFault(version, 'this program reads version 1', 'Write  version: 1');
	const whole: Cited = {
		source: text(wanted(root, fields, 'source')),
		checked: day(wanted(root, fields, 'checked')),
		sure: cited(fields, { source: '', checked: '', sure: true }).sure,
	};
	const section = (name: (typeof sections)[number]): Part => fields.get(name) ?? { value: {}, path: [name] };
	const vocabulary: Vocabulary = {
		...known.vocabulary,
		...eachField(section('facts'), (one, key) =>
			fact(unused(one, key, known.vocabulary, /^[a-z][a-zA-Z0-9-]*(\.[a-zA-Z0-9-]+)*$/)),
		),
	};
	const prices = eachField(section('prices'), (one) => price(one, whole));
	const { catalog } = known;
	const words: Words = {
		vocabulary,
		formulas,
		prices: new Set([
			...Object.values(catalog.prices).flatMap((book) => Object.keys(book.prices)),
			...Object.keys(prices),
		]),
	};
	const taken = {
		...catalog.services,
		...catalog.strategies,
		...catalog.controls,
		...catalog.preparations,
		...catalog.engines,
	};
	const records = <T>(name: (typeof sections)[number], read: (part: Part, words: Words, whole: Cited) => T) =>
		eachField(section(name), (one, id) => read(unused(one, id, taken, /^[a-z][a-z0-9-]*$/), words, whole));
	const services = records('services', service);
	const controls = records('controls', control);
	const preparations = records('preparations', preparation);
	const grown: Catalog = {
		services: {
			...catalog.services,
			...services,
			...refused(section('without'), { ...catalog.services, ...services }, whole),
		},
		strategies: catalog.strategies,
		controls: { ...catalog.controls, ...controls },
		preparations: { ...catalog.preparations, ...preparations },
		engines: catalog.engines,
		prices: Object.fromEntries(
			Object.entries(catalog.prices).map(([region, book]) => [
				region,
				{ ...book, prices: { ...book.prices, ...prices } },
			]),
		),
	};
	checkNames(root, grown, Object.keys(services));
	return {
		title: text(wanted(root, fields, 'title')),
		vocabulary,
		catalog: grown,
		added: {
			services: Object.keys(services),
			controls: Object.keys(controls),
			preparations: Object.keys(preparations),
		},
	};
}

/** A part whose name nobody has taken and that is written as names are. */
function unused(part: Part, name: string, taken: object, form: RegExp): Part {
	if (Object.hasOwn(taken, name) || Object.hasOwn(ownFacts, name)) {
		throw new PackFault(part, `"${name}" is taken by a record of ours`, 'Put a name of your own before it: acme-…');
	}
	if (form.test(name)) return part;
	throw new PackFault(
		part,
		`"${name}" is no name`,
		'Write it in small letters and digits, with hyphens between words.',
	);
}

function price(part: Part, whole: Cited): Price {
	const fields = fieldsOf(part, ['title', 'dollars', 'per', ...citedFields]);
	return {
		title: text(wanted(part, fields, 'title')),
		dollars: number(wanted(part, fields, 'dollars')),
		per: oneOf(wanted(part, fields, 'per'), priceUnits),
		...cited(fields, whole),
	};
}

/** Services that the organisation does not allow: each by its id, with the reason. */
function refused(part: Part, services: Catalog['services'], whole: Cited): Catalog['services'] {
	return eachField(part, (one, id) => {
		const record = Object.hasOwn(services, id) ? services[id] : undefined;
		if (!record) throw new PackFault(one, `there is no service "${id}"`, 'Its id is the name in docs/services.md.');
		return { ...record, requires: [{ because: text(one), that: { any: [] }, ...whole }, ...record.requires] };
	});
}

/** Every record that a service names exists. */
function checkNames(
	root: Part,
	{ services, strategies, controls, preparations }: Catalog,
	added: readonly string[],
): void {
	const known = { ...services, ...strategies, ...controls, ...preparations };
	for (const id of added) {
		const record = services[id];
		const place: Part = { value: record, path: [...root.path, 'services', id] };
		const { availability } = record ?? { availability: { state: 'open' } as const };
		const named = [
			...(record?.serves ?? []).filter((one) => !Object.hasOwn(strategies, one)),
			...Object.values(record?.modes ?? {}).flatMap(({ then = [] }) =>
				then.filter((one) => !Object.hasOwn(services, one)),
			),
			...('instead' in availability ? availability.instead.filter((one) => !Object.hasOwn(known, one)) : []),
		];
		const [missing] = named;
		if (missing !== undefined)
			throw new PackFault(place, `there is no record "${missing}"`, 'Name one of docs/services.md, or add it.');
	}
}
