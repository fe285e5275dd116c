/** Marks that mean something inside a line of Markdown (CommonMark with GitHub's tables, strikethrough and formulas). */
const marks = /[\\`*_{}[\]#|~$!]/g;
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Text from anywhere as one line of Markdown: shown letter by letter, no link, no markup, no HTML, safe in a table's cell. */
export function markdownText(text: string): string {
	return (
		text
			.normalize('NFC')
			.replace(unseen, ' ')
			.replace(/\s+/gu, ' ')
			.trim()
			.replace(marks, '\\$&')
			.replaceAll('&', '&amp;')
			.replaceAll('<', '&lt;')
			.replaceAll('>', '&gt;')
			// A bare address would become a link.
			.replaceAll('://', ':\\//')
			.replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}\\.`)
			// At the start of a line these begin a list, a rule or a heading.
			.replace(/^[-+=]+/, (start) => start.replace(/./g, '\\$&'))
			.replace(/^(\d+)([.)])(?= |$)/, '$1\\$2')
	);
}

/** A table of Markdown; cells are Markdown already. No rows: nothing. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
	if (rows.length === 0) return [];
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line), ''];
}
