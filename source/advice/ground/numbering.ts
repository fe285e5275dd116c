import type { CodeColumn } from '../../rules/table.ts';

/** Numbers the first so many rows, from 0 in the order in which they first come, by what stands in some columns. */
export function numberedBy(columns: readonly CodeColumn[], rows: number): Int32Array {
	let keys = new Float64Array(rows);
	let range = 1;
	for (const { values } of columns) {
		const [low, high] = spanOf(values, rows);
		const base = high - low + 1;
		if (base === 1) continue;
		if (range * base > 2 ** 53) {
			keys = new Float64Array(numbered(keys));
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

/** Numbers some numbers from 0 in the order in which they first come. It probes an open table by their bits, far faster than a map of numbers. */
function numbered(keys: Float64Array): Int32Array {
	const mask = 2 ** Math.ceil(Math.log2(2 * keys.length + 2)) - 1;
	const slots = new Int32Array(mask + 1).fill(-1);
	const bits = new Int32Array(keys.buffer);
	const known = new Float64Array(keys.length);
	const numbers = new Int32Array(keys.length);
	let count = 0;
	for (let index = 0; index < keys.length; index++) {
		const key = keys[index] as number;
		const mixed =
			Math.imul(bits[2 * index] as number, 0x9e3779b1) ^ Math.imul(bits[2 * index + 1] as number, 0x85ebca6b);
		let slot = (mixed ^ (mixed >>> 15)) & mask;
		let number = slots[slot] as number;
		while (number !== -1 && known[number] !== key) {
			slot = (slot + 1) & mask;
			number = slots[slot] as number;
		}
		if (number === -1) {
			number = count;
			slots[slot] = number;
			known[number] = key;
			count += 1;
		}
		numbers[index] = number;
	}
	return numbers;
}
