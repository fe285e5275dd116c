import { expect, test } from 'vitest';
import { controls } from '../../source/catalog/controls/index.ts';
import type { ControlRecord } from '../../source/catalog/record.ts';
import { facts } from '../../source/facts/index.ts';
import type { Condition } from '../../source/rules/condition.ts';
import { examplesOf, figuresOff, oneRow, outcomeOf } from '../peers/one-row.ts';

const records: Readonly<Record<string, ControlRecord>> = controls;

/** Met, or nothing it concerns. */
const heldBy = ({ applies = { all: [] }, met = { all: [] } }: ControlRecord): Condition => ({
	any: [{ not: applies }, met],
});

test.each(examplesOf(records))('the example $name of a control comes true', ({ record, example }) => {
	const footing = oneRow(example.given);
	expect(outcomeOf(heldBy(record), footing)).toBe(example.then);
	expect(figuresOff(example, record.costs, footing)).toEqual([]);
});

test('a control names regimes that can be answered, each once', () => {
	const known: readonly string[] = facts.regime.values;
	const wrong = Object.entries(records).filter(
		([, { regimes }]) => new Set(regimes).size !== regimes.length || regimes.some((regime) => !known.includes(regime)),
	);
	expect(wrong.map(([id]) => id)).toEqual([]);
	const covered = new Set(Object.values(records).flatMap(({ regimes }) => regimes));
	expect(known.filter((regime) => !covered.has(regime))).toEqual([]);
});

test('what is printed as a sentence begins small and ends without a stop', () => {
	const texts = Object.values(records).flatMap(({ because, remedy, summary }) => [because, remedy, summary]);
	expect(texts.filter((text) => text.endsWith('.') || text === '')).toEqual([]);
});

test('every control that a source can fail has an example in which one does', () => {
	const mute = Object.entries(records).filter(
		([, { met, examples }]) => met !== undefined && !examples.some(({ then }) => then === 'fails'),
	);
	expect(mute.map(([id]) => id)).toEqual([]);
});

test('a practice is named as its lens names it', () => {
	const practices = Object.values(records).flatMap(({ practice }) => practice ?? []);
	expect(practices.filter((practice) => !/^(?:ML[A-Z]+|SEC)\d\d-BP\d\d$/.test(practice))).toEqual([]);
});
