import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bounded } from '../../source/rules/bounded.ts';
import { compileCondition } from '../../source/rules/compile.ts';
import type { Condition } from '../../source/rules/condition.ts';
import { createTable, setCell } from '../../source/rules/table.ts';

const vocabulary = {
	owner: { title: 'owner', about: 'source', type: 'choice', values: ['a', 'b'] },
	open: { title: 'open', about: 'source', type: 'yes-no' },
	size: { title: 'size', about: 'source', type: 'quantity', unit: 'count', plausible: [0, 10] },
	count: { title: 'count', about: 'source', type: 'quantity', unit: 'count', plausible: [0, 10] },
} as const;

const leaf: fc.Arbitrary<Condition> = fc.constantFrom<Condition>(
	{ fact: 'owner', is: ['a'] },
	{ fact: 'open', is: [true] },
	{ fact: 'open', known: false },
	{ fact: 'size', atLeast: 3 },
	{ fact: 'size', known: true },
	{ fact: 'count', atMost: { fact: 'size' } },
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
	condition: fc.oneof(
		{ maxDepth: 4 },
		leaf,
		fc.array(tie('condition'), { maxLength: 3 }).map((all): Condition => ({ all })),
		fc.array(tie('condition'), { maxLength: 3 }).map((any): Condition => ({ any })),
		tie('condition').map((not): Condition => ({ not })),
	),
}));
const row = fc.record({
	owner: fc.constantFrom('a', 'b', undefined),
	open: fc.constantFrom(true, false, undefined),
	size: fc.constantFrom(1, 3, 5, undefined),
	count: fc.constantFrom(1, 3, 5, undefined),
});

const isAmount = (fact: string) => fact === 'size' || fact === 'count';

test('a condition comes to no less than its least and no more than its most, whatever the facts left free are', () => {
	const table = createTable(vocabulary, Object.keys(vocabulary), 1);
	fc.assert(
		fc.property(condition, row, (one, said) => {
			for (const [fact, column] of table.columns) setCell(column, 0, said[fact as keyof typeof said], false);
			const [least, own, most] = [bounded(one, isAmount, false), one, bounded(one, isAmount, true)].map((each) =>
				compileCondition(each, table)(0),
			) as [number, number, number];
			expect(least).toBeLessThanOrEqual(own);
			expect(own).toBeLessThanOrEqual(most);
		}),
		{ numRuns: 2000 },
	);
});

test('a condition that reads none of the free facts is its own least and most', () => {
	const plain: Condition = { all: [{ fact: 'owner', is: ['a'] }, { not: { fact: 'open', is: [true] } }] };
	expect(bounded(plain, isAmount, false)).toBe(plain);
	expect(bounded(plain, isAmount, true)).toBe(plain);
});
