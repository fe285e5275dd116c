import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dataSets } from '../../../source/discovery/importers/data-sets.ts';

const found = (paths: readonly string[], options?: Parameters<typeof dataSets>[0]) => {
	const sets = dataSets(options);
	for (const path of paths) sets.add(path, path.length);
	return sets.found();
};
const names = (paths: readonly string[]) =>
	found(paths).map(({ name, byName, packed, files }) => [name, byName, packed, files]);

test('files of one first-level folder and one format are one data set, compressed ones another', () => {
	expect(names(['orders/a.csv', 'orders/2026/b.csv', 'orders/c.csv.gz', 'orders/d.json', 'clicks/a.csv'])).toEqual([
		['clicks', 'csv', undefined, 1],
		['orders', 'csv', 'gz', 1],
		['orders', 'csv', undefined, 2],
		['orders', 'json', undefined, 1],
	]);
});

test('files in the root are told apart by what their names have in common', () => {
	expect(names(['orders-2026-11-23.csv', 'orders-2026-11-24.csv', 'customers.csv', 'part-00001.csv'])).toEqual([
		['', 'csv', undefined, 1],
		['customers', 'csv', undefined, 1],
		['orders', 'csv', undefined, 2],
	]);
});

test('files in the root whose endings say nothing are one data set', () => {
	expect(names(['README', 'Makefile', 'model.bin'])).toEqual([['', undefined, undefined, 3]]);
});

test('folders that are partitions do not make data sets', () => {
	expect(names(['dt=2026-11-23/a.parquet', 'dt=2026-11-24/a.parquet', '2026/11/b.parquet'])).toEqual([
		['', 'parquet', undefined, 3],
	]);
});

test('the order in which files come says nothing, however many data sets there are', () => {
	const file = fc
		.tuple(
			fc.constantFrom('', 'a/', 'b/', 'c/', 'd/'),
			fc.stringMatching(/^[a-z]{1,3}$/),
			fc.constantFrom('csv', 'json', 'x'),
		)
		.map(([folder, name, ending]) => `${folder}${name}.${ending}`);
	fc.assert(
		fc.property(fc.uniqueArray(file, { maxLength: 30 }), (paths) => {
			const options = { most: 6, samples: 2 };
			const one = found(paths, options);
			expect(found(paths.toReversed(), options)).toEqual(one);
			expect(one.reduce((total, { files }) => total + files, 0)).toBe(paths.length);
			expect(one.reduce((total, { volume }) => total + volume, 0)).toBe(paths.join('').length);
			expect(one.length).toBeLessThanOrEqual(6);
		}),
	);
});
