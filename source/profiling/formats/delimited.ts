/** How a delimited text is written. */
export interface Dialect {
	readonly delimiter: string;
	/** Names of the columns; made up (`column_1`) where the first line holds none. */
	readonly names: readonly string[];
	readonly header: boolean;
}

const delimiters = ['\t', ',', ';', '|'] as const;

/** The cells of a line; `"` quotes, doubled within. */
export function cellsOf(line: string, delimiter: string): readonly string[] {
	if (!line.includes('"')) return line.split(delimiter);
	const cells: string[] = [];
	let at = 0;
	while (at <= line.length) {
		if (line[at] !== '"') {
			const end = line.indexOf(delimiter, at);
			cells.push(end < 0 ? line.slice(at) : line.slice(at, end));
			if (end < 0) return cells;
			at = end + delimiter.length;
			continue;
		}
		let cell = '';
		at += 1;
		for (;;) {
			const end = line.indexOf('"', at);
			if (end < 0) {
				cells.push(cell + line.slice(at));
				return cells;
			}
			cell += line.slice(at, end);
			if (line[end + 1] !== '"') {
				const next = line.indexOf(delimiter, end + 1);
				cells.push(next < 0 ? cell + line.slice(end + 1) : cell + line.slice(end + 1, next));
				if (next < 0) return cells;
				at = next + delimiter.length;
				break;
			}
			cell += '"';
			at = end + 2;
		}
	}
	cells.push('');
	return cells;
}

/** Whether a quoted cell is still open at the end of the line: the row goes on in the next one. */
export function isOpen(line: string): boolean {
	let quotes = 0;
	for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) quotes += 1;
	return quotes % 2 === 1;
}

/** The dialect that the first lines show; undefined if they are no table. `byName`: a file called .csv or .tsv is believed to be one. */
export function dialectOf(lines: readonly string[], byName: boolean): Dialect | undefined {
	const told = lines.filter((line) => line.trim() !== '').slice(0, 200);
	const [first] = told;
	if (first === undefined) return undefined;
	const best = delimiters
		.map((delimiter) => ({ delimiter, ...agreement(told, delimiter) }))
		.toSorted((a, b) => b.share * Math.min(b.width, 3) - a.share * Math.min(a.width, 3))[0];
	if (best === undefined || (best.width < 2 && !byName) || best.share < 0.5) {
		if (!byName) return undefined;
	}
	const delimiter = best !== undefined && best.width > 1 ? best.delimiter : ',';
	const rows = told.map((line) => cellsOf(line, delimiter));
	const header = isHeader(rows);
	const width = rows[0]?.length ?? 1;
	const names = header ? named(rows[0] ?? []) : Array.from({ length: width }, (_, index) => `column_${index + 1}`);
	return { delimiter, names, header };
}

/** The number of cells most lines have, and the share of lines that have it. */
function agreement(lines: readonly string[], delimiter: string): { width: number; share: number } {
	const widths = new Map<number, number>();
	for (const line of lines) {
		const { length } = cellsOf(line, delimiter);
		widths.set(length, (widths.get(length) ?? 0) + 1);
	}
	const [width, count] = [...widths].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
	return { width, share: count / lines.length };
}

const nameLike = /^[\p{L}_][\p{L}\p{N}_ .:()/%$#&*\-[\]]{0,79}$/u;
const value = /^(?:[+-]?[\d.,]+(?:e[+-]?\d+)?|\d{4}-\d\d-\d\d.*|true|false)$/i;
const usual =
	/(?:^|[_\s])(?:id|no|key|name|date|time|type|code|status|state|city|country|email|phone|value|amount|price|count|total|label|text|title|category|class|group|year|month|day|address|description|comment|url|user|customer|product|order)s?$/i;

/**
Whether the first row names the columns. A first row of values must never become names, since names are told: it is one only if
all its cells look like names, differ, and either a column below holds amounts or times where the first row has none, or most
of the cells are usual names.
*/
function isHeader(rows: readonly (readonly string[])[]): boolean {
	const [first = [], ...others] = rows;
	const cells = first.map((cell) => cell.trim());
	// The index column of a data frame has no name.
	if (!cells.every((cell, index) => (cell === '' && index === 0 && cells.length > 1) || nameLike.test(cell)))
		return false;
	if (new Set(cells).size !== cells.length) return false;
	const contrast = cells.some((_, index) => {
		const below = others.map((row) => row[index]?.trim() ?? '').filter((cell) => cell !== '');
		return below.length > 0 && below.filter((cell) => value.test(cell)).length >= 0.8 * below.length;
	});
	if (contrast) return true;
	const spaced = cells.map((cell) => cell.replace(/([a-z])([A-Z])/g, '$1_$2'));
	return spaced.filter((cell) => usual.test(cell)).length * 2 >= cells.length;
}

const named = (cells: readonly string[]): readonly string[] =>
	cells.map((cell, index) => cell.trim() || `column_${index + 1}`);
