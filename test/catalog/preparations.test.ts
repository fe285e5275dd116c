import { expect, test } from 'vitest';
import { engines } from '../../source/catalog/engines/index.ts';
import { preparations } from '../../source/catalog/preparations/index.ts';
import type { PreparationRecord } from '../../source/catalog/record.ts';
import { product } from '../../source/rules/constructors.ts';
import { examplesOf, figuresOff, oneRow, outcomeOf } from '../peers/one-row.ts';

const records: Readonly<Record<string, PreparationRecord>> = preparations;

test.each(examplesOf(records))('the example $name of a preparation comes true', ({ record, example }) => {
	const footing = oneRow(example.given);
	expect(outcomeOf(record.applies, footing)).toBe(example.then);
	const { work = {}, costs = [] } = record;
	// In dollars, as the engine that the exported app builds is paid.
	const worked = (['once', 'month'] as const).flatMap((per) =>
		Object.values(engines['glue-etl'].hour).flatMap(({ price, quantity }) =>
			work[per] === undefined ? [] : [{ price, per, quantity: product(quantity, work[per]) }],
		),
	);
	expect(figuresOff(example, [...costs, ...worked], footing)).toEqual([]);
});

test('every preparation has an example of what needs it and of what does not', () => {
	const wrong = Object.entries(records).filter(
		([, { examples }]) => !['holds', 'fails'].every((outcome) => examples.some(({ then }) => then === outcome)),
	);
	expect(wrong.map(([id]) => id)).toEqual([]);
});

test('a source is joined as of its time or as of about its time, never both', () => {
	const both = [true, false, undefined].filter((time) => {
		const footing = oneRow({ use: 'training', ...(time !== undefined && { 'event.time': time }) });
		const joined = [preparations.join, preparations['join-approximate']].filter(
			({ applies }) => outcomeOf(applies, footing) === 'holds',
		);
		return joined.length !== 1;
	});
	expect(both).toEqual([]);
});

test('what is printed as a sentence begins small and ends without a stop', () => {
	const texts = Object.values(records).flatMap(({ because, summary }) => [because, summary]);
	expect(texts.filter((text) => text.endsWith('.') || text === '')).toEqual([]);
});
