import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDuckdb } from '../../source/profiling/engines/duckdb.ts';
import type { TableReport } from '../../source/profiling/judging/report.ts';
import { columnOf, profileOf } from '../peers/profiling.ts';

let home = '';
beforeAll(async () => {
	home = mkdtempSync(join(tmpdir(), 'headwater-engines-'));
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	const orders = `SELECT i AS id, (hash(i) % 100000) / 100.0::DOUBLE AS price, 'name' || (hash(i) % 5000) AS name,
		TIMESTAMP '2026-01-01' + to_seconds(i * 60) AS ordered_at, CASE WHEN hash(i * 7) % 100 < 3 THEN NULL ELSE hash(i) % 9 END AS quantity,
		hash(i) % 2 = 0 AS paid, md5(i::VARCHAR) AS token, DATE '2026-01-01' + (i % 90)::INT AS day FROM range(120000) t(i)`;
	await connection.run(`COPY (${orders} UNION ALL (${orders} LIMIT 1500)) TO '${home}/repeated.csv' (HEADER)`);
	await connection.run(`COPY (${orders}) TO '${home}/orders.csv' (HEADER)`);
	await connection.run(`COPY (${orders}) TO '${home}/orders.parquet' (ROW_GROUP_SIZE 20000)`);
	connection.closeSync();
	instance.closeSync();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** What both engines must agree on: exactly what is counted, and within the error told what is estimated. */
function agree(one: TableReport, other: TableReport): void {
	expect(one.figures.rows).toBe(other.figures.rows);
	expect(one.roles).toEqual(other.roles);
	for (const { column } of one.columns) {
		const { column: theirs } = columnOf(other, column.name);
		expect(theirs, column.name).toMatchObject({
			type: column.type,
			rows: column.rows,
			missing: column.missing,
			fitting: column.fitting,
		});
		expect([
			theirs.time,
			theirs.length?.low,
			theirs.length?.high,
			theirs.number?.low,
			theirs.number?.high,
			theirs.number?.mean,
			theirs.number?.deviation,
		]).toEqual([
			column.time,
			column.length?.low,
			column.length?.high,
			column.number?.low,
			column.number?.high,
			column.number?.mean,
			column.number?.deviation,
		]);
		const error = column.distinctError + theirs.distinctError;
		expect(Math.abs((column.distinct ?? 0) - (theirs.distinct ?? 0)), column.name).toBeLessThanOrEqual(
			error * Math.max(column.distinct ?? 0, theirs.distinct ?? 0) + 1e-9,
		);
	}
	const error = ((one.figures.duplicatesError ?? 0) + (other.figures.duplicatesError ?? 0)) * one.figures.rows;
	expect(Math.abs((one.figures.duplicates ?? 0) - (other.figures.duplicates ?? 0))).toBeLessThanOrEqual(error);
}

test('DuckDB and the plain reader give the same figures of the same files', async () => {
	const exact = await profileOf(home);
	const plain = await profileOf(home, { plain: true });
	const named = ({ sources }: typeof exact) =>
		new Map(
			sources.flatMap(({ title, tables }) => tables.map((table) => [`${title} ${table.figures.name}`, table] as const)),
		);
	const [one, other] = [named(exact), named(plain)];
	expect([...one.keys()].toSorted()).toEqual([
		'orders (csv) orders',
		'orders (parquet) orders',
		'repeated (csv) repeated',
	]);
	expect([...one.values()].map(({ figures }) => figures.engine)).toEqual(['duckdb', 'duckdb', 'duckdb']);
	expect([...other.values()].map(({ figures }) => figures.engine)).toEqual(['headwater', 'headwater', 'headwater']);
	for (const [name, table] of one) agree(table, other.get(name) as TableReport);
	expect(one.get('repeated (csv) repeated')?.figures.duplicates).toBeGreaterThan(1000);
	expect(one.get('orders (csv) orders')?.roles).toMatchObject({ keys: ['id', 'token'], eventTime: 'ordered_at' });
});

test('the engine reads the files that were named and nothing else', async () => {
	writeFileSync(join(home, 'secret.csv'), 'id\n1\n');
	const { signal } = new AbortController();
	const engine = await openDuckdb([join(home, 'orders.csv')], signal);
	expect(await engine?.row(`SELECT count(*) FROM read_csv('${home}/orders.csv')`)).toEqual([120_000n]);
	for (const attempt of [
		`SELECT * FROM read_csv('${home}/secret.csv')`,
		"SELECT * FROM read_text('/etc/hostname')",
		`COPY (SELECT 1) TO '${home}/written.csv'`,
		'SET enable_external_access = true',
		'INSTALL httpfs',
	])
		await expect(engine?.rows(attempt), attempt).rejects.toThrow('DuckDB could not read a file');
	engine?.close();
	rmSync(join(home, 'secret.csv'));
});
