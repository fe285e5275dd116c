import type { Look, Table, Written } from './catalogue.ts';

/** How fast rows change in some tables of a server. */
export interface Change {
	/** Bytes of inserted and updated rows a second; deleted rows carry none. */
	readonly perSecond: number;
	readonly evidence: string;
	/** Counted for the whole server, in which other schemas change too: what it is at most. */
	readonly bound: boolean;
}

const day = 86_400;

/**
The change of the tables of a schema. Counters that go back a day or more give the mean since then; younger ones are compared between two looks.
Rows are as wide as the mean row of their table. Undefined where nothing was counted, or the counters went back in between: that nothing
changed for a few seconds does not mean that nothing ever changes.
*/
export function changeOf(first: Look, last: Look, schema: string): Change | undefined {
	const counted = last.server.countedFor ?? 0;
	if (counted >= day) {
		return rate(last, schema, undefined, counted, `the server's counters over ${Math.round(counted / day)} days`);
	}
	const seconds = last.clock - first.clock;
	if (seconds <= 0) return undefined;
	const watched = rate(last, schema, first, seconds, `the server's counters over ${seconds.toFixed(0)} s`);
	return watched && watched.perSecond > 0 ? watched : undefined;
}

function rate(
	last: Look,
	schema: string,
	first: Look | undefined,
	seconds: number,
	evidence: string,
): Change | undefined {
	const own = last.tables.filter((table) => table.schema === schema);
	const before = new Map(first?.tables.map((table) => [keyOf(table), table.written]));
	const byTable = own.filter(({ written }) => written !== undefined);
	if (byTable.length > 0) {
		const bytes = byTable.map((table) => {
			const rows = rowsOf(table.written) - (first ? rowsOf(before.get(keyOf(table))) : 0);
			return rows * widthOf([table]);
		});
		const total = bytes.reduce((sum, each) => sum + each, 0);
		return bytes.every((each) => each >= 0) ? { perSecond: total / seconds, evidence, bound: false } : undefined;
	}
	const rows = rowsOf(last.server.written) - (first ? rowsOf(first.server.written) : 0);
	const perSecond = (rows * widthOf(last.tables)) / seconds;
	const alone = last.tables.every((table) => table.schema === schema);
	return perSecond >= 0 ? { perSecond, evidence, bound: !alone } : undefined;
}

/** Whether rows are only added, or also changed, since the server began to count. */
export function updatesOf({ server, tables }: Look, schema: string): 'never' | 'append' | 'update' | undefined {
	const seen = tables.flatMap((table) => (table.schema === schema && table.written ? [table.written] : []));
	if (seen.length === 0) return undefined;
	if (seen.some(({ updated, deleted }) => updated + deleted > 0)) return 'update';
	if (seen.some(({ inserted }) => inserted > 0)) return 'append';
	return (server.countedFor ?? 0) >= day ? 'never' : undefined;
}

const keyOf = ({ schema, name }: Table): string => JSON.stringify([schema, name]);

/** Rows that carry data: inserted and updated. A table that was not there before had none. */
const rowsOf = (written: Written | undefined): number => (written ? written.inserted + written.updated : 0);

/** Bytes of the mean row. */
function widthOf(tables: readonly Table[]): number {
	const rows = tables.reduce((sum, table) => sum + table.rows, 0);
	return rows === 0 ? 0 : tables.reduce((sum, table) => sum + table.bytes, 0) / rows;
}
