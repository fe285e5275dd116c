/** Records in records are told apart down to this depth. */
const deepest = 4;
/** A record with more keys than this is a map from values to something; its keys are data. */
const mostKeys = 500;

const keyLike = /^[\p{L}_$@][\p{L}\p{N}_$@ .:-]{0,63}$/u;

/** A key as part of a column's name. Keys that look like data (numbers, addresses, long digits) become `*`. */
const partOf = (key: string): string => (keyLike.test(key) && !/\d{5,}|.@./.test(key) ? key : '*');

/** The names and values of a record, those of records in it by dotted names; anything else is one value. */
export function flattened(record: unknown): { readonly names: readonly string[]; readonly values: readonly unknown[] } {
	const names: string[] = [];
	const values: unknown[] = [];
	const put = (value: unknown, name: string, depth: number): void => {
		// Keys that are data are one column; the first of them stands for all.
		if (name.includes('*') && names.includes(name)) return;
		if (!isRecord(value) || depth >= deepest) {
			names.push(name === '' ? 'value' : name);
			values.push(value);
			return;
		}
		const keys = Object.keys(value);
		if (keys.length === 0 || keys.length > mostKeys) {
			names.push(name === '' ? 'value' : name);
			values.push(keys.length === 0 ? undefined : value);
			return;
		}
		for (const key of keys) put(value[key], name === '' ? partOf(key) : `${name}.${partOf(key)}`, depth + 1);
	};
	if (Array.isArray(record)) {
		for (const [index, value] of record.slice(0, mostKeys).entries()) put(value, `column_${index + 1}`, 1);
	} else put(record, '', 0);
	return { names, values };
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' &&
	value !== null &&
	!Array.isArray(value) &&
	!(value instanceof Date) &&
	!(value instanceof Uint8Array);

/** One list of names for every row with the same columns, so that a table finds its columns once. */
export function alikeNames(): (names: readonly string[]) => readonly string[] {
	const known = new Map<string, readonly string[]>();
	return (names) => {
		const key = names.join('\u0000');
		const found = known.get(key);
		if (found !== undefined) return found;
		if (known.size < 1000) known.set(key, names);
		return names;
	};
}
