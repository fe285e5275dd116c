import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { folderOf, profileOf } from '../peers/profiling.ts';

const csvOf = (head: string, count: number, row: (index: number) => readonly unknown[]): string =>
	`${head}\n${Array.from({ length: count }, (_, index) => row(index).join(',')).join('\n')}\n`;
const customers = csvOf('id,name', 300, (index) => [`C${index}`, `n${index % 20}`]);

async function found(files: Readonly<Record<string, string>>, options = {}) {
	const { sources } = await profileOf(await folderOf(files), options);
	const tables = sources.flatMap(({ tables }) => tables);
	return {
		references: tables.flatMap(({ figures }) => figures.references ?? []),
		verdicts: tables.flatMap(({ verdicts }) => verdicts.filter(({ gate }) => gate === 'consistency')),
		text: JSON.stringify(sources),
	};
}

test('a column that names rows of another table is told with the share of its values that stand there', async () => {
	const { references, verdicts } = await found({
		'customers/part.csv': customers,
		'orders/part.csv': csvOf('order_id,customer_id', 900, (index) => [index, `C${index % 300}`]),
	});
	expect(references).toEqual([
		{ column: 'customer_id', source: 'customers (csv)', table: 'customers', to: 'id', looked: 300, found: 300 },
	]);
	expect(verdicts).toMatchObject([
		{ level: 'pass', says: '100 % of 300 different values stand in id of customers (csv), at least 99.9 %' },
	]);
});

test('values without a partner are counted and not told', async () => {
	const { references, verdicts, text } = await found({
		'customers/part.csv': customers,
		'orders/part.csv': csvOf('order_id,customer_id', 900, (index) => [index, `C${index % 330}`]),
	});
	expect(references).toMatchObject([{ looked: 330, found: 300 }]);
	expect(verdicts).toMatchObject([{ level: 'warn', column: 'customer_id' }]);
	expect(text).not.toContain('C329');
});

test('columns of the same name refer to the key among them; a table that was read in parts is looked in for nothing', async () => {
	const files = {
		'stores/part.csv': csvOf('store_no,city', 400, (index) => [index, `city${index % 9}`]),
		'sales/part.csv': csvOf('sale_id,store_no', 2000, (index) => [`s${index}`, index % 390]),
	};
	expect((await found(files)).references).toMatchObject([
		{ column: 'store_no', to: 'store_no', looked: 390, found: 390 },
	]);
	expect((await found(files, { bytes: 6000 })).references).toEqual([]);
});

test('large files of two formats are compared by the hashes of the engine, an even part of many values', async () => {
	const folder = await folderOf({ 'customers/x.txt': '', 'orders/x.txt': '' });
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	await connection.run(
		`COPY (SELECT i AS customer_id, md5(i::VARCHAR) AS token FROM range(200000) t(i)) TO '${join(folder, 'customers/c.parquet')}'`,
	);
	await connection.run(
		`COPY (SELECT i AS order_id, i % 220000 AS customer_id, md5(i::VARCHAR) AS note FROM range(440000) t(i)) TO '${join(folder, 'orders/o.csv')}'`,
	);
	connection.closeSync();
	instance.closeSync();
	const { sources } = await profileOf(folder);
	const orders = sources.flatMap(({ tables }) => tables).find(({ figures }) => figures.name === 'o');
	expect(orders?.figures.engine).toBe('duckdb');
	const [reference] = orders?.figures.references ?? [];
	expect(reference).toMatchObject({ column: 'customer_id', to: 'customer_id' });
	expect((reference?.found ?? 0) / (reference?.looked ?? 1)).toBeCloseTo(200 / 220, 1);
	expect(reference?.looked).toBeLessThan(70_000);
});

test('several files of Parquet are counted by the engine, and what drifts between them is told', async () => {
	const folder = await folderOf({ 'many/x.txt': '' });
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	for (let file = 0; file < 4; file += 1) {
		await connection.run(
			`COPY (SELECT i AS n, random() * 100 + ${file === 3 ? 200 : 0} AS amount, md5((i * 7)::VARCHAR) AS note FROM range(50000) t(i)) TO '${join(folder, `many/part-${file}.parquet`)}'`,
		);
	}
	connection.closeSync();
	instance.closeSync();
	const { sources } = await profileOf(folder);
	const table = sources.flatMap(({ tables }) => tables).find(({ figures }) => figures.format === 'parquet');
	expect(table?.figures).toMatchObject({ engine: 'duckdb', rows: 200_000 });
	expect(table?.columns.map(({ column }) => column.name)).toEqual(['n', 'amount', 'note']);
	expect(table?.figures.drift).toMatchObject([{ column: 'amount', what: 'values', files: 1, of: 4 }]);
});
