/** Numbers that look random and follow from a seed. */
export interface Chance {
	/** From 0 up to, and without, 1. */
	readonly share: () => number;
	readonly happens: (probability: number) => boolean;
	readonly oneOf: <T>(values: readonly T[]) => T;
	/** Evenly spread over the orders of magnitude from low to high. */
	readonly amount: (low: number, high: number) => number;
}

/** A chance from a seed (mulberry32); the same seed gives the same numbers. */
export function chanceOf(seed: number): Chance {
	let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
	const share = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	return {
		share,
		happens: (probability) => share() < probability,
		oneOf: (values) => values[Math.floor(share() * values.length)] as (typeof values)[number],
		amount: (low, high) => Number((low * (high / low) ** share()).toPrecision(6)),
	};
}
