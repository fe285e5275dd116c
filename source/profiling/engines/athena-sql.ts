import { missingWords } from '../counting/written-value.ts';
import type { ColumnFigures, TableFigures } from '../figures.ts';
import type { SourceReport } from '../judging/report.ts';

const words = missingWords.map((word) => literal(word)).join(', ');

/**
A query that counts every row of a table as a profile does and gives the figures as one line of JSON, to be read back with
`--import`. Plain SQL that Athena (Trino) and DuckDB both read; columns and types are those that the sample showed.
*/
function athenaSql({ name, format, columns }: TableFigures, source: string, table: string): string {
	const written = format !== 'parquet';
	const asked = columns.filter(
		({ rows, type }) => rows > 0 && type !== 'list' && type !== 'record' && type !== 'binary',
	);
	const parts = asked.map((column) => columnSql(column, written));
	const joined = parts.length === 0 ? "''" : parts.join(`\n\t\t|| ',' || `);
	const head = `{"source":${JSON.stringify(source)},"title":${JSON.stringify(name)},"unread":[],"tables":[{"name":${JSON.stringify(name)},"format":${JSON.stringify(format)},"engine":"athena","whole":true,"bytes":0,"drift":[],"troubles":[],"rows":`;
	return `-- The figures of ${name.replaceAll(/[\r\n]/g, ' ')} as one line of JSON. Read them back:  headwater profile --estate estate.json --import RESULT
SELECT ${literal(head)} || ${text('count(*)')} || ',"population":' || ${text('count(*)')}
		|| ',"columns":[' || ${joined}
		|| ${literal(']}]}')} AS figures
FROM ${table};
`;
}

/** A query for each table of a report; the tables are called as a crawler calls them. */
export const athenaQueries = (sources: readonly SourceReport[]): string =>
	sources
		.flatMap(({ source, tables }) =>
			tables.map(({ figures }) => athenaSql(figures, source, catalogueName(figures.name))),
		)
		.join('\n');

/** A name for the table as Glue's catalogue has it: small letters, digits and underscores. */
const catalogueName = (name: string): string => identifier(name.toLowerCase().replace(/[^a-z0-9_]+/g, '_'));

const text = (sql: string): string => `coalesce(CAST(${sql} AS VARCHAR), 'null')`;

function literal(value: string): string {
	return `'${value.replaceAll("'", "''")}'`;
}
function identifier(name: string): string {
	return `"${name.replaceAll('"', '""')}"`;
}

function columnSql({ name, type }: ColumnFigures, written: boolean): string {
	const value = identifier(name);
	const isText = written || type === 'text';
	const missing = isText ? `${value} IS NULL OR trim(${value}) IN (${words})` : `${value} IS NULL`;
	const present = `CASE WHEN ${missing} THEN NULL ELSE ${value} END`;
	const fields: (readonly [key: string, sql: string])[] = [
		['rows', 'count(*)'],
		['missing', `coalesce(sum(CASE WHEN ${missing} THEN 1 ELSE 0 END), 0)`],
		['distinct', `count(DISTINCT ${present})`],
		...measures(type, value, present, written),
	];
	const start = literal(`{"name":${JSON.stringify(name)},"type":${JSON.stringify(type)}`);
	return `${start}${fields.map(([key, sql]) => ` || ',"${key}":' || ${text(sql)}`).join('')} || '}'`;
}

function measures(
	type: ColumnFigures['type'],
	value: string,
	present: string,
	written: boolean,
): readonly (readonly [string, string])[] {
	if (type === 'integer' || type === 'decimal') {
		const number = `TRY_CAST(${value} AS DOUBLE)`;
		return [
			['fitting', `count(${number})`],
			['low', `min(${number})`],
			['high', `max(${number})`],
			['mean', `avg(${number})`],
			['deviation', `stddev_samp(${number})`],
		];
	}
	if (type === 'timestamp' || type === 'date') {
		const time = written
			? `TRY_CAST(replace(substr(${value}, 1, 19), 'T', ' ') AS TIMESTAMP)`
			: `CAST(${value} AS TIMESTAMP)`;
		return [
			['fitting', `count(${time})`],
			['earliest', `'"' || CAST(min(${time}) AS VARCHAR) || '"'`],
			['latest', `'"' || CAST(max(${time}) AS VARCHAR) || '"'`],
		];
	}
	if (type === 'text')
		return [
			['low', `min(length(${present}))`],
			['high', `max(length(${present}))`],
			['mean', `avg(length(${present}))`],
		];
	return [];
}
