/** One row of a table, and the line of the file in which it begins. */
export interface CsvRow {
	readonly line: number;
	readonly cells: readonly string[];
}

/**
The rows of a text in the form of RFC 4180: cells between commas, semicolons or tabs (whichever the first line holds most), in double quotes where they
hold one of these or a line break. Empty lines are left out. A quote that is never closed ends with the text.
*/
export function csvRows(text: string): readonly CsvRow[] {
	const plain = text.replace(/^\uFEFF/, '');
	const separator = separatorOf(plain.slice(0, plain.search(/\r?\n|$/)));
	const cell = new RegExp(`(?:"((?:[^"]|"")*)(?:"|$)|([^${separator}\\r\\n]*))(${separator}|\\r?\\n|$)`, 'y');
	const rows: CsvRow[] = [];
	let cells: string[] = [];
	let line = 1;
	let begun = 1;
	while (cell.lastIndex < plain.length) {
		const found = cell.exec(plain);
		if (!found) break;
		const [whole, quoted, bare = '', end] = found;
		cells.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
		line += whole.split('\n').length - 1;
		if (end === separator) continue;
		if (cells.some((each) => each !== '')) rows.push({ line: begun, cells });
		cells = [];
		begun = line;
	}
	if (cells.length > 0) rows.push({ line: begun, cells: [...cells, ''] });
	return rows;
}

function separatorOf(head: string): string {
	const counted = [',', ';', '\t'].map((each) => ({ each, times: head.split(each).length }));
	return counted.toSorted((a, b) => b.times - a.times)[0]?.each ?? ',';
}
