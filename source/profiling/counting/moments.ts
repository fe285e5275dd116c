/** Number, mean, deviation and range of numbers, in one pass (Welford). */
export interface Moments {
	add(value: number): void;
	readonly count: number;
	readonly low: number;
	readonly high: number;
	readonly mean: number;
	/** Of the sample; 0 for fewer than two. */
	deviation(): number;
}

export function moments(): Moments {
	let count = 0;
	let mean = 0;
	let squares = 0;
	let low = Number.POSITIVE_INFINITY;
	let high = Number.NEGATIVE_INFINITY;
	return {
		add(value) {
			count += 1;
			const apart = value - mean;
			mean += apart / count;
			squares += apart * (value - mean);
			if (value < low) low = value;
			if (value > high) high = value;
		},
		get count() {
			return count;
		},
		get low() {
			return low;
		},
		get high() {
			return high;
		},
		get mean() {
			return mean;
		},
		deviation: () => (count < 2 ? 0 : Math.sqrt(Math.max(0, squares) / (count - 1))),
	};
}
