import { HeadwaterError } from '../errors.ts';
import { minuteOf, rounded, roundedDown, roundedUp } from './counting/rounding.ts';
import { type ColumnFigures, columnTypes, type SourceFigures, type TableFigures } from './figures.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
Figures that were counted elsewhere, by the exported job or query: JSON of one source or a list of them, or the result file of
Athena, in which the JSON is quoted. Numbers are rounded as ours are, whatever the engine gave. What is wrong is a HeadwaterError.
*/
export function importedFigures(text: string, file: string, at: string): readonly SourceFigures[] {
	const refuse = (why: string): never => {
		throw new HeadwaterError('wrong-figures', {
			message: `${file} holds no figures of a profile: ${why}.`,
			wayOut: 'Give the result of the exported profile job or query as it was written.',
		});
	};
	const read = documentIn(text) ?? refuse('it is no JSON');
	const list = Array.isArray(read) ? read : [read];
	return list.map((one: unknown): SourceFigures => {
		const source = fieldsOf(one) ?? refuse('a source is no record');
		const tables = Array.isArray(source.tables) ? source.tables : refuse('it names no tables');
		return {
			source: textOf(source.source) ?? refuse('it names no source'),
			title: textOf(source.title) ?? '',
			at: textOf(source.at) ?? at,
			tables: tables.map((table) => tableOf(fieldsOf(table) ?? refuse('a table is no record'), refuse)),
			unread: [],
		};
	});
}

/** The JSON of a text; of a result of Athena, that of its quoted cell. */
function documentIn(text: string): unknown {
	const trimmed = text.trim();
	const cell = /^"?figures"?\r?\n"([\s\S]*)"$/.exec(trimmed)?.[1]?.replaceAll('""', '"');
	try {
		return JSON.parse(cell ?? trimmed);
	} catch {
		return undefined;
	}
}

const fieldsOf = (value: unknown): Fields | undefined =>
	typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const numberOf = (value: unknown): number | undefined =>
	typeof value === 'number' && Number.isFinite(value) ? value : undefined;
const countsOf = (value: unknown): Readonly<Record<string, number>> =>
	Object.fromEntries(
		Object.entries(fieldsOf(value) ?? {}).flatMap(([key, count]) =>
			numberOf(count) === undefined ? [] : [[key, Number(count)]],
		),
	);

function tableOf(table: Fields, refuse: (why: string) => never): TableFigures {
	const rows = numberOf(table.rows) ?? refuse('a table tells no rows');
	const columns = Array.isArray(table.columns) ? table.columns : refuse('a table tells no columns');
	const duplicates = numberOf(table.duplicates);
	return {
		name: textOf(table.name) ?? refuse('a table has no name'),
		format: textOf(table.format) ?? 'rows',
		engine: textOf(table.engine) ?? 'elsewhere',
		rows,
		population: numberOf(table.population) ?? rows,
		whole: true,
		bytes: numberOf(table.bytes) ?? 0,
		...(duplicates === undefined ? {} : { duplicates, duplicatesError: 0 }),
		columns: columns.map((column) => columnOf(fieldsOf(column) ?? refuse('a column is no record'), refuse)),
		drift: [],
		troubles: [],
	};
}

function columnOf(column: Fields, refuse: (why: string) => never): ColumnFigures {
	const name = textOf(column.name) ?? refuse('a column has no name');
	const type = columnTypes.find((known) => known === column.type) ?? refuse(`the type of ${name} is none`);
	const rows = numberOf(column.rows) ?? refuse(`${name} tells no rows`);
	const missing = numberOf(column.missing) ?? refuse(`${name} tells no missing rows`);
	const distinct = numberOf(column.distinct) ?? 0;
	const present = rows - missing;
	return {
		name,
		type: present === 0 ? 'empty' : type,
		rows,
		missing,
		fitting: numberOf(column.fitting) ?? present,
		distinct,
		// A value that comes again takes two rows at least.
		single: numberOf(column.single) ?? Math.max(0, 2 * distinct - present),
		distinctError: numberOf(column.distinctError) ?? 0,
		...measuresOf(type, column, present),
		forms: countsOf(column.forms),
		personal: countsOf(column.personal),
		classed: numberOf(column.classed) ?? 0,
	};
}

/** Range and the like, as the job nests them or as a query gives them side by side. */
function measuresOf(type: ColumnFigures['type'], column: Fields, present: number): Partial<ColumnFigures> {
	const inner = fieldsOf(column.number) ?? fieldsOf(column.time) ?? fieldsOf(column.length) ?? column;
	const [low, high, mean] = [numberOf(inner.low), numberOf(inner.high), numberOf(inner.mean) ?? 0];
	if (type === 'timestamp' || type === 'date') {
		const [from, to] = [timeOf(inner.earliest ?? inner.low), timeOf(inner.latest ?? inner.high)];
		if (from === undefined || to === undefined) return {};
		const clocked = numberOf(inner.clocked) ?? (type === 'timestamp' ? present : 0);
		return {
			time: { low: minuteOf(from, 'down'), high: minuteOf(to, 'up'), zoned: numberOf(inner.zoned) ?? 0, clocked },
		};
	}
	if (low === undefined || high === undefined) return {};
	if (type === 'text') return { length: { low, high, mean: rounded(mean) } };
	if (type !== 'integer' && type !== 'decimal') return {};
	const quantiles = Array.isArray(inner.quantiles)
		? inner.quantiles.flatMap((one) => numberOf(one) ?? []).map(rounded)
		: [];
	return {
		number: {
			low: roundedDown(low),
			high: roundedUp(high),
			mean: rounded(mean),
			deviation: rounded(numberOf(inner.deviation) ?? 0),
			quantiles,
			bins: [],
		},
	};
}

function timeOf(value: unknown): number | undefined {
	const text = textOf(value);
	if (text === undefined) return undefined;
	const time = Date.parse(/Z|[+-]\d\d:?\d\d$/.test(text.slice(10)) ? text : `${text.replace(' ', 'T')}Z`);
	return Number.isNaN(time) ? undefined : time;
}
