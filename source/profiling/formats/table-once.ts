import { type GrowingTable, noteTrouble } from '../gathering.ts';
import type { Dialect } from './delimited.ts';
import { schemaOf } from './looking.ts';
import type { TextFile, TextReading } from './text-reading.ts';

/** Rows by which the schema of a file is told; until then they wait. */
const waiting = 200;

/** Where rows of one file go: its table is chosen once some rows have shown the schema. */
export function tableOnce(
	{ bytes }: Pick<TextFile, 'bytes'>,
	format: string,
	{ gathering, budget, table: name }: TextReading,
) {
	let table: GrowingTable | undefined;
	let held: { readonly names: readonly string[]; readonly values: readonly unknown[] }[] = [];
	const said: string[] = [];
	let before = 0;
	const choose = (): GrowingTable => {
		if (table !== undefined) return table;
		table = gathering.tableFor(format, schemaOf(held), name);
		table.tally.piece();
		for (const { names, values } of held) table.tally.row(names, values);
		before = table.tally.rows() - held.length;
		held = [];
		return table;
	};
	return {
		row(names: readonly string[], values: readonly unknown[]): void {
			budget.spend('rows', 1);
			if (table !== undefined) {
				table.tally.row(names, values);
				return;
			}
			held.push({ names, values });
			if (held.length >= waiting) choose();
		},
		piece(): void {
			table?.tally.piece();
		},
		trouble(what: string): void {
			said.push(what);
		},
		/** Ends the file: how many bytes were read, and whether that was all of it. */
		settle(read: number, whole: boolean, dialect?: Dialect): GrowingTable | undefined {
			if (table === undefined && held.length === 0 && said.length === 0) return undefined;
			const chosen = choose();
			if (dialect !== undefined) chosen.dialects.push(dialect);
			chosen.bytes += read;
			chosen.opened += bytes.size;
			chosen.looked += Math.min(bytes.size, read);
			chosen.whole &&= whole;
			for (const what of said) noteTrouble(chosen, what, bytes.name);
			if (whole) chosen.stored = (chosen.stored ?? 0) + chosen.tally.rows() - before;
			return chosen;
		},
	};
}
