import type { Ask, Row } from '../../discovery/clients/databases/database.ts';
import { literal } from './quoting.ts';

/** A column as the catalogue names it. */
export interface Column {
	readonly name: string;
	/** As the engine spells it: `character varying`, `bigint`. */
	readonly type: string;
}

/** A table of which rows may be read. */
export interface ReadableTable {
	readonly name: string;
	readonly columns: readonly Column[];
	/** Estimates of the engine. */
	readonly rows: number;
	readonly bytes: number;
	/** A primary key of one whole number, by which places in the table can be chosen. */
	readonly key?: string;
}

/** Bytes of one value that are read; the rest of a long one is left where it is. */
export const mostOfValue = 2_000;

/** The columns of each table of a schema, in their order. */
export async function columnsOf(ask: Ask, schema: string): Promise<ReadonlyMap<string, readonly Column[]>> {
	const rows = await ask(
		`SELECT table_name AS table_name, column_name AS column_name, data_type AS data_type
FROM information_schema.columns WHERE table_schema = ${literal(schema)} ORDER BY table_name, ordinal_position`,
	);
	const found = new Map<string, Column[]>();
	for (const row of rows) {
		const table = textOf(row, 'table_name');
		const columns = found.get(table) ?? [];
		columns.push({ name: textOf(row, 'column_name'), type: textOf(row, 'data_type').toLowerCase() });
		found.set(table, columns);
	}
	return found;
}

export const textOf = (row: Row, name: string): string => String(row[name] ?? '');
