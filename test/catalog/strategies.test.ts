import { expect, test } from 'vitest';
import { availabilityGates, requirementGates } from '../../source/advice/routing/gates.ts';
import { catalog } from '../../source/catalog/index.ts';
import type { StrategyRecord } from '../../source/catalog/record.ts';
import { examplesOf, judgedBy, oneRow } from '../peers/one-row.ts';

const strategies: Readonly<Record<string, StrategyRecord>> = catalog.strategies;

test.each(examplesOf(strategies))('the example $name of a strategy comes true', ({ id, record, example }) => {
	const gates = [
		...availabilityGates(id, record.availability, '2026-11-22', catalog),
		...requirementGates(id, record.requires),
	];
	expect(judgedBy(gates, oneRow(example.given))).toBe(example.then);
});

test('every strategy that is no mix is served by some service, and every mix mixes strategies that are none', () => {
	const served = new Set(Object.values(catalog.services).flatMap(({ serves }) => serves));
	const mixed = Object.values(strategies).flatMap(({ mixes = [] }) => mixes);
	const pure = Object.keys(strategies).filter((id) => strategies[id]?.mixes === undefined);
	expect(pure.filter((id) => !served.has(id))).toEqual([]);
	expect(mixed.filter((id) => !pure.includes(id))).toEqual([]);
});

test('only what processes a stream keeps nothing', () => {
	expect(Object.keys(strategies).filter((id) => strategies[id]?.keeps === false)).toEqual(['stream-processing']);
});

test('what speaks for a strategy is told in whole sentences, each with its source', () => {
	const told = Object.values(strategies).flatMap(({ strengths }) => strengths);
	expect(told.filter(({ says, source }) => !/^[A-Z].*\.$/.test(says) || source === '')).toEqual([]);
	expect(Object.keys(strategies).filter((id) => strategies[id]?.strengths.length === 0)).toEqual([]);
});
