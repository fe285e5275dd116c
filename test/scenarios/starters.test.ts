import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { derive, ownKnowledge } from '../../source/app/session/derive.ts';
import { readDeclared } from '../../source/discovery/importers/declared.ts';
import { parseAnswers } from '../../source/estate/parse-answers.ts';
import { facts } from '../../source/facts/index.ts';
import { printPlan } from '../../source/plan/print-plan.ts';

// The plan of each starter, made from what lies beside it. `npx vitest run -u` rewrites them after a change of the catalogue.
const folder = new URL('../../templates/starters/', import.meta.url);
const asOf = '2026-11-24';
const text = (path: string) => readFileSync(new URL(path, folder), 'utf8');

const strategies: Readonly<Record<string, string>> = {
	'data-lake': 'data-lake',
	federation: 'federation',
	hybrid: 'hybrid',
	lakehouse: 'lakehouse',
	regulated: 'data-lake',
	streaming: 'stream-processing',
};

test('there is a starter for each way of bringing data together, and none is missing from the list', () => {
	expect(readdirSync(folder)).toEqual(Object.keys(strategies));
});

test.each(Object.keys(strategies))('the plan of the starter %s follows from its sources and answers', async (name) => {
	const estate = readDeclared(text(`${name}/declared.yaml`), 'declared.yaml', facts, `${asOf}T00:00:00.000Z`);
	const answers = parseAnswers(text(`${name}/answers.yaml`), 'answers.yaml');
	const { plan } = derive({ estate, answers }, await ownKnowledge('starter'), asOf);
	expect(plan.strategy.id).toBe(strategies[name]);
	expect(plan.unserved).toEqual([]);
	// A starter belongs to no version of the catalogue: its hashes would differ with every change of a word.
	await expect(printPlan({ ...plan, madeFrom: {} })).toMatchFileSnapshot(`../../templates/starters/${name}/plan.json`);
});
