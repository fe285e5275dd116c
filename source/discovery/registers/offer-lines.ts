/** A row of an offer file, its cells by the names of the columns. */
export type OfferRow = ReadonlyMap<string, string>;

/**
Reads the lines of an offer file of the AWS Price List in CSV: some lines about the file, then the names of the columns, then a
line for each price. Lines that are no such rows are left out.
*/
export async function* offerRows(lines: AsyncIterable<string>): AsyncIterable<OfferRow> {
	let columns: readonly string[] | undefined;
	for await (const line of lines) {
		const cells = cellsOf(line);
		if (!columns) {
			if (cells[0] === 'SKU') columns = cells;
			continue;
		}
		if (cells.length === columns.length) yield new Map(columns.map((column, index) => [column, cells[index] ?? '']));
	}
}

/** The cells of a line: in quotes, a quote inside doubled. No cell holds a line break. */
function cellsOf(line: string): readonly string[] {
	const cells: string[] = [];
	for (const [, quoted, plain] of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) {
		cells.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
	}
	return cells;
}

/** The lines of a text that comes in pieces, wherever the pieces end. */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncIterable<string> {
	const decoder = new TextDecoder();
	let rest = '';
	for await (const piece of pieces) {
		const parts = (rest + decoder.decode(piece, { stream: true })).split(/\r?\n/);
		rest = parts.pop() ?? '';
		yield* parts;
	}
	if (rest !== '') yield rest;
}
