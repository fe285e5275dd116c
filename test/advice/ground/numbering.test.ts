import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberedBy } from '../../../source/advice/ground/numbering.ts';
import type { CodeColumn } from '../../../source/rules/table.ts';

const column = (values: readonly number[]): CodeColumn => ({
	fact: 'fact',
	kind: 'code',
	values: Int16Array.from(values),
	open: new Uint8Array(values.length),
	codes: new Map(),
	grows: true,
});

const rows = 40;
const codes = fc.oneof(fc.integer({ min: -1, max: 3 }), fc.constantFrom(-1, 32_767));
const columns = fc.array(fc.array(codes, { minLength: rows, maxLength: rows }), { maxLength: 12 });

test('rows get one number exactly where every column says the same of them, from 0 in the order in which they first come', () => {
	fc.assert(
		fc.property(columns, (said) => {
			const texts = Array.from({ length: rows }, (_, row) => said.map((values) => values[row]).join());
			const first = [...new Set(texts)];
			expect([...numberedBy(said.map(column), rows)]).toEqual(texts.map((text) => first.indexOf(text)));
		}),
	);
});

test('no row has no number', () => {
	expect([...numberedBy([column([])], 0)]).toEqual([]);
});
