/** Letters, digits and signs that JSON holds as they are: no control characters, quotation marks, backslashes or halves of letters. */
const plain = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

/** A text as JSON. `JSON.stringify` puts down one letter after the other; an id or a title mostly stands in it as it is. */
export const quoted = (text: string): string => (plain.test(text) ? `"${text}"` : JSON.stringify(text));

/** So many texts are looked at together: few enough to stay near at hand until they are joined. */
const together = 256;

/** Texts as JSON, with something between them. */
export function quotedAll(texts: readonly string[], between: string): string {
	if (texts.length <= together) return quotedFew(texts, between);
	let all = '';
	for (let from = 0; from < texts.length; from += together) {
		if (from > 0) all += between;
		all += quotedFew(texts.slice(from, from + together), between);
	}
	return all;
}

function quotedFew(texts: readonly string[], between: string): string {
	if (plain.test(texts.join(''))) return `"${texts.join(`"${between}"`)}"`;
	return texts.map((text) => JSON.stringify(text)).join(between);
}
