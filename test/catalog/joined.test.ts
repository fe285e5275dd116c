import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { catalog } from '../../source/catalog/index.ts';
import type { Cited } from '../../source/catalog/record.ts';
import { collectors } from '../../source/discovery/collectors/index.ts';
import { families } from '../../source/facts/families.ts';

const { services, strategies, controls, preparations, engines, prices } = catalog;

/** What a case or a scenario declares. */
const told = ['cases', 'scenarios'].flatMap((folder) => {
	const path = fileURLToPath(new URL(`../${folder}/`, import.meta.url));
	return readdirSync(path)
		.filter((name) => name.endsWith('.yaml'))
		.flatMap((name) => {
			const { declared } = parse(readFileSync(`${path}${name}`, 'utf8')) as {
				readonly declared?: { readonly sources?: readonly { readonly family: string }[] };
			};
			return declared?.sources ?? [];
		});
});

/** Families that are led elsewhere: what they hold is derived, and the sentence says from where. */
const readers = (family: string): readonly string[] =>
	Object.entries(services).flatMap(([id, { families: read, availability, modes }]) =>
		read.includes(family) && availability.state === 'open' && id !== 'existing-copy' && Object.keys(modes).length > 0
			? [id]
			: [],
	);

test('every family has a service that is open to all and reads it, or says why none does', () => {
	expect(families.filter((family) => readers(family).length === 0)).toEqual([]);
});

test('every kind of source that discovery finds is of a family that is read', () => {
	const kinds = Object.entries(collectors).flatMap(([kind, { family }]) =>
		family === undefined ? [] : [[kind, family] as const],
	);
	expect(kinds.length).toBeGreaterThan(10);
	expect(kinds.filter(([, family]) => readers(family).length === 0)).toEqual([]);
});

test('every family stands in a case or a scenario', () => {
	const seen = new Set(told.map(({ family }) => family));
	expect(families.filter((family) => !seen.has(family))).toEqual([]);
});

/** Everything that is stated with a source and a day, by where it stands. */
const cited: readonly (readonly [string, Cited])[] = [
	...Object.entries(services).flatMap(([id, { requires, modes, availability, cautions = [] }]) =>
		[availability, ...requires, ...cautions, ...Object.values(modes).flatMap((mode) => mode.requires ?? [])].map(
			(one) => [id, one] as const,
		),
	),
	...Object.entries(strategies).flatMap(([id, { requires, availability, strengths }]) =>
		[availability, ...requires, ...strengths].map((one) => [id, one] as const),
	),
	...Object.entries(controls).flatMap(([id, { availability, cited: own, reckoned = [] }]) =>
		[availability, own, ...reckoned].map((one) => [id, one] as const),
	),
	...Object.entries(preparations).map(([id, { cited: own }]) => [id, own] as const),
	...Object.entries(engines).flatMap(([id, { availability, cited: own, never, requires }]) =>
		[availability, own, ...requires, ...Object.values(never)].map((one) => [id, one] as const),
	),
	...Object.values(prices).flatMap((book) =>
		Object.entries(book.prices).map(([key, price]) => [`${book.region} ${key}`, price] as const),
	),
];

test('no statement was checked more than a year before the books were made, and none after today', () => {
	const [book] = Object.values(prices);
	const made = Date.parse(book?.asOf ?? '');
	const old = cited.filter(([, { checked }]) => made - Date.parse(checked) > 365 * 86_400_000);
	expect(old.map(([where, { checked, source }]) => `${where}: ${checked}, ${source}`)).toEqual([]);
	expect(cited.filter(([, { source, checked }]) => source.trim() === '' || Number.isNaN(Date.parse(checked)))).toEqual(
		[],
	);
});
