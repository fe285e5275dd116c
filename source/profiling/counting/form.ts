/** Ways of writing that matter for preparation, tried in turn on texts. */
const forms: readonly (readonly [form: string, pattern: RegExp])[] = [
	['uuid', /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i],
	['decimal comma', /^[+-]?(?:\d{1,3}(?:\.\d{3})+|\d+),\d{1,4}$/],
	['thousands with comma', /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/],
	['digits with leading zero', /^0\d+$/],
	['day first date', /^(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:\d{4}|\d{2})(?: \d.*)?$/],
	['month first date', /^(?:0?[1-9]|1[0-2])[./-](?:0?[1-9]|[12]\d|3[01])[./-](?:\d{4}|\d{2})(?: \d.*)?$/],
	['JSON', /^\s*(?:\{[\s\S]*\}|\[[\s\S]*\])\s*$/],
	['web address', /^https?:\/\//i],
	['money', /^[$€£]\s?-?\d/],
	['percent', /^-?\d+(?:\.\d+)?\s?%$/],
	['hexadecimal', /^(?=.*\d)(?=.*[a-f])[0-9a-f]{16,128}$/i],
	['broken characters', /Ã[\u0080-\u00bf©¤¶¼Ÿ]|â€|\ufffd/],
];

/** The form in which a text is written; undefined for plain text. */
export const formOf = (text: string): string | undefined => forms.find(([, pattern]) => pattern.test(text))?.[0];
