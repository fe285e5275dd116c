/** What Mermaid reads as syntax, markup, entity, directive or icon inside a quoted label. Each becomes its number. */
const special = /["#&<>`%$\\;:]/;
/** Controls, bidi and other format characters, line separators, lone surrogates: never drawn. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
/** Mermaid refuses a label without content; this is a blank that it draws. */
const blank = '#160;';

/**
Text from anywhere as the content of a quoted Mermaid label (`["…"]`, `|"…"|`): drawn letter by letter, never read as syntax.
At most `most` characters before encoding; what is cut ends in an ellipsis.
*/
export function mermaidLabel(text: string, most = 80): string {
	const letters = Array.from(text.normalize('NFC').replace(unseen, ' ').replace(/\s+/gu, ' ').trim());
	const shown = letters.length > most ? [...letters.slice(0, most - 1), '…'] : letters;
	return shown.map((letter) => (special.test(letter) ? `#${letter.codePointAt(0)};` : letter)).join('') || blank;
}
