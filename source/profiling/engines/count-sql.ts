import { missingWords } from '../counting/written-value.ts';
import type { ColumnFigures, ColumnType } from '../figures.ts';
import { nameIn, textIn } from './duckdb.ts';

/** One in so many different values is counted, where there are many. */
export const thinning = 64;
/** Up to so many different values in the sample all are counted. */
const fewValues = 2000;
/** No missing word is longer. */
const longestWord = Math.max(...missingWords.map(({ length }) => length));

// Not `IN`: the engine makes a join of it, which it then carries out for every row of every column.
const words = `[${missingWords.map(textIn).join(', ')}]`;

/** How one column is asked about; the aggregates come in one order: missing, fitting, low, high, mean or zoned, deviation, distinct, rows of those. */
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

/** Rows, rows of the thinned ones, different rows of the thinned ones; then the columns, eight terms each. */
export const leading = 3;
export const each = 8;

/** The query that counts these columns of a table. `written`: all values are text. */
export function countQuery(columns: readonly ColumnFigures[], from: string, written: boolean): CountQuery {
	const key = keyOf(columns);
	const parts = columns.map((column, index) => partsOf(column, String(index), { written, isKey: column === key }));
	const hashes = columns.map((_, index) => `h${index}`).join(', ');
	const row = columns.length === 1 ? 'h0' : `hash(${hashes})`;
	const sql = [
		`WITH read AS (SELECT ${parts.flatMap(({ read }) => read).join(', ')} FROM ${from})`,
		`seen AS (SELECT *, ${row} AS row, ${parts.flatMap(({ seen }) => seen).join(', ')} FROM read)`,
		`told AS (SELECT *, ${parts.flatMap(({ told }) => told).join(', ')} FROM seen)`,
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
	/** Whether it is missing: `m`; a number that is one: `n`. */
	readonly told: readonly string[];
}

function partsOf(column: ColumnFigures, at: string, how: { written: boolean; isKey: boolean }): Parts {
	const { type, distinct = 0, single = 0 } = column;
	const [c, h, m] = [`c${at}`, `h${at}`, `m${at}`];
	// Where most values of the sample come again there are few more to come.
	const thinned = !how.isKey && distinct > fewValues && single * 2 > distinct;
	const { value, amount = [], measures, isNone } = aspects[type](at, how.written, column);
	const word = `CASE WHEN strlen(${c}) > ${longestWord + 2} THEN false ELSE list_contains(${words}, trim(${c})) END`;
	const isText = how.written || type === 'text';
	const spoken = isNone === undefined ? word : `CASE WHEN ${isNone} THEN ${word} ELSE false END`;
	const missing = isText ? `CASE WHEN ${c} IS NULL THEN true ELSE ${spoken} END` : (isNone ?? `${c} IS NULL`);
	const those = thinned ? `(${h} & ${thinning - 1}) = 0` : `NOT ${m}`;
	return {
		column,
		thinned,
		read: [`${nameIn(column.name)} AS ${c}`, `hash(${nameIn(column.name)}) AS ${h}`],
		seen: [`${value} AS v${at}`],
		told: [`(${missing}) AS ${m}`, ...amount],
		terms: [
			`count(*) FILTER (${m})`,
			...measures,
			`count(DISTINCT ${h}) FILTER (${those})`,
			`count(*) FILTER (${those})`,
		],
	};
}

/** What a type is measured by: its value, the value as an amount, five terms, and how a value that is none of the type is told. */
interface Aspect {
	readonly value: string;
	readonly amount?: readonly string[];
	readonly measures: readonly string[];
	readonly isNone?: string;
}
type AspectOf = (at: string, written: boolean, column: ColumnFigures) => Aspect;

const nothing = ['NULL', 'NULL', 'NULL', 'NULL', 'NULL'] as const;
const unmeasured: AspectOf = () => ({ value: 'NULL', measures: nothing });

const number: AspectOf = (at) => ({
	value: `TRY_CAST(c${at} AS DOUBLE)`,
	amount: [`CASE WHEN isfinite(v${at}) THEN v${at} END AS n${at}`],
	measures: ['count', 'min', 'max', 'avg', 'stddev_samp'].map((term) => `${term}(n${at})`),
	isNone: `v${at} IS NULL OR isnan(v${at})`,
});

/** Zones are counted only where the sample shows some: each look at them takes as long as reading the column. */
const time: AspectOf = (at, written, { time: seen }) => {
	const zoned = written && seen !== undefined && seen.zoned > 0;
	return {
		value: `TRY_CAST(c${at} AS TIMESTAMP${zoned ? 'TZ' : ''})`,
		measures: [
			`count(v${at})`,
			`epoch_ms(min(v${at}))`,
			`epoch_ms(max(v${at}))`,
			zoned ? `count(*) FILTER (regexp_matches(c${at}, '(Z|UTC|[+-]\\d{2}(:?\\d{2})?)$'))` : 'NULL',
			'NULL',
		],
		isNone: `v${at} IS NULL`,
	};
};

const aspects: Readonly<Record<ColumnType, AspectOf>> = {
	integer: number,
	decimal: number,
	timestamp: time,
	date: time,
	boolean: (at, written) => ({
		value: 'NULL',
		measures: [
			written ? `count(*) FILTER (lower(trim(c${at})) IN ('true', 'false', 'yes', 'no'))` : 'NULL',
			...nothing.slice(1),
		],
	}),
	text: (at) => ({
		value: `CASE WHEN c${at} <> '' THEN length(c${at}) END`,
		measures: ['NULL', `min(v${at})`, `max(v${at})`, `avg(v${at})`, 'NULL'],
	}),
	list: unmeasured,
	record: unmeasured,
	binary: unmeasured,
	empty: unmeasured,
};
