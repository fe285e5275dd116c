/** What a spreadsheet would take for the beginning of a formula, in any of the widths in which it is written. */
const formula = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]/u;
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

export type Cell = string | number | boolean | undefined;

/**
One cell: numbers as they are, text on one line and in quotes where it needs them. What would be read as a formula gets an
apostrophe in front, which spreadsheets do not show.
*/
function csvCell(cell: Cell): string {
	if (cell === undefined) return '';
	if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
	if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
	const line = cell.normalize('NFC').replace(unseen, ' ');
	const safe = formula.test(line) ? `'${line}` : line;
	return /[",;\n\r]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as RFC 4180 has it: commas, CRLF, a head. */
export const csvTable = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
	[head, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
