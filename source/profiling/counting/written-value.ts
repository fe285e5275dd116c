/** What a written value is. */
export type Kind = 'missing' | 'boolean' | 'integer' | 'decimal' | 'timestamp' | 'date' | 'text';

/** Words that stand for nothing; the same list in every engine. */
export const missingWords = ['', 'NA', 'N/A', 'n/a', 'NULL', 'null', 'None', 'NaN', 'nan', '\\N'] as const;
const missing: ReadonlySet<string> = new Set(missingWords);

const integer = /^[+-]?\d{1,18}$/;
const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
const date = /^\d{4}-\d{2}-\d{2}$/;
const time = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?(?:Z|UTC|[+-]\d{2}(?::?\d{2})?))?$/;
const zone = /(?:Z|UTC|[+-]\d{2}(?::?\d{2})?)$/;
const booleans: ReadonlySet<string> = new Set([
	'true',
	'false',
	'TRUE',
	'FALSE',
	'True',
	'False',
	'yes',
	'no',
	'Yes',
	'No',
]);

/** Tells what a text is written as. Whole numbers with a zero in front (`007`) are text: they are names, not amounts. */
export function kindOf(text: string): Kind {
	const first = text.charCodeAt(0);
	// Digits, signs and points begin numbers and times; most texts begin otherwise.
	if ((first >= 48 && first <= 57) || first === 45 || first === 43 || first === 46) {
		if (integer.test(text)) return first === 48 && text.length > 1 ? 'text' : 'integer';
		if (decimal.test(text)) return 'decimal';
		if (text.length >= 10 && text.charCodeAt(4) === 45) {
			if (text.length === 10) return date.test(text) && !Number.isNaN(Date.parse(text)) ? 'date' : 'text';
			return time.test(text) && !Number.isNaN(timeOf(text)) ? 'timestamp' : 'text';
		}
		return 'text';
	}
	if (text.length <= 5) {
		if (missing.has(text)) return 'missing';
		if (booleans.has(text)) return 'boolean';
	}
	return first === 32 || first === 9 ? kindOf(text.trim()) : 'text';
}

/** Milliseconds of a written date or time, UTC where it names no zone; NaN for what is none. */
export function timeOf(text: string): number {
	if (text.length === 10) return Date.parse(text);
	const iso = `${text.slice(0, 10)}T${text
		.slice(11)
		.replace(',', '.')
		.replace(/ ?UTC$/, 'Z')
		.replace(/ (?=[+-])/, '')}`;
	const zoned = zone.test(iso.slice(11))
		? iso.replace(/([+-]\d{2})(\d{2})?$/, (_, hour, minute) => `${hour}:${minute ?? '00'}`)
		: `${iso}Z`;
	return Date.parse(zoned);
}

/** Whether a written time says its zone. */
export const isZoned = (text: string): boolean => zone.test(text.slice(11));
