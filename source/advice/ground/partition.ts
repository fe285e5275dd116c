import { type Column, codesAtMost } from '../../rules/table.ts';
import { type KeyNumbers, keyNumbers } from './key-numbers.ts';

/** Rows parted by what stands in some columns. */
export interface Partition {
	/** The part of each row, by its place among them. */
	readonly kinds: Int32Array;
	/** The place of the first row of each part that no rows before had. */
	readonly leads: readonly number[];
}

/** Parts rows that were parted already by what stands in columns. Rows that are alike get the same number whenever they come. */
export interface Parter {
	readonly part: (rows: Int32Array, before: ArrayLike<number>) => Partition;
}

/** Up to this many different keys are told apart exactly. */
const most = 2 ** 52;

type Step = (keys: Float64Array, rows: Int32Array) => void;

/**
Makes what parts rows that have numbers below `many` already. What differs is one number in a mixed base, counted anew before it grows
too large; so there may be no more than `parts` parts. Of an amount counts whether it is unknown, nothing or some.
*/
export function parterBy(columns: readonly Column[], many: number, parts: number): Parter {
	const steps: Step[] = [];
	let range = many;
	for (const column of columns) {
		const base = 2 * statesOf(column);
		if (range * base > most) {
			const numbers = keyNumbers();
			steps.push((keys) => renumber(keys, numbers));
			range = parts;
		}
		if (column.kind === 'number') steps.push((keys, rows) => addAmounts(keys, rows, column.values, column.open));
		else steps.push((keys, rows) => addCodes(keys, rows, column.values, column.open, base));
		range *= base;
	}
	const numbers = keyNumbers();
	return {
		part: (rows, before) => {
			const keys = new Float64Array(before);
			for (const step of steps) step(keys, rows);
			return counted(keys, numbers);
		},
	};
}

/** Parts rows once. */
export const partition = (
	rows: Int32Array,
	before: ArrayLike<number>,
	many: number,
	columns: readonly Column[],
): Partition => parterBy(columns, many, rows.length).part(rows, before);

function statesOf(column: Column): number {
	if (column.kind === 'number') return 3;
	return 1 + (column.kind === 'mask' ? 2 ** column.codes.size : codesAtMost(column));
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

function renumber(keys: Float64Array, { of }: KeyNumbers): void {
	for (let index = 0; index < keys.length; index++) keys[index] = of(keys[index] as number);
}

/** Numbers keys in the order in which they come first. */
function counted(keys: Float64Array, { of, count }: KeyNumbers): Partition {
	const kinds = new Int32Array(keys.length);
	const leads: number[] = [];
	let known = count();
	for (let index = 0; index < keys.length; index++) {
		const kind = of(keys[index] as number);
		kinds[index] = kind;
		if (kind < known) continue;
		leads.push(index);
		known++;
	}
	return { kinds, leads };
}
