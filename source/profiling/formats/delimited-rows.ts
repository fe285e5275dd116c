import { cellsOf, type Dialect, dialectOf, isOpen } from './delimited.ts';
import type { Encoding } from './encoding.ts';
import { longestLine } from './lines.ts';
import type { RowsOfText, TakeRow } from './rows-of-text.ts';
import type { TextFile } from './text-reading.ts';

/** Cells between delimiters, as the start of the file shows them; undefined where it shows none. */
export function delimitedRows(
	{ bytes, format }: TextFile,
	start: Uint8Array,
	encoding: Encoding,
): RowsOfText | undefined {
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
