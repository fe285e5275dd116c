import { expect, test } from 'vitest';
import { engines } from '../../source/catalog/engines/index.ts';
import { preparations } from '../../source/catalog/preparations/index.ts';
import type { EngineRecord } from '../../source/catalog/record.ts';
import { formula, product } from '../../source/rules/constructors.ts';
import { examplesOf, figuresOff, oneRow, outcomeOf } from '../peers/one-row.ts';

const records: Readonly<Record<string, EngineRecord>> = engines;

test.each(examplesOf(records))(
	'the example $name of an engine comes true, its dollars those of going over what is new',
	({ record: { requires, hour }, example }) => {
		const footing = oneRow(example.given);
		expect(outcomeOf({ all: requires.map(({ that }) => that) }, footing)).toBe(example.then);
		const costs = hour.map(({ price, quantity }) => ({
			price,
			per: 'month' as const,
			quantity: product(quantity, formula('jobChangeHours')),
		}));
		expect(figuresOff(example, costs, footing)).toEqual([]);
	},
);

test('every engine that a source can be refused by has an example in which one is', () => {
	const mute = Object.entries(records).filter(
		([, { requires, examples }]) => requires.length > 0 && !examples.some(({ then }) => then === 'fails'),
	);
	expect(mute.map(([id]) => id)).toEqual([]);
});

test('every kind of work but crawling has an engine that does it, and the exported app says so of one at most', () => {
	const kinds = new Set(Object.values(preparations).map(({ job }) => job));
	const undone = [...kinds].filter((does) => !Object.values(records).some(({ never }) => never[does] === undefined));
	expect(undone).toEqual([]);
	expect(Object.values(records).filter(({ exported }) => exported)).toHaveLength(1);
});
