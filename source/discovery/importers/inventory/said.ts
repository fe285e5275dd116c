import type { Row } from './rows.ts';

/** What a record says, whoever spells it: `AllocatedStorage`, `allocatedStorage` and `allocated_storage` are one name. */
export interface Said {
	/** The first of the names that is there; undefined where none is. */
	get(...names: readonly string[]): unknown;
	number(...names: readonly string[]): number | undefined;
	flag(...names: readonly string[]): boolean | undefined;
	text(...names: readonly string[]): string | undefined;
}

/** Reads a record by names in small letters without signs; texts that hold JSON are opened. Of two rows the first comes first. */
export function saidBy(...rows: readonly (Row | undefined)[]): Said {
	const found = new Map<string, unknown>();
	for (const row of rows) {
		for (const [name, value] of Object.entries(row ?? {})) {
			const plain = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
			if (value !== null && value !== undefined && value !== '' && !found.has(plain)) found.set(plain, opened(value));
		}
	}
	const get = (...names: readonly string[]): unknown =>
		names.map((name) => found.get(name)).find((value) => value !== undefined);
	return {
		get,
		number(...names) {
			const value = get(...names);
			const number = typeof value === 'string' || typeof value === 'bigint' ? Number(value) : value;
			return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : undefined;
		},
		flag(...names) {
			const value = get(...names);
			if (typeof value === 'boolean') return value;
			return value === 'true' ? true : value === 'false' ? false : undefined;
		},
		text(...names) {
			const value = get(...names);
			return typeof value === 'string' ? value : undefined;
		},
	};
}

function opened(value: unknown): unknown {
	if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
	try {
		return JSON.parse(value);
	} catch {
		return value;
	}
}

/** Tags, as a map or as pairs, as pairs. */
export function tagsIn(value: unknown): readonly { readonly Key: string; readonly Value: string }[] {
	if (Array.isArray(value)) {
		return value.flatMap((tag: unknown) => {
			const said = saidBy(tag as Row);
			const [Key, Value] = [said.text('key'), said.text('value')];
			return Key === undefined || Value === undefined ? [] : [{ Key, Value }];
		});
	}
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([Key, Value]) => (typeof Value === 'string' ? [{ Key, Value }] : []));
}
