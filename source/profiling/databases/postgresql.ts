import type { Ask } from '../../discovery/clients/databases/database.ts';
import { estimatedRows } from '../../discovery/clients/databases/postgresql.ts';
import { type Column, columnsOf, mostOfValue, type ReadableTable, textOf } from './columns.ts';
import { literal, quoted } from './quoting.ts';
import type { Sampling } from './sampling.ts';

const pageBytes = 8_192;
/** Fewer pages than this by chance would tell little. */
const fewestPages = 50;

/** Samples of PostgreSQL: whole tables while they are small, else pages by chance (TABLESAMPLE SYSTEM). */
export const postgresqlSampling: Sampling = {
	async tables(ask: Ask, schema: string) {
		const [columns, rows] = [
			await columnsOf(ask, schema),
			await ask(`SELECT c.relname AS name, ${estimatedRows} AS row_count, pg_relation_size(c.oid) AS bytes
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_stat_all_tables s ON s.relid = c.oid
WHERE c.relkind = 'r' AND n.nspname = ${literal(schema)}`),
		];
		return rows.map(
			(row): ReadableTable => ({
				name: textOf(row, 'name'),
				columns: columns.get(textOf(row, 'name')) ?? [],
				rows: Number(row.row_count),
				bytes: Number(row.bytes),
			}),
		);
	},
	statements(schema, table, { rows, random }) {
		const from = `${quoted(schema)}.${quoted(table.name)}`;
		const list = table.columns.map(selected).join(', ');
		if (table.rows <= rows) return [{ sql: `SELECT ${list} FROM ${from} LIMIT ${rows + 1}`, whole: true }];
		const share = rows / table.rows;
		const pages = (table.bytes / pageBytes) * share;
		const way = pages >= fewestPages ? 'SYSTEM' : 'BERNOULLI';
		const seed = Math.floor(random() * 1e9);
		const sample = `TABLESAMPLE ${way} (${(share * 100).toPrecision(6)}) REPEATABLE (${seed})`;
		const page = way === 'SYSTEM' ? ', split_part(ctid::text, \',\', 1) AS "headwater page"' : '';
		return [{ sql: `SELECT ${list}${page} FROM ${from} ${sample} LIMIT ${rows * 2}`, whole: false, page: page !== '' }];
	},
};

const plain: ReadonlySet<string> = new Set([
	'smallint',
	'integer',
	'bigint',
	'numeric',
	'real',
	'double precision',
	'boolean',
]);

/** Numbers and truths as they are, everything else as the beginning of its text. */
function selected({ name, type }: Column): string {
	const column = quoted(name);
	if (plain.has(type)) return column;
	if (type === 'bytea') return `substring(${column} from 1 for ${mostOfValue}) AS ${column}`;
	return `left(${column}::text, ${mostOfValue}) AS ${column}`;
}
