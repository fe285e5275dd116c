import { expect, test } from 'vitest';
import { retryBudget } from '../../../source/discovery/clients/retry-budget.ts';

test('a hundred repetitions are there at first, each answer gives one back, and never are there more', () => {
	const { spend, earn } = retryBudget();
	for (let answer = 0; answer < 1000; answer += 1) earn();
	expect(Array.from({ length: 101 }, spend)).toEqual([...Array.from({ length: 100 }, () => true), false]);
	earn();
	expect([spend(), spend()]).toEqual([true, false]);
});
