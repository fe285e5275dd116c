const encoded: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};
/** Controls, bidi and other format characters, line separators, lone surrogates: never shown, and some are no XML at all. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]/gu;

/** Text from anywhere as the content of an element or of a quoted attribute, in HTML and in SVG: shown letter by letter, no markup, no entity. */
export const htmlText = (text: string): string =>
	text
		.normalize('NFC')
		.replace(unseen, ' ')
		.replace(/\s+/gu, ' ')
		.trim()
		.replace(/[&<>"']/g, (letter) => encoded[letter] ?? letter);
