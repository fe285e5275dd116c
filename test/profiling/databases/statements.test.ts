import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReadableTable } from '../../../source/profiling/databases/columns.ts';
import { mysqlSampling } from '../../../source/profiling/databases/mysql.ts';
import { postgresqlSampling } from '../../../source/profiling/databases/postgresql.ts';
import { backticked, literal, quoted } from '../../../source/profiling/databases/quoting.ts';

const table = (rows: number, key?: string): ReadableTable => ({
	name: 'orders',
	columns: [
		{ name: 'id', type: 'bigint' },
		{ name: 'note', type: 'text' },
	],
	rows,
	bytes: rows * 100,
	...(key === undefined ? {} : { key }),
});
const wanted = { rows: 1_000, random: () => 0.5 };

test('a small table is read whole, and one row more than wanted would show that it is not', () => {
	expect(postgresqlSampling.statements('shop', table(900), wanted)).toEqual([
		{ sql: 'SELECT "id", left("note"::text, 2000) AS "note" FROM "shop"."orders" LIMIT 1001', whole: true },
	]);
	expect(mysqlSampling.statements('shop', table(900), wanted)).toEqual([
		{ sql: 'SELECT `id`, LEFT(`note`, 2000) AS `note` FROM `shop`.`orders` LIMIT 1001', whole: true },
	]);
});

test('a large table of PostgreSQL is sampled by pages, one of few pages by rows', () => {
	const [large] = postgresqlSampling.statements('shop', table(100_000), { ...wanted, rows: 10_000 });
	expect(large).toMatchObject({ whole: false, page: true });
	expect(large?.sql).toContain('TABLESAMPLE SYSTEM (10.0000) REPEATABLE (500000000) LIMIT 20000');
	const [narrow] = postgresqlSampling.statements('shop', table(2_000), wanted);
	expect(narrow).toMatchObject({ whole: false, page: false });
	expect(narrow?.sql).toContain('TABLESAMPLE BERNOULLI (50.0000)');
});

test('a large table of MySQL is read at places of its key that do not meet, or from its beginning', () => {
	const statements = mysqlSampling.statements('shop', table(100_000, 'id'), wanted);
	const starts = statements.map(({ sql }) => Number(/>= \(SELECT .*?\* ([\d.]+)\)/.exec(sql)?.[1]));
	const ends = statements.map(({ sql }) => Number(/ < \(SELECT .*?\* ([\d.]+)\)/.exec(sql)?.[1] ?? 1));
	expect(statements).toHaveLength(20);
	for (const [index, start] of starts.entries()) {
		expect(start).toBeGreaterThanOrEqual(index / 20);
		expect(ends[index]).toBeCloseTo((index + 1) / 20, 6);
	}
	expect(mysqlSampling.statements('shop', table(100_000), wanted)).toMatchObject([{ whole: false, first: true }]);
});

test('no name leaves its quotes', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (name) => {
			expect(quoted(name).slice(1, -1).replaceAll('""', '')).not.toContain('"');
			expect(backticked(name).slice(1, -1).replaceAll('``', '')).not.toContain('`');
			if (!name.includes('\\')) expect(literal(name).slice(1, -1).replaceAll("''", '')).not.toContain("'");
		}),
	);
	expect(() => literal("\\' OR 1=1")).toThrow('backslash');
});
