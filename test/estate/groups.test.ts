import { expect, test } from 'vitest';
import type { Facts, Source } from '../../source/estate/estate.ts';
import { type GroupBy, grouping, others } from '../../source/estate/groups.ts';

const source = (title: string, values: Readonly<Record<string, string | number>> = {}): Source => ({
	id: title,
	kind: 's3-bucket',
	family: 'object',
	title,
	place: 'aws',
	facts: Object.fromEntries(
		Object.entries(values).map(([fact, value]) => [fact, { value, from: 'measured', evidence: 'x', at: '2026-11-25' }]),
	) as Facts,
});
const together = (by: GroupBy, ...sources: readonly Source[]) => {
	const grouped = grouping(by);
	for (const one of sources) grouped.add(one);
	return grouped.groups();
};
const names = (by: GroupBy, ...sources: readonly Source[]) =>
	together(by, ...sources).map(({ name, count }) => `${count} ${name}`);

test('names that begin alike are together, whatever parts their words', () => {
	const titles = ['orders-2024', 'orders_eu', 'orders.csv', '/shop/web', '/shop/api', 'ledger', '2024-01', 'orders'];
	expect(names('prefix', ...titles.map((title) => source(title)))).toEqual([
		'3 orders*',
		'2 /shop*',
		'1 2024-01',
		'1 ledger',
		'1 orders',
	]);
});

test('by size, what nobody measured is unknown, and what is known is added up', () => {
	const sources = [
		source('a', { volume: 5e8 }),
		source('b', { volume: 2e9 }),
		source('c', { volume: 3e9 }),
		source('d'),
	];
	expect(together('size', ...sources)).toEqual([
		{ name: '1 GB to 1 TB', count: 2, volume: 5e9, measured: 2 },
		{ name: 'below 1 GB', count: 1, volume: 5e8, measured: 1 },
		{ name: 'unknown', count: 1, volume: 0, measured: 0 },
	]);
});

test('by kind, engine and owner', () => {
	const sources = [source('a', { engine: 'mysql', owner: 'sales' }), source('b', { engine: 'mysql' })];
	expect(names('kind', ...sources)).toEqual(['2 s3-bucket']);
	expect(names('engine', ...sources)).toEqual(['2 mysql']);
	expect(names('owner', ...sources)).toEqual(['1 sales', '1 unknown']);
});

test('however many names there are, the number of groups is bounded and nothing is lost', () => {
	const sources = Array.from({ length: 20_500 }, (_, index) => source(`${index.toString(36).padStart(4, '0')}`));
	const found = together('prefix', ...sources);
	expect(found.length).toBeLessThanOrEqual(20_001);
	expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(20_500);
	const distinct = Array.from({ length: 20_500 }, (_, index) => source('x', { owner: `owner ${index}` }));
	expect(together('owner', ...distinct)[0]).toMatchObject({ name: others, count: 500 });
});
