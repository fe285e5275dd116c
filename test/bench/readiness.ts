import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { readingAround } from '../../source/app/readiness/reading-around.ts';
import { readFolder } from '../../source/discovery/importers/folder.ts';
import { localFile } from '../../source/profiling/formats/local-file.ts';
import { readFooter } from '../../source/profiling/formats/read-parquet.ts';
import { usualLimits } from '../../source/profiling/limits.ts';
import { profileSources } from '../../source/profiling/profile.ts';
import type { Row } from './measuring/row.ts';
import { quantile, yardstick } from './measuring/timing.ts';

const now = () => new Date('2026-11-24T12:00:00Z');
const { signal } = new AbortController();
const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** Files of the large folder; the figure is for 500,000 (`FILES=500000`). */
const files = Number(process.env.FILES ?? 20_000);

const rowsSql = `SELECT i AS id, random() * 1000 AS price, (random() * 100)::INT AS quantity, 'name' || (random() * 5000)::INT AS name,
	TIMESTAMP '2026-01-01' + to_seconds((random() * 1e7)::BIGINT) AS ordered_at, random() < 0.5 AS paid,
	CASE WHEN random() < 0.03 THEN NULL ELSE random() END AS score, md5(i::VARCHAR) AS token, (random() * 20)::INT AS category,
	'u' || i || '@example.com' AS email FROM range(1000000) t(i)`;

async function timesOf(rounds: number, run: () => Promise<unknown>): Promise<{ times: number[]; yards: number[] }> {
	const [times, yards]: [number[], number[]] = [[], []];
	for (let round = 0; round <= rounds; round += 1) {
		const yard = yardstick();
		const began = performance.now();
		await run();
		if (round === 0) continue;
		yards.push(yard);
		times.push(performance.now() - began);
	}
	return { times, yards };
}

/** Profiles of a million rows against DuckDB's own SUMMARIZE, and of a large folder against find. */
export async function measure(rounds: number): Promise<readonly Row[]> {
	const home = mkdtempSync(join(tmpdir(), 'headwater-bench-'));
	const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
	const connection = await instance.connect();
	try {
		for (const format of ['parquet', 'csv']) mkdirSync(join(home, format));
		await connection.run(`COPY (${rowsSql}) TO '${home}/parquet/orders.parquet'`);
		await connection.run(`COPY (FROM '${home}/parquet/orders.parquet') TO '${home}/csv/orders.csv' (HEADER)`);
		const rows = [await footerRow(join(home, 'parquet/orders.parquet'), rounds)];
		for (const format of ['parquet', 'csv']) {
			rows.push(...(await profileRows(home, format, Math.min(rounds, 5), (sql) => connection.runAndReadAll(sql))));
		}
		rows.push(...(await othersRows(home)));
		return [...rows, ...(await folderRows(join(home, 'many'), Math.min(rounds, 3)))];
	} finally {
		connection.closeSync();
		instance.closeSync();
		rmSync(home, { recursive: true, force: true });
	}
}

async function footerRow(path: string, rounds: number): Promise<Row> {
	const bytes = await localFile(path, 'orders.parquet');
	const { times, yards } = await timesOf(rounds, () => readFooter(bytes));
	await bytes.close();
	return {
		title: 'footer of 1,000,000 rows by 10 columns (Parquet)',
		figure: quantile(times, 0.5),
		unit: 'ms',
		wanted: 20,
		ratio: quantile(times, 0.25) / quantile(yards, 0.25),
	};
}

async function profileRows(
	home: string,
	format: string,
	rounds: number,
	query: (sql: string) => Promise<unknown>,
): Promise<readonly Row[]> {
	const estate = await readFolder(join(home, format), { now, signal });
	const around = await readingAround(estate, { signal, now });
	const profile = () =>
		profileSources({ sources: estate.sources, limits: usualLimits, clock: () => performance.now(), around });
	const own: number[] = [];
	const theirs: number[] = [];
	for (let round = 0; round <= rounds; round += 1) {
		const began = performance.now();
		const [figures] = await profile();
		const between = performance.now();
		await query(`SUMMARIZE FROM '${home}/${format}/orders.${format}'`);
		if (figures?.tables[0]?.rows !== 1_000_000) throw new Error('not all rows were counted');
		if (round === 0) continue;
		own.push(between - began);
		theirs.push(performance.now() - between);
	}
	const ratios = own.map((time, round) => time / (theirs[round] ?? 1));
	return [
		{
			title: `full profile of 1,000,000 rows (${format}), of SUMMARIZE`,
			figure: quantile(ratios, 0.25),
			unit: 'x',
			wanted: 1.3,
		},
		{ title: `full profile of 1,000,000 rows (${format})`, figure: quantile(own, 0.5), unit: 'ms' },
		{
			title: `most memory of the program while it profiles (${format})`,
			figure: memoryOf(home, format),
			unit: 'MB',
			wanted: 400,
		},
	];
}

/** Another profiler on the same file, where it is installed: `python3 -m venv` there, and `pip install ydata-profiling` into it. */
async function othersRows(home: string): Promise<readonly Row[]> {
	const python = join(homedir(), '.cache/headwater-ci/ydata/bin/python');
	const version = spawnSync(python, ['-c', 'import ydata_profiling as y; print(y.__version__)'], { encoding: 'utf8' });
	if (version.status !== 0) {
		process.stderr.write(`Not compared: ydata-profiling is not installed in ${python}.\n`);
		return [];
	}
	const estate = await readFolder(join(home, 'csv'), { now, signal });
	const around = await readingAround(estate, { signal, now });
	const began = performance.now();
	await profileSources({ sources: estate.sources, limits: usualLimits, clock: () => performance.now(), around });
	const own = performance.now() - began;
	// Its quickest way, its own start left out.
	const script = [
		'import sys, time, pandas, ydata_profiling',
		'began = time.time()',
		'ydata_profiling.ProfileReport(pandas.read_csv(sys.argv[1]), minimal=True, progress_bar=False).get_description()',
		'print(time.time() - began)',
	].join('\n');
	const { stdout } = spawnSync(python, ['-W', 'ignore', '-c', script, join(home, 'csv/orders.csv')], {
		encoding: 'utf8',
	});
	const theirs = Number(stdout.trim().split('\n').at(-1)) * 1000;
	return [
		{
			title: `full profile of 1,000,000 rows (csv), times as fast as ydata-profiling ${version.stdout.trim()}`,
			figure: theirs / own,
			unit: 'x',
			wanted: 5,
			least: true,
		},
	];
}

/** The largest resident size of the built program, in megabytes. */
function memoryOf(home: string, format: string): number {
	const hook =
		"data:text/javascript,import{writeSync}from'node:fs';process.on('exit',()=>writeSync(3,String(process.resourceUsage().maxRSS)))";
	const estate = join(home, `${format}.json`);
	spawnSync(process.execPath, [cli, 'discover', '--folder', join(home, format), '-o', estate]);
	const { output } = spawnSync(process.execPath, ['--import', hook, cli, 'profile', '--estate', estate, '--yes'], {
		stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
	});
	return (Number(output[3]) * 1024) / 1e6;
}

async function folderRows(home: string, rounds: number): Promise<readonly Row[]> {
	for (let folder = 0; folder < files / 1000; folder += 1) {
		const path = join(home, `day=${folder}`);
		mkdirSync(path, { recursive: true });
		for (let file = 0; file < 1000; file += 1) writeFileSync(join(path, `part-${file}.csv`), 'id,amount\n');
	}
	const own: number[] = [];
	const theirs: number[] = [];
	let grown = 0;
	for (let round = 0; round <= rounds; round += 1) {
		const before = process.memoryUsage().rss;
		const began = performance.now();
		const { sources } = await readFolder(home, { now, signal });
		const between = performance.now();
		spawnSync('find', [home, '-type', 'f', '-printf', '%s %p\\n'], { maxBuffer: 2 ** 30 });
		if (sources[0]?.facts.objects?.value !== Math.ceil(files / 1000) * 1000)
			throw new Error('not all files were found');
		if (round === 0) continue;
		own.push(between - began);
		theirs.push(performance.now() - between);
		grown = Math.max(grown, process.memoryUsage().rss - before);
	}
	const ratios = own.map((time, round) => time / (theirs[round] ?? 1));
	return [
		{ title: `a folder of ${files} files, of find -printf`, figure: quantile(ratios, 0.25), unit: 'x', wanted: 1.5 },
		{ title: 'memory that a further reading of it takes', figure: grown / 1e6, unit: 'MB', wanted: 50 },
	];
}
