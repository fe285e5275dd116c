import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FactValue, Vocabulary } from '../../source/facts/fact.ts';
import { compileCondition, compileTerm } from '../../source/rules/compile.ts';
import type { Condition, Term } from '../../source/rules/condition.ts';
import { evaluateTerm } from '../../source/rules/evaluate.ts';
import type { Formula } from '../../source/rules/formula.ts';
import { inputsOfCondition, inputsOfTerm } from '../../source/rules/inputs.ts';
import { compileSift } from '../../source/rules/sift.ts';
import { sweepOver } from '../../source/rules/sweep.ts';
import { columnOf, copyRow, createTable, setCell } from '../../source/rules/table.ts';
import { judge } from '../../source/rules/verdict.ts';

const quantity = { about: 'source', type: 'quantity', unit: 'bytes', plausible: [0, 1e15] } as const;
const vocabulary = {
	tide: { ...quantity, title: 'Tide' },
	flood: { ...quantity, title: 'Flood' },
	ebb: { ...quantity, title: 'Ebb' },
	gated: { title: 'Gated', about: 'source', type: 'yes-no' },
	bank: { title: 'Bank', about: 'source', type: 'choice', values: ['sand', 'stone', 'reed'] },
	rules: { title: 'Rules', about: 'source', type: 'choices', values: ['fish', 'ferry', 'flow'] },
	name: { title: 'Name', about: 'source', type: 'text' },
} as const satisfies Vocabulary;
const keys = Object.keys(vocabulary);
const formulas: Record<string, Formula> = {
	rise: {
		title: 'Rise',
		inputs: ['tide', 'flood'],
		settings: { share: 0.5 },
		unit: 'bytes',
		text: 'tide + flood x share',
		source: 'invented',
		compute: ([tide = 0, flood = 0], { share = 0 }) => tide + flood * share,
		example: { inputs: [2, 4], gives: 4 },
	},
};

const number = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constant(1e12));
const quantityKey = fc.constantFrom('tide', 'flood', 'ebb');
const bound = fc.oneof(number, fc.record({ fact: quantityKey }));
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
	condition: fc.oneof(
		{ maxDepth: 4 },
		fc.record({ fact: fc.constant('gated'), is: fc.constantFrom([true], [false], [true, false]) }),
		fc.record({ fact: fc.constant('bank'), is: fc.subarray(['sand', 'stone', 'reed']) }),
		fc.record({ fact: fc.constant('rules'), is: fc.subarray(['fish', 'ferry', 'flow', 'none']) }),
		fc.record({ fact: fc.constantFrom(...keys), known: fc.boolean() }),
		fc.record({ fact: quantityKey, atLeast: bound }),
		fc.record({ fact: quantityKey, atMost: bound }),
		fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
		fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
		fc.record({ not: tie('condition') }),
	),
}));
const { term } = fc.letrec<{ term: Term }>((tie) => ({
	term: fc.oneof(
		{ maxDepth: 3 },
		number,
		fc.record({ fact: quantityKey }),
		fc.constant({ formula: 'rise' }),
		fc.record({ formula: fc.constant('rise'), with: fc.record({ share: number }) }),
		fc.constant({ formula: 'nobodyWroteIt' }),
		fc.record({ sum: fc.array(tie('term'), { minLength: 1, maxLength: 3 }) }),
		fc.record({ product: fc.array(tie('term'), { minLength: 1, maxLength: 3 }) }),
		fc.record({ largest: fc.array(tie('term'), { minLength: 1, maxLength: 3 }) }),
	),
}));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const rowOfFacts: fc.Arbitrary<Record<string, FactValue | undefined>> = fc.record({
	tide: maybe(number),
	flood: maybe(number),
	ebb: maybe(number),
	gated: maybe(fc.boolean()),
	bank: maybe(fc.constantFrom('sand', 'stone', 'reed')),
	rules: maybe(fc.subarray(['fish', 'ferry', 'flow'])),
	name: maybe(fc.constantFrom('Trent', 'Severn')),
});

function tableOf(rows: readonly Record<string, FactValue | undefined>[]) {
	const table = createTable(vocabulary, keys, rows.length + 1);
	rows.forEach((facts, row) => {
		for (const key of keys) setCell(columnOf(table, key), row, facts[key], false);
	});
	return table;
}

describe('compiled rules', () => {
	test('a compiled test says what the verdict tree says, on any condition and any table', () => {
		fc.assert(
			fc.property(condition, fc.array(rowOfFacts, { minLength: 1, maxLength: 5 }), (asked, rows) => {
				const compiled = compileCondition(asked, tableOf(rows));
				rows.forEach((facts, row) => {
					const verdict = judge(asked, (fact) => {
						const value = facts[fact];
						return value === undefined ? undefined : { value };
					});
					expect(['fails', 'unknown', 'holds'][compiled(row)]).toBe(verdict.outcome);
				});
			}),
			{ numRuns: 2000 },
		);
	});

	test('rows are sifted by any verdict as a compiled test says row by row', () => {
		const verdict = fc.constantFrom(0, 1, 2);
		fc.assert(
			fc.property(condition, verdict, fc.array(rowOfFacts, { maxLength: 6 }), (asked, wanted, facts) => {
				const table = tableOf(facts);
				const compiled = compileCondition(asked, table);
				const rows = Int32Array.from(facts, (_, row) => row);
				const kept = [...rows].filter((row) => compiled(row) === wanted);
				const count = compileSift(asked, wanted, table)(rows, rows.length);
				expect([...rows.subarray(0, count)]).toEqual(kept);
			}),
			{ numRuns: 1000 },
		);
	});

	test('a compiled term gives what the interpreted one gives, unknown where that is unknown', () => {
		fc.assert(
			fc.property(term, rowOfFacts, (asked, facts) => {
				const compiled = compileTerm(asked, tableOf([facts]), formulas).reckon(0);
				const plain = evaluateTerm(asked, (fact) => facts[fact] as number | undefined, formulas);
				if (Number.isNaN(plain)) expect(compiled).toBeNaN();
				else expect(Math.abs(compiled - plain)).toBeLessThanOrEqual(Math.abs(plain) * 1e-12);
			}),
			{ numRuns: 1000 },
		);
	});

	test('terms swept over many rows give to the last bit what each compiled term gives, whatever is known to be constant', () => {
		const rowsAlike = fc.array(rowOfFacts, { minLength: 1, maxLength: 6 });
		fc.assert(
			fc.property(fc.array(term, { minLength: 1, maxLength: 5 }), rowsAlike, fc.boolean(), (asked, facts, alike) => {
				const table = tableOf(facts.map((one) => (alike ? { ...one, ebb: 3, tide: undefined } : one)));
				const differs = new Set(alike ? ['flood'] : keys);
				const constantOf = (one: Exclude<Term, number>): number | undefined =>
					inputsOfTerm(one, formulas).some((fact) => differs.has(fact))
						? undefined
						: compileTerm(one, table, formulas).reckon(0);
				const room: Float64Array[] = [];
				const sweep = sweepOver({ table, formulas, constantOf, room });
				const whole = asked.map((one) => sweep.addWhole(one));
				const rows = Int32Array.from(facts, (_, row) => facts.length - 1 - row);
				for (const used of room) used.fill(7);
				sweep.run(rows, rows.length);
				for (const [index, one] of asked.entries()) {
					const { reckon } = compileTerm(one, table, formulas);
					expect([...(whole[index] as Float64Array).subarray(0, rows.length)]).toEqual(Array.from(rows, reckon));
				}
			}),
			{ numRuns: 1000 },
		);
	});

	test('a verdict depends on nothing but the declared inputs', () => {
		fc.assert(
			fc.property(condition, rowOfFacts, rowOfFacts, (asked, facts, others) => {
				const inputs = inputsOfCondition(asked);
				const mixed = Object.fromEntries(keys.map((key) => [key, inputs.includes(key) ? facts[key] : others[key]]));
				const compiled = compileCondition(asked, tableOf([facts, mixed]));
				expect(compiled(1)).toBe(compiled(0));
			}),
		);
	});

	test('constants are folded', () => {
		const table = tableOf([{}]);
		const constant = { sum: [1, { product: [2, 3] }] };
		expect(compileTerm(constant, table, formulas).constant).toBe(7);
		expect(compileTerm({ sum: [1, { fact: 'tide' }] }, table, formulas).constant).toBeUndefined();
	});

	test('a term declares the inputs of its formulas', () => {
		expect(inputsOfTerm({ sum: [{ formula: 'rise' }, { fact: 'ebb' }] }, formulas)).toEqual(['tide', 'flood', 'ebb']);
	});

	test('a copied row is judged like its original', () => {
		const table = tableOf([{ tide: 5, bank: 'reed' }]);
		const compiled = compileCondition(
			{
				all: [
					{ fact: 'tide', atLeast: 5 },
					{ fact: 'bank', is: ['reed'] },
				],
			},
			table,
		);
		expect(compiled(1)).toBe(1);
		copyRow(table, 0, 1);
		expect(compiled(1)).toBe(2);
	});

	test('a rule that names a fact or a value nobody defined is refused with the way out', () => {
		const table = tableOf([{}]);
		expect(() => compileCondition({ fact: 'weir', is: [true] }, table)).toThrow(/'weir'/);
		expect(() => compileCondition({ fact: 'bank', is: ['clay'] }, table)).toThrow(/'clay'/);
		expect(() => compileCondition({ fact: 'gated', atLeast: 1 }, table)).toThrow(/not a quantity/);
		expect(() => createTable(vocabulary, ['weir'], 1)).toThrow(/not in the vocabulary/);
	});
});
