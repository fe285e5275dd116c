import { expect, test } from 'vitest';
import { strataFor } from '../../../source/advice/explaining/findings.ts';
import { layGround } from '../../../source/advice/ground/ground.ts';
import { catalog } from '../../../source/catalog/index.ts';
import { noAnswers } from '../../../source/estate/answers.ts';
import { facts } from '../../../source/facts/index.ts';
import { compileCondition } from '../../../source/rules/compile.ts';
import type { Condition } from '../../../source/rules/condition.ts';
import { largeEstate } from '../../peers/large-account.ts';

const conditions: readonly Condition[] = [
	...Object.values(catalog.controls).flatMap(({ applies = [], met = [] }) => [applies, met].flat()),
	...Object.values(catalog.preparations).map(({ applies }) => applies),
	...Object.values(catalog.services)
		.flatMap(({ cautions = [] }) => cautions)
		.flatMap(({ when = [] }) => when),
];

test('judged once for sources that say the same, every condition of a finding comes out on each of them as it does by itself', () => {
	const estate = largeEstate(1500);
	const answers = { ...noAnswers, places: { 'site-0': { 'private.required': true } } };
	const ground = layGround({ estate, answers, catalog, vocabulary: facts, today: '2026-11-24' });
	const strata = strataFor(ground);
	const few = Int32Array.of(3, 700, 1200);
	const all = Int32Array.from(ground.sources.keys());
	const isUsed: Condition = { fact: 'use', is: ['training'] };
	const used = compileCondition(isUsed, ground.table);
	for (const condition of conditions) {
		const test = compileCondition(condition, ground.table);
		for (const outcome of [0, 1, 2] as const) {
			for (const rows of [all, few]) {
				const own = rows.filter((row) => test(row) === outcome);
				expect(strata.where([[condition, outcome]], rows)).toEqual(own);
				expect(strata.some([[condition, outcome]], rows)).toBe(own.length > 0);
				const both = own.filter((row) => used(row) === 2);
				const wanted = [
					[isUsed, 2],
					[condition, outcome],
				] as const;
				expect(strata.where(wanted, rows)).toEqual(both);
				expect(strata.some(wanted, rows)).toBe(both.length > 0);
			}
		}
		expect(strata.judge(condition)(ground.workload)).toBe(test(ground.workload));
	}
	expect(conditions.length).toBeGreaterThan(80);
});
