import type { Ask } from '../../discovery/clients/databases/database.ts';
import type { ReadableTable } from './columns.ts';

/** One statement that reads rows. */
export interface Statement {
	readonly sql: string;
	/** Reads the table to its end, unless one row more than allowed comes. */
	readonly whole: boolean;
	/** Rows carry the page in which they lie, in a last column. */
	readonly page?: boolean;
	/** Reads the beginning of the table, which need not be like the rest. */
	readonly first?: boolean;
}

/** How an engine gives samples of its tables. Statements only read, whatever names hold. */
export interface Sampling {
	tables(ask: Ask, schema: string): Promise<readonly ReadableTable[]>;
	/** `rows`: how many are wanted; `random`: from 0 to below 1. */
	statements(
		schema: string,
		table: ReadableTable,
		wanted: { readonly rows: number; readonly random: () => number },
	): readonly Statement[];
}
