import { join } from 'node:path';
import type { TableFigures } from '../figures.ts';
import { localFile } from '../formats/local-file.ts';
import { alikeNames, flattened } from '../formats/nested.ts';
import { readFile } from '../formats/read-file.ts';
import type { GrowingTable } from '../gathering.ts';
import type { FileList, Reading, ReadSource } from '../reader.ts';
import type { Sketch } from '../references.ts';
import { tableFigures } from '../table-figures.ts';
import { countExactly } from './count-exactly.ts';
import { type Engine, openDuckdb } from './duckdb.ts';
import { type Relation, relationSql } from './relation.ts';
import { sketchesOf } from './sketches.ts';

/** Below this the start of the engine takes longer than it saves. */
const leastBytes = 4_000_000;
/** What is read of text to tell columns, types, forms and classes; rows that are drawn of Parquet. */
const sampleBytes = 1_500_000;
const sampleRows = 10_000;
/** Says of each row which file it is of; no column of anybody is called so. */
const fileColumn = '\u0001file';

/**
Reads local files with DuckDB: a sample by our own readers tells what the columns are, the engine counts all rows. Undefined
where it cannot: it is not installed, the files do not fit the limits, are packed or of another format, or are written oddly.
Whatever was gathered until then is dropped.
*/
export async function readExactly(list: FileList, reading: Reading): Promise<ReadSource | undefined> {
	const { gathering, budget, signal } = reading;
	const chosen = list.chosen.filter(({ size }) => size > 0);
	const fits = list.chosen.length === list.count && list.volume >= leastBytes && list.volume <= budget.left('bytes');
	if (!fits || !chosen.every(({ path }) => /\.(?:csv|tsv|tab|parquet)$/i.test(path))) return undefined;
	const engine = await openDuckdb(
		chosen.map(({ path }) => join(list.root, path)),
		signal,
	);
	if (engine === undefined) return undefined;
	try {
		const files = new Map<GrowingTable, string[]>();
		for (const { path, size } of chosen) {
			const full = join(list.root, path);
			const bytes = await localFile(full, path);
			try {
				const allowed = /\.parquet$/i.test(path) ? 65_536 : Math.max(131_072, (sampleBytes * size) / list.volume);
				const table = await readFile(bytes, { ...reading, allowed: Math.min(size, allowed), each: 32_768 });
				if (table === undefined || table.troubles.size > 0) return drop(reading);
				files.set(table, [...(files.get(table) ?? []), full]);
			} finally {
				await bytes.close();
			}
		}
		const exact = new Map<GrowingTable, TableFigures>();
		const sketches = new Map<GrowingTable, ReadonlyMap<string, Sketch>>();
		for (const [table, paths] of files) {
			const relation = relationOf(table, paths);
			const figures = await counted(table, relation, engine);
			exact.set(table, figures);
			if (reading.isOneOfMany || files.size > 1) sketches.set(table, await sketchesOf(figures, relation, engine));
		}
		const { count, volume, sizes, histogram } = list;
		budget.spend('bytes', Math.max(0, volume - gathering.tables.reduce((sum, { bytes }) => sum + bytes, 0)));
		return { whole: true, exact, sketches, files: { count, volume, read: chosen.length, sizes, histogram } };
	} catch (error) {
		if (signal.aborted) throw error;
		return drop(reading);
	} finally {
		engine.close();
	}
}

function drop({ gathering }: Reading): undefined {
	gathering.forget();
	return undefined;
}

function relationOf(table: GrowingTable, paths: readonly string[]): Relation {
	const [dialect, ...others] = table.dialects;
	if (others.some((other) => JSON.stringify(other) !== JSON.stringify(dialect))) throw new Error('dialects differ');
	const format = table.format === 'parquet' || table.format === 'tsv' ? table.format : 'csv';
	return { files: paths, format, ...(dialect === undefined ? {} : { dialect }) };
}

async function counted(table: GrowingTable, relation: Relation, engine: Engine): Promise<TableFigures> {
	if (relation.format === 'parquet') await drawRows(table, relation, engine);
	return countExactly(tableFigures(table, { whole: true }), relation, engine);
}

/** Rows of Parquet are drawn by the engine, which decodes faster. */
async function drawRows(table: GrowingTable, relation: Relation, engine: Engine): Promise<void> {
	const from = relationSql(relation, fileColumn);
	const names = (await engine.rows(`SELECT column_name FROM (DESCRIBE FROM ${from})`)).map(([name]) => String(name));
	const rows = await engine.rows(`SELECT * FROM ${from} USING SAMPLE reservoir(${sampleRows} ROWS) REPEATABLE (1)`);
	const alike = alikeNames();
	table.tally.piece();
	const file = names.indexOf(fileColumn);
	const fileOf = (values: readonly unknown[]): string => String(values[file]);
	table.starts.length = 0;
	let last: string | undefined;
	for (const values of rows.toSorted((a, b) => (fileOf(a) < fileOf(b) ? -1 : fileOf(a) > fileOf(b) ? 1 : 0))) {
		if (fileOf(values) !== last) table.starts.push(table.tally.rows());
		last = fileOf(values);
		const record = Object.fromEntries(
			names.flatMap((name, index) => (index === file ? [] : [[name, values[index]] as const])),
		);
		const flat = flattened(record);
		table.tally.row(alike(flat.names), flat.values);
	}
}
