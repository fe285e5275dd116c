import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRows } from '../../../source/discovery/importers/csv-rows.ts';

const cells = (text: string) => csvRows(text).map((row) => row.cells);

test('cells stand between commas, semicolons or tabs, in quotes where they hold one', () => {
	expect(cells('a,b\r\n"x,""y""",2\r\n')).toEqual([
		['a', 'b'],
		['x,"y"', '2'],
	]);
	expect(cells('\uFEFFa;b\n1;2')).toEqual([
		['a', 'b'],
		['1', '2'],
	]);
	expect(cells('a\tb\n1\t')).toEqual([
		['a', 'b'],
		['1', ''],
	]);
});

test('a row knows the line in which it begins, whatever line breaks its cells hold', () => {
	expect(csvRows('a,b\n"1\n2",3\n\n4,5\n').map(({ line }) => line)).toEqual([1, 2, 5]);
});

test('what is written with every cell in quotes is read as it was', () => {
	const cell = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\r', ''));
	fc.assert(
		fc.property(fc.array(fc.array(cell.filter(Boolean), { minLength: 2, maxLength: 5 }), { maxLength: 6 }), (rows) => {
			const text = [['a', 'b'], ...rows]
				.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(','))
				.join('\n');
			expect(cells(text)).toEqual([['a', 'b'], ...rows]);
		}),
	);
});

test('any text ends', () => {
	fc.assert(fc.property(fc.string(), (text) => csvRows(text).length <= text.length + 1));
});
