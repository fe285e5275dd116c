const bits = new Float64Array(1);
const halves = new Uint32Array(bits.buffer);

/** A number of 53 bits, never 0, that stands for a text (cyrb53). Two texts share one about once in 10^15. */
export function hashText(text: string): number {
	let one = 0xdeadbeef;
	let two = 0x41c6ce57;
	for (let index = 0; index < text.length; index += 1) {
		const code = text.charCodeAt(index);
		one = Math.imul(one ^ code, 2_654_435_761);
		two = Math.imul(two ^ code, 1_597_334_677);
	}
	return mixed(one, two);
}

/** The same for a number. */
export function hashNumber(value: number): number {
	bits[0] = value === 0 ? 0 : value;
	return mixed(
		Math.imul((halves[0] as number) ^ 0xdeadbeef, 2_654_435_761),
		Math.imul((halves[1] as number) ^ 0x41c6ce57, 1_597_334_677),
	);
}

/** The hash of a row so far with one more value in it; the order of values counts. */
export const hashMore = (row: number, value: number): number =>
	mixed(
		Math.imul((row >>> 0) ^ (value >>> 0), 2_654_435_761) + 0x9e3779b9,
		Math.imul(Math.floor(row / 2_097_152) ^ Math.floor(value / 2_097_152), 1_597_334_677) ^ row,
	);

function mixed(first: number, second: number): number {
	let one = Math.imul(first ^ (first >>> 16), 2_246_822_507) ^ Math.imul(second ^ (second >>> 13), 3_266_489_909);
	let two = Math.imul(second ^ (second >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909);
	one ^= two >>> 16;
	two ^= one >>> 15;
	return 4_294_967_296 * (2_097_151 & two) + (one >>> 0) || 1;
}
