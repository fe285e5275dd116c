import { targetFigures } from './counting/association.ts';
import { columnFigures, keptOf } from './counting/column-figures.ts';
import { keysTogether } from './counting/keys-together.ts';
import { rounded } from './counting/rounding.ts';
import type { TableTally } from './counting/table-tally.ts';
import { mostColumns } from './counting/table-tally.ts';
import { valueDrift } from './counting/value-drift.ts';
import type { ColumnFigures, DriftFigures, FileFigures, TableFigures } from './figures.ts';
import type { FileSchema, GrowingTable } from './gathering.ts';

export interface Wanted {
	readonly target?: string;
	readonly files?: FileFigures;
	/** Every file of the source was read. */
	readonly whole: boolean;
}

/** What was counted of a table, once all of it was read that may be. */
export function tableFigures(table: GrowingTable, { target, files, whole }: Wanted): TableFigures {
	const { tally } = table;
	const all = table.whole && whole;
	const population = populationOf(table, files, all);
	const found = target === undefined ? undefined : targetFigures(tally, target);
	const rows = tally.rows();
	const columns = withTwins(columnsOf(table, all), tally);
	const together = keysTogether(columns, tally);
	return {
		name: table.name,
		format: table.format,
		engine: table.engine,
		rows,
		...(population === undefined ? {} : { population }),
		whole: all,
		bytes: table.bytes,
		...(rows === 0 ? {} : { duplicates: Math.round(tally.rowValues.repeats() * rows) }),
		...(rows === 0 ? {} : { duplicatesError: rounded(tally.rowValues.figures().error) }),
		columns,
		...(together.length === 0 ? {} : { together }),
		...(found === undefined ? {} : { target: found }),
		...(files === undefined ? {} : { files }),
		drift: [...driftOf(table.schemas), ...valueDrift(columns, table.starts, tally)],
		troubles: troublesOf(table),
	};
}

/** Columns as counted; what a footer says of the type holds, and a column of which no row was read is told all the same. */
function columnsOf({ tally, schemas, format }: GrowingTable, whole: boolean): readonly ColumnFigures[] {
	const counted = [...tally.columns.values()].map((column) => columnFigures(column, tally, whole));
	if (format !== 'parquet') return counted;
	const stored = new Map(schemas.flatMap((schema) => [...schema]));
	const typed = counted.map((column) => {
		const type = stored.get(column.name);
		if (type === undefined || type === column.type) return column;
		return type === 'date' || column.type === 'empty' ? { ...column, type } : column;
	});
	const known = new Set(counted.map(({ name }) => name));
	const unread = [...stored]
		.filter(([name]) => !known.has(name))
		.map(([name, type]) => ({ ...unreadColumn(name), type }));
	return [...typed, ...unread];
}

const unreadColumn = (name: string) => ({
	name,
	rows: 0,
	missing: 0,
	fitting: 0,
	distinctError: 0,
	forms: {},
	personal: {},
	classed: 0,
});

/** Rows in all: those of files that were read whole, and for others as many as their sizes let expect. */
function populationOf(table: GrowingTable, files: FileFigures | undefined, whole: boolean): number | undefined {
	const rows = table.tally.rows();
	if (whole) return rows;
	const opened = files === undefined || files.read === 0 ? 1 : Math.max(1, files.count / files.read);
	if (table.format === 'parquet' && table.stored !== undefined) return Math.round(table.stored * opened);
	if (files === undefined) return table.stored;
	return table.looked === 0 ? undefined : Math.round((rows / table.looked) * table.opened * opened);
}

/** Marks columns whose kept values are all those of an earlier column. */
function withTwins(columns: readonly ColumnFigures[], tally: TableTally): readonly ColumnFigures[] {
	const seen = new Map<string, string>();
	return columns.map((column) => {
		const counted = tally.columns.get(column.name);
		if (counted === undefined || (column.distinct ?? 0) < 2) return column;
		const { values } = keptOf(counted, tally);
		const key = `${column.type} ${column.missing} ${column.distinct} ${values.join(',')}`;
		const sameAs = seen.get(key);
		if (sameAs === undefined) seen.set(key, column.name);
		return sameAs === undefined ? column : { ...column, sameAs };
	});
}

/** In how many files a column is missing or of another type than in most. Types differ only where both are known. */
function driftOf(schemas: readonly FileSchema[]): readonly DriftFigures[] {
	if (schemas.length < 2) return [];
	const names = [...new Set(schemas.flatMap((schema) => [...schema.keys()]))].toSorted();
	return names.flatMap((column): DriftFigures[] => {
		const having = schemas.filter((schema) => schema.has(column));
		const missing = schemas.length - having.length;
		const types = having.map((schema) => schema.get(column)).filter((type) => type !== undefined && type !== 'empty');
		const counts = [...Map.groupBy(types, (type) => type)].toSorted((a, b) => b[1].length - a[1].length);
		const others = counts.slice(1).filter(([type]) => !isWider(counts[0]?.[0], type));
		const files = others.reduce((sum, [, those]) => sum + those.length, 0);
		return [
			...(missing > 0 ? [{ column, what: 'missing', files: missing, of: schemas.length, types: [] } as const] : []),
			...(files > 0
				? [{ column, what: 'type', files, of: schemas.length, types: counts.flatMap(([type]) => type ?? []) } as const]
				: []),
		];
	});
}

/** Whole numbers in one file and broken ones in another are the same amounts; likewise dates and times. */
const isWider = (a: string | undefined, b: string | undefined): boolean =>
	['decimal integer', 'date timestamp'].includes([a, b].toSorted().join(' '));

function troublesOf({ troubles, tally }: GrowingTable): readonly string[] {
	const left = tally.leftOut();
	return [
		...[...troubles].map(([what, { count, first }]) => `${first}${count > 1 ? ` and ${count - 1} more` : ''} ${what}.`),
		...(left > 0 ? [`There are more than ${mostColumns} columns; ${left} or more were left out.`] : []),
	].toSorted();
}
