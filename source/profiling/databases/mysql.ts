import { type Column, columnsOf, mostOfValue, type ReadableTable, textOf } from './columns.ts';
import { backticked, literal } from './quoting.ts';
import type { Sampling } from './sampling.ts';

/** Places in a table at which rows are read, where not all of it may be. */
const places = 20;

/**
Samples of MySQL and MariaDB: whole tables while they are small, else rows after places that are chosen by chance in a key of one whole
number; of tables without such a key the first rows, and that is told. There is no TABLESAMPLE, and a sample by RAND() would read everything.
*/
export const mysqlSampling: Sampling = {
	async tables(ask, schema) {
		const columns = await columnsOf(ask, schema);
		const keys =
			await ask(`SELECT TABLE_NAME AS table_name, COUNT(*) AS parts, MIN(COLUMN_NAME) AS name, MIN(DATA_TYPE) AS type
FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ${literal(schema)} AND COLUMN_KEY = 'PRI' GROUP BY TABLE_NAME`);
		const single = new Map(
			keys
				.filter((row) => Number(row.parts) === 1 && /int$/.test(textOf(row, 'type')))
				.map((row) => [textOf(row, 'table_name'), textOf(row, 'name')]),
		);
		const rows = await ask(`SELECT TABLE_NAME AS name, TABLE_ROWS AS row_count, DATA_LENGTH AS bytes
FROM information_schema.TABLES WHERE TABLE_TYPE = 'BASE TABLE' AND TABLE_SCHEMA = ${literal(schema)}`);
		return rows.map((row): ReadableTable => {
			const name = textOf(row, 'name');
			const key = single.get(name);
			return {
				name,
				columns: columns.get(name) ?? [],
				rows: Number(row.row_count ?? 0),
				bytes: Number(row.bytes ?? 0),
				...(key === undefined ? {} : { key }),
			};
		});
	},
	statements(schema, table, { rows, random }) {
		const from = `${backticked(schema)}.${backticked(table.name)}`;
		const list = table.columns.map(selected).join(', ');
		if (table.rows <= rows) return [{ sql: `SELECT ${list} FROM ${from} LIMIT ${rows + 1}`, whole: true }];
		if (table.key === undefined)
			return [{ sql: `SELECT ${list} FROM ${from} LIMIT ${rows}`, whole: false, first: true }];
		const key = backticked(table.key);
		const most = Math.ceil(rows / places);
		const room = 1 - rows / table.rows;
		const at = (part: number) =>
			`(SELECT MIN(${key}) + FLOOR((MAX(${key}) - MIN(${key})) * ${part.toFixed(9)}) FROM ${from})`;
		// One place in each twentieth of the key, so that no row is read twice.
		return Array.from({ length: places }, (_, index) => {
			const start = at((index + random() * room) / places);
			const end = index + 1 < places ? ` AND ${key} < ${at((index + 1) / places)}` : '';
			return {
				sql: `SELECT ${list} FROM ${from} WHERE ${key} >= ${start}${end} ORDER BY ${key} LIMIT ${most}`,
				whole: false,
			};
		});
	},
};

const plain = /^(?:tinyint|smallint|mediumint|int|bigint|decimal|float|double|year|date|datetime|timestamp)$/;

/** Numbers and times as they are, everything else as its beginning; shapes and the like only by their length. */
function selected({ name, type }: Column): string {
	const column = backticked(name);
	if (plain.test(type)) return column;
	if (/char|text|enum|set|json|time/.test(type)) return `LEFT(${column}, ${mostOfValue}) AS ${column}`;
	if (/blob|binary|bit/.test(type)) return `LEFT(${column}, ${mostOfValue}) AS ${column}`;
	return `LENGTH(${column}) AS ${column}`;
}
