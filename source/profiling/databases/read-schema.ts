import type { Ask, Row } from '../../discovery/clients/databases/database.ts';
import { type GrowingTable, noteTrouble } from '../gathering.ts';
import type { Reading, ReadSource } from '../reader.ts';
import type { ReadableTable } from './columns.ts';
import type { Sampling, Statement } from './sampling.ts';

/** Rows of one table at most: enough for shares to half a percent. */
const mostOfTable = 40_000;

/** Reads samples of the largest tables of a schema. Small ones come first, and leave the others what they do not need. */
export async function readSchema(ask: Ask, schema: string, sampling: Sampling, reading: Reading): Promise<ReadSource> {
	const { budget, signal, gathering } = reading;
	const tables = (await sampling.tables(ask, schema)).toSorted((a, b) => b.rows - a.rows || (a.name < b.name ? -1 : 1));
	const chosen = tables.slice(0, budget.limits.files).toReversed();
	let whole = chosen.length === tables.length;
	for (const [index, table] of chosen.entries()) {
		if (signal.aborted || budget.ended() !== undefined) {
			whole = false;
			break;
		}
		if (table.columns.length === 0) {
			gathering.unread(`The rows of ${table.name} may not be read by this user.`);
			whole = false;
			continue;
		}
		const waiting = chosen.length - index;
		const width = table.rows > 0 ? Math.max(1, table.bytes / table.rows) : 1;
		const room = Math.min(budget.left('rows') / waiting, budget.left('bytes') / waiting / width, mostOfTable);
		whole = (await readTable(ask, schema, table, { sampling, rows: Math.max(1, Math.floor(room)), reading })) && whole;
	}
	return { whole };
}

interface Ways {
	readonly sampling: Sampling;
	readonly rows: number;
	readonly reading: Reading;
}

/** Whether every row was read. */
async function readTable(ask: Ask, schema: string, table: ReadableTable, ways: Ways): Promise<boolean> {
	const { sampling, rows, reading } = ways;
	const { gathering, budget, random, signal } = reading;
	const growing = gathering.ownTable('rows', table.name, table.columns.length);
	let complete = true;
	try {
		for (const statement of sampling.statements(schema, table, { rows, random })) {
			if (signal.aborted || budget.ended() !== undefined) return incomplete(growing, table);
			const found = await ask(statement.sql);
			complete = taken(growing, found.slice(0, rows * 2), table, statement) && found.length <= rows && complete;
			const bytes = found.reduce((sum, row) => sum + bytesOf(row), 0);
			growing.bytes += bytes;
			budget.spend('bytes', bytes);
			budget.spend('rows', found.length);
			if (statement.first)
				noteTrouble(growing, 'was read from its beginning only, for want of a key of one number', table.name);
		}
	} catch (error) {
		noteTrouble(growing, `could not be read (${codeOf(error)})`, table.name);
		return incomplete(growing, table);
	}
	growing.whole = complete;
	if (!complete) growing.stored = Math.max(table.rows, growing.tally.rows());
	return complete;
}

function incomplete(growing: GrowingTable, { rows }: ReadableTable): false {
	growing.whole = false;
	growing.stored = rows;
	return false;
}

/** Counts rows, each run of rows from one page as a piece. Whether the statement reads to the end. */
function taken(
	growing: GrowingTable,
	found: readonly Row[],
	{ columns }: ReadableTable,
	statement: Statement,
): boolean {
	const names = columns.map(({ name }) => name);
	let page: unknown;
	if (!statement.page) growing.tally.piece();
	for (const row of found) {
		if (statement.page && row['headwater page'] !== page) {
			page = row['headwater page'];
			growing.tally.piece();
		}
		growing.tally.row(
			names,
			names.map((name) => row[name]),
		);
	}
	return statement.whole;
}

/** Bytes that a row took, about: its values as texts. */
const bytesOf = (row: Row): number =>
	Object.values(row).reduce<number>(
		(sum, value) => sum + (value instanceof Uint8Array ? value.length : value === null ? 0 : String(value).length),
		0,
	);

/** The code of a driver's error; its message may hold values. */
const codeOf = (error: unknown): string =>
	String((error as { readonly code?: unknown }).code ?? 'no reason was given').replace(/[^\w ]/g, '');
