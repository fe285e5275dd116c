import { describe, expect, test } from 'vitest';
import { fact, largest, product, sum } from '../../source/rules/constructors.ts';
import { evaluateTerm } from '../../source/rules/evaluate.ts';
import type { Formula } from '../../source/rules/formula.ts';

const lineTime: Formula = {
	title: 'Time on the line',
	inputs: ['volume', 'path.bandwidth'],
	settings: { share: 0.8 },
	unit: 'seconds',
	text: 'volume x 8 / (bandwidth x share)',
	source: 'arithmetic',
	compute: ([bytes = 0, bits = 0], settings) => (bytes * 8) / (bits * (settings.share ?? 1)),
	example: { inputs: [1e9, 1e9], gives: 10 },
};
const reading = (values: Record<string, number>) => (key: string) => values[key];

describe('evaluateTerm', () => {
	test('a formula reads its facts in their own units, with settings the term may override', () => {
		const read = reading({ volume: 1e9, 'path.bandwidth': 1e9 });
		expect(evaluateTerm({ formula: 'lineTime' }, read, { lineTime })).toBe(10);
		expect(evaluateTerm({ formula: 'lineTime', with: { share: 0.5 } }, read, { lineTime })).toBe(16);
	});

	test('unknown in is unknown out, all the way up', () => {
		const read = reading({ volume: 1e9 });
		expect(evaluateTerm({ formula: 'lineTime' }, read, { lineTime })).toBeNaN();
		expect(evaluateTerm(sum(1, largest(2, { formula: 'lineTime' })), read, { lineTime })).toBeNaN();
		expect(evaluateTerm(product(0, fact('change')), read, {})).toBeNaN();
		expect(evaluateTerm({ formula: 'nobodyWroteIt' }, read, { lineTime })).toBeNaN();
	});

	test('sum, product and largest nest', () => {
		const read = reading({ volume: 4, change: 3 });
		expect(evaluateTerm(sum(product(fact('volume'), 2), largest(fact('change'), 1)), read, {})).toBe(11);
	});
});
