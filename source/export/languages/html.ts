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

/** Text that is markup already: made by `html` only, or by an encoder of ours. */
export class Markup {
	readonly text: string;
	constructor(text: string) {
		this.text = text;
	}
}

type Part = string | number | Markup | readonly Part[];

/** Markup with values in it: each is encoded unless it is markup itself; lists are joined. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
	new Markup(texts.reduce((sum, text, at) => sum + text + encodedPart(parts[at] ?? ''), ''));

function encodedPart(part: Part): string {
	if (part instanceof Markup) return part.text;
	if (typeof part === 'string' || typeof part === 'number') return htmlText(String(part));
	return part.map(encodedPart).join('');
}
