import { expect, test } from 'vitest';
import type { Look, Table } from '../../../source/discovery/databases/catalogue.ts';
import { changeOf, updatesOf } from '../../../source/discovery/databases/change.ts';

const table = (name: string, inserted: number, updated = 0, deleted = 0, schema = 'shop'): Table => ({
	schema,
	name,
	bytes: 100_000,
	rows: 1_000,
	keyed: true,
	written: { inserted, updated, deleted },
});
const look = (clock: number, tables: readonly Table[], countedFor?: number): Look => ({
	server: { engine: 'postgresql', version: '15.1', countedFor },
	tables,
	clock,
});
const uncounted = ({ written: _, ...rest }: Table): Table => rest;

test('rows inserted and updated between two looks, as wide as the mean row, are the change', () => {
	const change = changeOf(look(100, [table('orders', 500)]), look(110, [table('orders', 800, 200)]), 'shop');
	expect(change).toEqual({ perSecond: 5_000, evidence: "the server's counters over 10 s", bound: false });
});

test('a table that appeared in between counts whole, one of another schema does not', () => {
	const last = look(110, [table('orders', 500), table('new', 10), table('visits', 900, 0, 0, 'web')]);
	expect(changeOf(look(100, [table('orders', 500)]), last, 'shop')?.perSecond).toBe(100);
});

test('counters of a day or more give the mean since they began', () => {
	const last = look(110, [table('orders', 172_800)], 172_800);
	expect(changeOf(last, last, 'shop')).toEqual({
		perSecond: 100,
		evidence: "the server's counters over 2 days",
		bound: false,
	});
});

test('seconds without a change say nothing, a day without one says zero', () => {
	const still = look(110, [table('orders', 5)]);
	expect(changeOf(look(100, [table('orders', 5)]), still, 'shop')).toBeUndefined();
	const idle = look(110, [table('orders', 0)], 90_000);
	expect(changeOf(idle, idle, 'shop')?.perSecond).toBe(0);
});

test('counters that went back say nothing', () => {
	expect(changeOf(look(100, [table('orders', 9)]), look(110, [table('orders', 5)]), 'shop')).toBeUndefined();
});

test('counters of the whole server bound a schema that is not alone', () => {
	const server = (inserted: number) => ({
		engine: 'mariadb',
		version: '10.11',
		written: { inserted, updated: 0, deleted: 0 },
	});
	const tables = [uncounted(table('orders', 0))];
	const both = [...tables, uncounted(table('visits', 0, 0, 0, 'web'))];
	const between = (of: readonly Table[]) =>
		changeOf({ ...look(0, of), server: server(0) }, { ...look(10, of), server: server(50) }, 'shop');
	expect(between(tables)).toMatchObject({ perSecond: 500, bound: false });
	expect(between(both)).toMatchObject({ perSecond: 500, bound: true });
});

test('what the counters say of how rows change', () => {
	expect(updatesOf(look(0, [table('orders', 5)]), 'shop')).toBe('append');
	expect(updatesOf(look(0, [table('orders', 5, 1)]), 'shop')).toBe('update');
	expect(updatesOf(look(0, [table('orders', 5, 0, 1)]), 'shop')).toBe('update');
	expect(updatesOf(look(0, [table('orders', 0)]), 'shop')).toBeUndefined();
	expect(updatesOf(look(0, [table('orders', 0)], 90_000), 'shop')).toBe('never');
	expect(updatesOf(look(0, [uncounted(table('orders', 5))]), 'shop')).toBeUndefined();
});
