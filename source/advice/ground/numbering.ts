import type { CodeColumn } from '../../rules/table.ts';
import { keyNumbers } from './key-numbers.ts';

/** Numbers the first so many rows, from 0 in the order in which they first come, by what stands in some columns. */
export function numberedBy(columns: readonly CodeColumn[], rows: number): Int32Array {
	const keys = new Float64Array(rows);
	let range = 1;
	for (const { values } of columns) {
		const [low, high] = spanOf(values, rows);
		const base = high - low + 1;
		if (base === 1) continue;
		if (range * base > 2 ** 53) {
			keys.set(numbered(keys));
			range = rows;
		}
		addTo(keys, values, base, low);
		range *= base;
	}
	return numbered(keys);
}

function addTo(keys: Float64Array, values: Int16Array, base: number, low: number): void {
	for (let row = 0; row < keys.length; row++)
		keys[row] = (keys[row] as number) * base + ((values[row] as number) - low);
}

function spanOf(values: Int16Array, rows: number): readonly [low: number, high: number] {
	let [low, high] = [values[0] as number, values[0] as number];
	for (let row = 1; row < rows; row++) {
		const value = values[row] as number;
		if (value < low) low = value;
		else if (value > high) high = value;
	}
	return [low, high];
}

function numbered(keys: Float64Array): Int32Array {
	const { of } = keyNumbers();
	const numbers = new Int32Array(keys.length);
	for (let index = 0; index < keys.length; index++) numbers[index] = of(keys[index] as number);
	return numbers;
}
