import { missingWords } from '../counting/written-value.ts';
import type { ColumnFigures } from '../figures.ts';
import { nameIn, textIn } from './duckdb.ts';

/** One in so many different values is counted, where there are many. */
export const thinning = 64;
/** Up to so many different values in the sample all are counted. */
const fewValues = 2000;
/** No missing word is longer. */
const longestWord = Math.max(...missingWords.map(({ length }) => length));

const words = missingWords.map(textIn).join(', ');

/** How one column is asked about; the aggregates come in one order: missing, fitting, low, high, mean or zoned, deviation, distinct. */
export interface Asked {
	readonly column: ColumnFigures;
	readonly thinned: boolean;
	readonly terms: readonly string[];
}

/** One query that reads the table once: three steps, so that nothing is worked out twice. */
export interface CountQuery {
	readonly sql: string;
	readonly asked: readonly Asked[];
}

/** Rows, rows of the thinned ones, different rows of the thinned ones; then the columns, seven terms each. */
export const leading = 3;
export const each = 7;

/** The query that counts these columns of a table. `written`: all values are text. */
export function countQuery(columns: readonly ColumnFigures[], from: string, written: boolean): CountQuery {
	const key = keyOf(columns);
	const parts = columns.map((column, index) => partsOf(column, String(index), { written, isKey: column === key }));
	const hashes = columns.map((_, index) => `h${index}`).join(', ');
	const row = columns.length === 1 ? 'h0' : `hash(${hashes})`;
	const sql = [
		`WITH read AS (SELECT ${parts.flatMap(({ read }) => read).join(', ')} FROM ${from})`,
		`seen AS (SELECT *, ${row} AS row, ${parts.flatMap(({ seen }) => seen).join(', ')} FROM read)`,
		`told AS (SELECT *, ${parts.map(({ told }) => told).join(', ')} FROM seen)`,
	].join(', ');
	const rows = [
		'count(*)',
		`count(*) FILTER ((row & ${thinning - 1}) = 0)`,
		`count(DISTINCT row) FILTER ((row & ${thinning - 1}) = 0)`,
	];
	return {
		sql: `${sql} SELECT ${[...rows, ...parts.flatMap(({ terms }) => terms)].join(', ')} FROM told`,
		asked: parts.map(({ column, thinned, terms }) => ({ column, thinned, terms })),
	};
}

/** The likeliest key by the sample: every value of it is compared, since a share of them says nothing about a single repeat. */
function keyOf(columns: readonly ColumnFigures[]): ColumnFigures | undefined {
	const able = columns.filter(
		({ missing, distinct, rows, type }) =>
			missing === 0 && distinct === rows && (type === 'integer' || type === 'text'),
	);
	return (
		able.find(({ name }) => /^id$|(?:_|[a-z])id$|key|uuid|number/i.test(name)) ??
		able.find(({ type }) => type === 'integer') ??
		able[0]
	);
}

interface Parts extends Asked {
	/** What is read of the table: the value `c`, its hash `h`. */
	readonly read: readonly string[];
	/** What it is as an amount or a time: `v`. */
	readonly seen: readonly string[];
	/** Whether it is missing: `m`. */
	readonly told: string;
}

function partsOf(column: ColumnFigures, at: string, { written, isKey }: { written: boolean; isKey: boolean }): Parts {
	const [c, h, v, m] = [`c${at}`, `h${at}`, `v${at}`, `m${at}`];
	const { type, distinct = 0, single = 0 } = column;
	const isText = written || type === 'text';
	const isNumber = type === 'integer' || type === 'decimal';
	const isTime = type === 'timestamp' || type === 'date';
	const value = isNumber
		? `TRY_CAST(${c} AS DOUBLE)`
		: isTime
			? `TRY_CAST(${c} AS TIMESTAMP${written ? 'TZ' : ''})`
			: 'NULL';
	const missing = isText
		? `${c} IS NULL OR (${isNumber ? `(${v} IS NULL OR isnan(${v})) AND ` : isTime ? `${v} IS NULL AND ` : ''}strlen(${c}) <= ${longestWord + 2} AND trim(${c}) IN (${words}))`
		: `${c} IS NULL${isNumber ? ` OR isnan(${v})` : ''}`;
	// Where most values of the sample come again there are few more to come.
	const thinned = !isKey && distinct > fewValues && single * 2 > distinct;
	const known = `FILTER (isfinite(${v}))`;
	const clock =
		written && type === 'timestamp'
			? `count(*) FILTER (regexp_matches(${c}, '(Z|UTC|[+-]\\d{2}(:?\\d{2})?)$'))`
			: 'NULL';
	const measures = isNumber
		? [
				`count(*) ${known}`,
				`min(${v}) ${known}`,
				`max(${v}) ${known}`,
				`avg(${v}) ${known}`,
				`stddev_samp(${v}) ${known}`,
			]
		: isTime
			? [`count(${v})`, `epoch_ms(min(${v}))`, `epoch_ms(max(${v}))`, clock, 'NULL']
			: type === 'boolean'
				? [
						written ? `count(*) FILTER (lower(trim(${c})) IN ('true', 'false', 'yes', 'no'))` : 'NULL',
						'NULL',
						'NULL',
						'NULL',
						'NULL',
					]
				: type === 'text'
					? [
							'NULL',
							`min(length(${c})) FILTER (NOT ${m})`,
							`max(length(${c})) FILTER (NOT ${m})`,
							`avg(length(${c})) FILTER (NOT ${m})`,
							'NULL',
						]
					: ['NULL', 'NULL', 'NULL', 'NULL', 'NULL'];
	return {
		column,
		thinned,
		read: [`${nameIn(column.name)} AS ${c}`, `hash(${nameIn(column.name)}) AS ${h}`],
		seen: [`${value} AS ${v}`],
		told: `(${missing}) AS ${m}`,
		terms: [
			`count(*) FILTER (${m})`,
			...measures,
			thinned ? `count(DISTINCT ${h}) FILTER ((${h} & ${thinning - 1}) = 0)` : `count(DISTINCT ${h}) FILTER (NOT ${m})`,
		],
	};
}
