import { isCalledKey, snake } from './column-names.ts';
import type { ColumnFigures, ReferenceFigures, TableFigures } from './figures.ts';

/** Different values of a column by their hash: all of those whose hash is a multiple of `level`. */
export interface Sketch {
	/** Who hashed; only hashes of the same can be compared. */
	readonly by: string;
	readonly level: number;
	readonly hashes: ReadonlySet<number>;
}

/** A table whose values can be looked for in others, and others' in it. */
export interface Referable {
	readonly title: string;
	readonly figures: TableFigures;
	/** All different values of a column that were looked at; undefined where they were not kept. */
	readonly sketch: (column: string) => Sketch | undefined;
}

/** Fewer different values show nothing. */
const leastValues = 10;

/** Columns that keys and references to them are told by, in all tables. */
export const isReferable = ({ name, type }: ColumnFigures): boolean =>
	(type === 'integer' || type === 'text') && isCalledKey(name);

/**
For each table the columns that by their names mean the key of another one, with the share of their values that stand there. Only a key of a
table that was read whole is looked in; values are compared by hash, and none is kept.
*/
export function referencesOf(tables: readonly Referable[]): ReadonlyMap<TableFigures, readonly ReferenceFigures[]> {
	const keys = tables.flatMap((table) =>
		table.figures.whole ? table.figures.columns.filter(isKey).map((column) => ({ table, column })) : [],
	);
	return new Map(
		tables.map((table) => [
			table.figures,
			table.figures.columns.filter(isReferable).flatMap((column): ReferenceFigures[] => {
				const key = keys.find((one) => one.table !== table && means(column, one.column, one.table));
				const counted = key && compared(table.sketch(column.name), key.table.sketch(key.column.name));
				if (key === undefined || counted === undefined) return [];
				const { title, figures } = key.table;
				return [{ column: column.name, source: title, table: figures.name, to: key.column.name, ...counted }];
			}),
		]),
	);
}

const isKey = (column: ColumnFigures): boolean =>
	isReferable(column) &&
	column.missing === 0 &&
	(column.distinct ?? 0) >= leastValues &&
	column.single === column.distinct;

/** Whether a column is called as the key of another table, or as that table and its key: `customer_id` and `id` of `customers`. */
function means(column: ColumnFigures, key: ColumnFigures, { figures }: Referable): boolean {
	if (column.type !== key.type) return false;
	const [name, other] = [snake(column.name), snake(key.name)];
	const generic = other === 'id' || other === 'key' || other === 'code' || other === 'no' || other === 'number';
	return generic ? name === `${singular(snake(figures.name))}_${other}` : name === other;
}

function compared(own: Sketch | undefined, there: Sketch | undefined) {
	if (own === undefined || there === undefined || own.by !== there.by) return undefined;
	const level = Math.max(own.level, there.level);
	const looked = [...own.hashes].filter((hash) => hash % level === 0);
	if (looked.length < leastValues) return undefined;
	return { looked: looked.length, found: looked.filter((hash) => there.hashes.has(hash)).length };
}

const singular = (name: string): string => name.replace(/ies$/, 'y').replace(/(?<!s)s$/, '');
