import { expect, test } from 'vitest';
import { readQueried } from '../../../source/discovery/importers/queried.ts';

const head = 'ENGINE,VERSION,DATABASE_NAME,CHARSET,CHANGES_READABLE,TABLE_SCHEMA,TABLE_NAME,BYTES,ROW_COUNT,KEYED';
const at = '2026-11-28T00:00:00.000Z';
const read = (...rows: readonly string[]) => readQueried([head, ...rows].join('\r\n'), 'plant.csv', at);

test('the result of a query becomes a source for each schema, with what the catalogue says', () => {
	const { sources } = read(
		'oracle,19.3.0.0.0,PLANT,AL32UTF8,0,MES,ORDERS,1000000,5000,1',
		'oracle,19.3.0.0.0,PLANT,AL32UTF8,0,MES,EVENTS,3000000,15000,0',
		'oracle,19.3.0.0.0,PLANT,AL32UTF8,0,QM,LOTS,100,1,1',
	);
	expect(sources.map(({ id, title }) => [id, title])).toEqual([
		['databases/PLANT/MES', 'MES on PLANT'],
		['databases/PLANT/QM', 'QM on PLANT'],
	]);
	const values = Object.fromEntries(Object.entries(sources[0]?.facts ?? {}).map(([key, { value }]) => [key, value]));
	expect(values).toMatchObject({
		engine: 'oracle',
		'engine.version': '19.3.0.0.0',
		volume: 4_000_000,
		rows: 20_000,
		'record.size': 200,
		tables: 2,
		'tables.keyless': 1,
		'keys.known': false,
		'changes.readable': false,
		managed: 'self',
	});
});

test('a file that is no such result is refused with its line', () => {
	expect(() => readQueried('name,size\nx,1\n', 'plant.csv', at)).toThrow(
		'plant.csv, line 1: the columns table_schema, table_name, bytes, row_count, keyed are missing.',
	);
	expect(() => read('oracle,19,PLANT,x,0,MES,ORDERS,many,5,1')).toThrow(
		'plant.csv, line 2: "many" in the column bytes',
	);
	expect(() => read('oracle,19,PLANT')).toThrow('plant.csv, line 2: 3 cells where the first line names 10 columns.');
});

test('a database without tables is no source', () => {
	expect(read().sources).toEqual([]);
});
