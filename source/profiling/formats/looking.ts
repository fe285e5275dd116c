import { typeOf } from '../counting/column-figures.ts';
import { kinds, type ValueKind } from '../counting/column-tally.ts';
import { kindOf } from '../counting/written-value.ts';
import type { FileSchema } from '../gathering.ts';

/** The schema that some rows of a file show. */
export function schemaOf(
	rows: readonly { readonly names: readonly string[]; readonly values: readonly unknown[] }[],
): FileSchema {
	const counts = new Map<string, Record<ValueKind, number>>();
	for (const { names, values } of rows) {
		for (const [index, name] of names.entries()) {
			let of = counts.get(name);
			if (of === undefined) {
				of = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<ValueKind, number>;
				counts.set(name, of);
			}
			const kind = kindOfAny(values[index]);
			if (kind !== undefined) of[kind] += 1;
		}
	}
	return new Map(
		[...counts].map(([name, of]) => {
			const present = Object.values(of).reduce((sum, count) => sum + count, 0);
			return [name, typeOf({ kinds: of, present }).type];
		}),
	);
}

function kindOfAny(value: unknown): ValueKind | undefined {
	if (value === null || value === undefined) return undefined;
	if (typeof value === 'string') {
		const kind = kindOf(value);
		return kind === 'missing' ? undefined : kind;
	}
	if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'decimal';
	if (typeof value === 'bigint') return 'integer';
	if (typeof value === 'boolean') return 'boolean';
	if (value instanceof Date) return 'timestamp';
	if (value instanceof Uint8Array) return 'binary';
	return Array.isArray(value) ? 'list' : 'record';
}
