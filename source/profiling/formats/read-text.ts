import type { Gathering, GrowingTable } from '../gathering.ts';
import { noteTrouble } from '../gathering.ts';
import type { Budget } from '../limits.ts';
import { type Bytes, type Span, spansOf } from './bytes.ts';
import { cellsOf, type Dialect, dialectOf, isOpen } from './delimited.ts';
import { type Encoding, encodingOf } from './encoding.ts';
import { linesOf, lineTroubles, longestLine, noLineTroubles } from './lines.ts';
import { schemaOf } from './looking.ts';
import { alikeNames, flattened } from './nested.ts';
import { type Packing, unpacked } from './packing.ts';

export interface TextReading {
	readonly gathering: Gathering;
	readonly budget: Budget;
	readonly signal: AbortSignal;
	readonly random: () => number;
	/** Bytes of this file that may be read. */
	readonly allowed: number;
	/** Bytes of one span, when not all may be read. */
	readonly each: number;
	/** What a new table is called. */
	readonly table: string;
}

/** What rows a text holds: delimited cells, a JSON record a line, or lines as they are. */
export type TextKind = 'delimited' | 'records' | 'plain';

interface TextFile {
	readonly bytes: Bytes;
	readonly start: Uint8Array;
	readonly kind: TextKind;
	/** As the vocabulary names it. */
	readonly format: string;
	readonly packing: Packing | undefined;
}

/** How much is read at once. */
const step = 1_048_576;
/** Unpacked bytes for each packed one that may be read: text packs to a tenth or so, bombs to a thousandth. */
const growth = 40;

/** Reads the rows of a text file into the table they belong to, within what is allowed. Resolves to the table; undefined if it holds no row. */
export async function readText(file: TextFile, reading: TextReading): Promise<GrowingTable | undefined> {
	const { bytes, start, packing, kind } = file;
	const { allowed, each, random } = reading;
	const encoding = encodingOf(start);
	const rowsOf =
		kind === 'delimited' ? delimitedRows(file, start, encoding) : kind === 'records' ? recordRows() : plainRows();
	if (rowsOf === undefined) return undefined;
	const spans = packing === undefined ? spansOf(bytes.size, allowed, each, random) : [{ from: 0, to: bytes.size }];
	const troubles = noLineTroubles();
	let read = 0;
	let whole = packing !== undefined || (spans.length === 1 && spans[0]?.to === bytes.size);
	const target = tableOnce(file, rowsOf.format ?? file.format, reading);
	for (const [index, span] of spans.entries()) {
		if (reading.signal.aborted || reading.budget.ended() !== undefined) {
			whole = false;
			break;
		}
		const parts =
			packing === undefined
				? partsOf(bytes, span, (count) => {
						read += count;
						reading.budget.spend('bytes', count);
					})
				: unpacked(bytes, packing, {
						mostRead: allowed,
						mostMade: Math.min(allowed * growth, reading.budget.left('bytes')),
						onEnd: (end) => {
							read += end.read;
							reading.budget.spend('bytes', end.read);
							if (!end.whole) whole = false;
							if (end.broken) target.trouble('is cut off or broken in its packing');
						},
					});
		const lines = linesOf(parts, {
			encoding,
			begins: span.from === 0,
			ends: packing !== undefined || span.to >= bytes.size,
			troubles,
		});
		rowsOf.begin(index === 0);
		target.piece();
		for await (const some of lines) {
			for (const line of some) rowsOf.line(line, target.row);
			if (reading.signal.aborted || reading.budget.ended() !== undefined) {
				whole = false;
				break;
			}
		}
		rowsOf.finish(target.row);
	}
	if (encoding.trouble !== undefined) target.trouble(encoding.trouble);
	for (const trouble of [...lineTroubles(troubles), ...rowsOf.troubles()]) target.trouble(trouble);
	return target.settle(read, whole, rowsOf.dialect);
}

async function* partsOf(bytes: Bytes, { from, to }: Span, onRead: (count: number) => void): AsyncGenerator<Uint8Array> {
	for (let at = from; at < to; at += step) {
		const part = await bytes.read(at, Math.min(step, to - at));
		onRead(part.length);
		if (part.length === 0) return;
		yield part;
	}
}

type TakeRow = (names: readonly string[], values: readonly unknown[]) => void;

interface RowsOfText {
	readonly dialect?: Dialect;
	readonly format?: string;
	begin(first: boolean): void;
	line(line: string, take: TakeRow): void;
	finish(take: TakeRow): void;
	troubles(): readonly string[];
}

function delimitedRows({ bytes, format }: TextFile, start: Uint8Array, encoding: Encoding): RowsOfText | undefined {
	const text = new TextDecoder(encoding.label, { ignoreBOM: true }).decode(start.subarray(encoding.mark), {
		stream: true,
	});
	const lines = text.split(/\r?\n/);
	if (start.length < bytes.size && lines.length > 1) lines.pop();
	const dialect = dialectOf(joined(lines), true);
	return dialect && delimitedBy(dialect, format);
}

/** Rows of lines: quoted cells may go over several. */
function joined(lines: readonly string[]): readonly string[] {
	const rows: string[] = [];
	let open = '';
	for (const line of lines.slice(0, 400)) {
		const row = open === '' ? line : `${open}\n${line}`;
		if (isOpen(row) && row.length < 10_000) open = row;
		else {
			rows.push(row);
			open = '';
		}
	}
	return rows;
}

function delimitedBy({ delimiter, names, header }: Dialect, format: string): RowsOfText {
	let skip = header;
	let open = '';
	let within = false;
	let ragged = 0;
	let unclosed = 0;
	const row = (text: string, take: TakeRow): void => {
		if (text.trim() === '') return;
		if (skip) {
			skip = false;
			return;
		}
		const cells = cellsOf(text, delimiter);
		if (cells.length !== names.length) {
			// The first lines of a part from the middle may be the rest of a row.
			if (within) return;
			ragged += 1;
		}
		within = false;
		take(names, cells);
	};
	return {
		dialect: { delimiter, names, header },
		format: format === 'tsv' || delimiter === '\t' ? 'tsv' : 'csv',
		begin(first) {
			within = !first;
			open = '';
		},
		line(line, take) {
			const text = open === '' ? line : `${open}\n${line}`;
			if (text.includes('"') && isOpen(text)) {
				if (text.length < longestLine / 10) {
					open = text;
					return;
				}
				unclosed += 1;
			}
			open = '';
			row(text, take);
		},
		finish(take) {
			if (open === '') return;
			if (!within) unclosed += 1;
			for (const line of open.split('\n')) row(line, take);
			open = '';
		},
		troubles: () => [
			...(ragged > 0 ? ['has rows with more or fewer cells than its first row'] : []),
			...(unclosed > 0 ? ['has quoted cells that are never closed'] : []),
		],
	};
}

function recordRows(): RowsOfText {
	const alike = alikeNames();
	let broken = 0;
	let within = false;
	return {
		begin(first) {
			within = !first;
		},
		line(line, take) {
			if (line.trim() === '') return;
			let record: unknown;
			try {
				record = JSON.parse(line);
			} catch {
				if (!within) broken += 1;
				return;
			} finally {
				within = false;
			}
			const { names, values } = flattened(record);
			take(alike(names), values);
		},
		finish() {},
		troubles: () => (broken > 0 ? ['has lines that are no JSON'] : []),
	};
}

const lineNames = ['line'] as const;
function plainRows(): RowsOfText {
	return {
		begin() {},
		line(line, take) {
			if (line.trim() !== '') take(lineNames, [line]);
		},
		finish() {},
		troubles: () => [],
	};
}

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
