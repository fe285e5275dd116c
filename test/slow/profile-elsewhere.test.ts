import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test as plain } from 'vitest';
import type { Readiness, TableReport } from '../../source/profiling/judging/report.ts';
import { seeded } from '../../source/profiling/random.ts';
import { headwater, run } from '../peers/program.ts';
import { needs, python } from '../templates/needs.ts';

const test = needs('PySpark', python, '-c', 'import pyspark');
let home = '';

beforeAll(async () => {
	home = mkdtempSync(join(tmpdir(), 'headwater-elsewhere-'));
	const random = seeded(5);
	const rows = Array.from({ length: 4000 }, (_, index) =>
		[
			index + 1,
			random() < 0.1 ? '' : Math.round(random() * 1e5) / 100,
			['red', 'green', 'it"s, blue'][index % 3],
			`2026-0${1 + (index % 9)}-11T10:${10 + (index % 50)}:00Z`,
			index % 7 === 0 ? 'NA' : index % 2 === 0,
			`p${index % 300}@example.com`,
		]
			.map((cell) => (typeof cell === 'string' && /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : String(cell)))
			.join(','),
	);
	const { mkdirSync } = await import('node:fs');
	mkdirSync(join(home, 'orders'));
	writeFileSync(join(home, 'orders/orders.csv'), `id,amount,colour,ordered_at,paid,email\n${rows.join('\n')}\n`);
	await headwater(['discover', '--folder', 'orders', '-o', 'estate.json'], { cwd: home });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const report = ({ stdout }: { stdout: string }): TableReport => {
	const table = (JSON.parse(stdout) as Readiness).sources[0]?.tables[0];
	if (table === undefined) throw new Error('no table');
	return table;
};
const local = async () =>
	report(
		await headwater(['profile', '--estate', 'estate.json', '--yes', '--json', '--sql', 'queries.sql'], { cwd: home }),
	);
const imported = async (file: string) => {
	const ended = await headwater(
		['profile', '--estate', 'estate.json', '--import', file, '--json', '-o', 'measured.json'],
		{ cwd: home },
	);
	expect(ended.stderr).not.toContain('would read');
	return report(ended);
};

/** What all engines count alike. */
const counted = ({ figures, roles }: TableReport) => ({
	rows: figures.rows,
	roles,
	columns: figures.columns.map(({ name, type, rows, missing, fitting, distinct, number, time, length }) => ({
		name,
		type,
		rows,
		missing,
		fitting,
		distinct,
		number: number && { low: number.low, high: number.high, mean: number.mean, deviation: number.deviation },
		time: time && { low: time.low, high: time.high },
		length,
	})),
});

test('the exported Spark job counts what a profile on this machine counts', async () => {
	const here = await local();
	const estate = JSON.parse(readFileSync(join(home, 'estate.json'), 'utf8')) as { sources: readonly { id: string }[] };
	const glue = fileURLToPath(new URL('../../templates/glue/', import.meta.url));
	const ended = await run(
		python,
		[
			'-B',
			'-W',
			'ignore',
			join(glue, 'jobs/readiness.py'),
			'--source',
			estate.sources[0]?.id ?? '',
			'--from',
			join(home, 'orders'),
			'--format',
			'csv',
			'--table',
			'orders',
		],
		{
			cwd: glue,
			env: {
				SPARK_LOCAL_IP: '127.0.0.1',
				PYSPARK_SUBMIT_ARGS: '--master local[2] --conf spark.sql.shuffle.partitions=2 pyspark-shell',
				PYSPARK_PYTHON: python,
				PYTHONPATH: join(glue, 'lake'),
			},
		},
	);
	expect(ended.status, ended.stderr.slice(-2000)).toBe(0);
	writeFileSync(join(home, 'spark.json'), ended.stdout.split('\n').find((line) => line.startsWith('[{')) ?? '');
	const spark = await imported('spark.json');
	expect(counted(spark)).toEqual(counted(here));
	expect(spark.figures).toMatchObject({ engine: 'spark', duplicates: here.figures.duplicates });
	expect(spark.columns.map(({ personal }) => personal.map((one) => one.class))).toEqual(
		here.columns.map(({ personal }) => personal.map((one) => one.class)),
	);
	expect(ended.stdout).not.toContain('@example.com');
	expect(readFileSync(join(home, 'measured.json'), 'utf8')).toContain(
		'"sensitivity":{"value":"personal","from":"measured"',
	);
});

plain('the query for Athena, read by DuckDB, gives the same figures', async () => {
	const here = await local();
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	await connection.run(
		`CREATE VIEW orders AS SELECT * FROM read_csv('${join(home, 'orders/orders.csv')}', all_varchar = true, header = true)`,
	);
	const [row] = (await connection.runAndReadAll(readFileSync(join(home, 'queries.sql'), 'utf8'))).getRowsJS();
	connection.closeSync();
	const json = String(row?.[0]);
	writeFileSync(join(home, 'athena.csv'), `"figures"\n"${json.replaceAll('"', '""')}"\n`);
	const athena = await imported('athena.csv');
	expect(counted(athena)).toEqual(counted(here));
	expect(json).not.toContain('@example.com');
	instance.closeSync();
});

plain('figures that are none are refused with what is wrong', async () => {
	writeFileSync(
		join(home, 'none.json'),
		'{"source": "orders (csv)", "tables": [{"name": "x", "rows": 1, "columns": [{"name": "a", "type": "colour", "rows": 1}]}]}',
	);
	const ended = await headwater(['profile', '--estate', 'estate.json', '--import', 'none.json'], { cwd: home });
	expect([ended.status, ended.stderr]).toEqual([
		2,
		expect.stringContaining('none.json holds no figures of a profile: the type of a is none.'),
	]);
});
