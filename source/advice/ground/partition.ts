import type { Column } from '../../rules/table.ts';
import { keyNumbers } from './key-numbers.ts';

/** Rows parted by what stands in some columns. */
export interface Partition {
	/** The part of each row, by its place among them. */
	readonly kinds: Int32Array;
	/** The place of the first row of each part. */
	readonly leads: readonly number[];
}

/** Up to this many different keys are told apart exactly. */
const most = 2 ** 52;

/**
Parts rows that were parted already by what stands in columns. What differs is one number in a mixed base, counted anew before
it grows too large. Of an amount counts whether it is unknown, nothing or some.
*/
export function partition(
	rows: Int32Array,
	before: ArrayLike<number>,
	many: number,
	columns: readonly Column[],
): Partition {
	const keys = new Float64Array(before);
	let range = many;
	for (const column of columns) {
		const base = 2 * statesOf(column);
		if (range * base > most) {
			const { kinds, leads } = counted(keys);
			keys.set(kinds);
			range = leads.length;
		}
		if (column.kind === 'number') addAmounts(keys, rows, column.values, column.open);
		else addCodes(keys, rows, column.values, column.open, base);
		range *= base;
	}
	return counted(keys);
}

function statesOf(column: Column): number {
	if (column.kind === 'number') return 3;
	return 1 + (column.kind === 'mask' ? 2 ** column.codes.size : column.codes.size);
}

/** An amount is unknown, nothing or some, and stated or not: six states. */
function addAmounts(keys: Float64Array, rows: Int32Array, values: Float64Array, open: Uint8Array): void {
	for (let index = 0; index < rows.length; index++) {
		const row = rows[index] as number;
		const value = values[row] as number;
		const state = value === 0 ? 2 : Number.isNaN(value) ? 0 : 4;
		keys[index] = (keys[index] as number) * 6 + state + (open[row] as number);
	}
}

function addCodes(keys: Float64Array, rows: Int32Array, values: Int16Array, open: Uint8Array, base: number): void {
	for (let index = 0; index < rows.length; index++) {
		const row = rows[index] as number;
		keys[index] = (keys[index] as number) * base + 2 * ((values[row] as number) + 1) + (open[row] as number);
	}
}

/** Numbers keys in the order in which they come first. */
function counted(keys: Float64Array): Partition {
	const known = keyNumbers();
	const kinds = new Int32Array(keys.length);
	const leads: number[] = [];
	for (let index = 0; index < keys.length; index++) {
		const kind = known.of(keys[index] as number);
		kinds[index] = kind;
		if (kind === leads.length) leads.push(index);
	}
	return { kinds, leads };
}
