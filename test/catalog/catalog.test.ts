import { expect, test } from 'vitest';
import { catalog } from '../../source/catalog/index.ts';
import type { Cited, CostTerm, Mode } from '../../source/catalog/record.ts';
import type { Vocabulary } from '../../source/facts/fact.ts';
import { facts } from '../../source/facts/index.ts';
import { compileCondition, compileTerm } from '../../source/rules/compile.ts';
import type { Condition, Term } from '../../source/rules/condition.ts';
import { formulas } from '../../source/rules/formulas.ts';
import { inputsOfCondition, inputsOfTerm } from '../../source/rules/inputs.ts';
import { createTable } from '../../source/rules/table.ts';

const { services, strategies, controls, preparations, engines, prices } = catalog;
const records = { ...services, ...strategies, ...controls, ...preparations, ...engines };
const modes: readonly (readonly [string, Mode])[] = Object.entries(services).flatMap(([id, { modes }]) =>
	Object.entries(modes).map(([name, mode]) => [`${id}:${name}`, mode] as const),
);
const vocabulary: Vocabulary = facts;

const requirements = [
	...Object.values(services).flatMap((service) => service.requires),
	...modes.flatMap(([, mode]) => mode.requires ?? []),
	...Object.values(strategies).flatMap((strategy) => strategy.requires),
	...Object.values(engines).flatMap((engine) => engine.requires),
];
const conditions: readonly Condition[] = [
	...requirements.map(({ that }) => that),
	...Object.values(services).flatMap(({ cautions = [] }) => cautions.flatMap(({ when }) => when ?? [])),
	...Object.values(strategies).flatMap(({ strengths }) => strengths.flatMap(({ when }) => when ?? [])),
	...Object.values(controls).flatMap(({ applies, met }) => [applies ?? [], met ?? []].flat()),
	...Object.values(preparations).map(({ applies }) => applies),
];
const costs: readonly CostTerm[] = [
	...modes.flatMap(([, mode]) => mode.costs),
	...[...Object.values(controls), ...Object.values(preparations)].flatMap((record) => record.costs ?? []),
	...Object.values(engines).flatMap(({ hour }) => hour.map((one) => ({ ...one, per: 'month' as const }))),
];
const isTerm = (given: Term | boolean | string): given is Term =>
	typeof given !== 'boolean' && typeof given !== 'string';
const terms: readonly Term[] = [
	...modes.flatMap(([, mode]) => [
		mode.lead,
		mode.firstData,
		mode.complete,
		mode.freshness ?? 0,
		mode.effort.once,
		mode.effort.monthly,
		...Object.values(mode.sizing ?? {}),
		...Object.values(mode.gives ?? {}).filter(isTerm),
	]),
	...Object.values(services).flatMap(({ byHand = [], gives = {} }) => [
		...byHand.map(({ lead }) => lead),
		...Object.values(gives).filter(isTerm),
	]),
	...costs.map(({ quantity }) => quantity),
	...Object.values(preparations).flatMap(({ work = {} }) => Object.values(work)),
];

test('every record that another one names exists', () => {
	const availabilities = Object.values(records).flatMap((record) =>
		'availability' in record ? [record.availability] : [],
	);
	const named = [
		...availabilities.flatMap((availability) => ('instead' in availability ? availability.instead : [])),
		...modes.flatMap(([, mode]) => mode.then ?? []),
	];
	expect(named.filter((id) => !Object.hasOwn(records, id))).toEqual([]);
	const served = [
		...Object.values(services).flatMap(({ serves }) => serves),
		...Object.values(strategies).flatMap(({ mixes = [] }) => mixes),
	];
	expect([...new Set(served)].filter((id) => !Object.hasOwn(strategies, id))).toEqual([]);
});

test('every rule compiles over the vocabulary, and every formula it names exists', () => {
	const read = new Set([
		...conditions.flatMap(inputsOfCondition),
		...terms.flatMap((term) => inputsOfTerm(term, formulas)),
		...Object.values(records).flatMap(({ examples }) => examples.flatMap(({ given }) => Object.keys(given))),
		...Object.values(services).flatMap(({ gives = {} }) => Object.keys(gives)),
		...modes.flatMap(([, { gives = {} }]) => Object.keys(gives)),
	]);
	const table = createTable(vocabulary, read, 1);
	for (const condition of conditions) compileCondition(condition, table);
	const namesOf = (term: Term): readonly string[] =>
		typeof term === 'number' || 'fact' in term
			? []
			: 'formula' in term
				? [term.formula]
				: ('sum' in term ? term.sum : 'product' in term ? term.product : term.largest).flatMap(namesOf);
	for (const term of terms) compileTerm(term, table, formulas);
	expect(terms.flatMap(namesOf).filter((name) => !Object.hasOwn(formulas, name))).toEqual([]);
});

test.each(Object.entries(prices))('the book of %s holds every price that a record names', (_region, book) => {
	expect(costs.map(({ price }) => price).filter((key) => !Object.hasOwn(book.prices, key))).toEqual([]);
	expect(Object.values(book.prices).filter(({ dollars }) => !(dollars > 0))).toEqual([]);
});

test('no two records have the same title or former name', () => {
	const names = Object.values(services).flatMap(({ title, formerly = [] }) => [title, ...formerly]);
	expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('everything that is stated has a source and the day it was checked', () => {
	const cited: readonly Cited[] = [
		...requirements,
		...Object.values(records).flatMap((record) => ('availability' in record ? [record.availability] : [])),
		...Object.values(services).flatMap(({ cautions = [] }) => cautions),
		...[...Object.values(controls), ...Object.values(preparations), ...Object.values(engines)].map(
			({ cited }) => cited,
		),
		...Object.values(engines).flatMap(({ never }) => Object.values(never)),
		...Object.values(prices).flatMap((book) => Object.values(book.prices)),
	];
	expect(cited.filter(({ source, checked }) => source === '' || !/^20\d\d-\d\d-\d\d$/.test(checked))).toEqual([]);
});

test('a record that is not open says since when, and what to use instead', () => {
	const closed = Object.values(services).filter(({ availability }) => availability.state !== 'open');
	const mute = closed.filter(({ availability }) => !('instead' in availability) || availability.instead.length === 0);
	expect(mute.map(({ title }) => title)).toEqual([]);
});

test('what keeps up says how old it lets data become, and a one-off does not', () => {
	const wrong = modes.filter(([id, mode]) => {
		const [service = ''] = id.split(':');
		const slot = services[service]?.slot;
		return (slot === 'mover' || slot === 'access') && (mode.carries === 'history') !== (mode.freshness === undefined);
	});
	expect(wrong.map(([id]) => id)).toEqual([]);
});

test('sentences of a rejection read on after "because"', () => {
	const wrong = requirements
		.map(({ because }) => because)
		.filter((text) => /^[A-Z][a-z]+ [a-z]/.test(text) && /\.$/.test(text));
	expect(wrong).toEqual([]);
});
