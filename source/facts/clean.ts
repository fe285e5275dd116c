/** Control characters, format characters (bidi overrides, joiners), separators and lone surrogates. */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
/** Whole terminal sequences go at once, so that their letters do not stay behind. */
const sequences =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what must be found
	/(?:\u001b\]|\u009d)[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|\u001b[PX^_][^\u001b]*(?:\u001b\\)?|\u001b[ -/]*[0-~]?/gu;

/**
A string from outside (a name, a tag, a message of AWS) made safe to print on one line of a terminal: no escape sequence, no
control or bidi character; leading blanks of our own lines are kept.
*/
export const clean = (text: string): string =>
	text
		.replace(sequences, '')
		.replace(/[\t\r\n]+/g, ' ')
		.replace(unsafe, '');

/** A name whose control characters are written as percent codes: it can stand in an id and in a document, and is still told from every other. */
export const coded = (name: string): string => name.replace(/\p{Cc}/gu, (sign) => encodeURIComponent(sign));

/** A coded name as it was; a name in which such a code stood already comes out as the character that it stands for. */
export const uncoded = (name: string): string =>
	name.replace(/%(?:[01][\dA-F]|7F|C2%[89][\dA-F])/g, (code) => decodeURIComponent(code));
