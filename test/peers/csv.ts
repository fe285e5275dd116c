/** RFC 4180, read strictly: whatever is no table is an error. */
export function parseCsv(text: string): readonly (readonly string[])[] {
	const rows: string[][] = [[]];
	let rest = text;
	while (rest !== '') {
		const found = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest);
		if (!found) throw new Error(`no table from: ${JSON.stringify(rest.slice(0, 40))}`);
		rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
		rest = rest.slice(found[0].length);
		if (found[3] === '\r\n' && rest !== '') rows.push([]);
	}
	return rows;
}
