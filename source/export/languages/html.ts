const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text from anywhere as content of an HTML element or of a quoted attribute: shown letter by letter, never markup. */
export const htmlText = (text: string): string =>
	text
		.normalize('NFC')
		.replace(unseen, ' ')
		.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);
