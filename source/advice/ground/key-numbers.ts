/** Gives keys their numbers, counted from 0 in the order in which keys come first. Keys are whole numbers from 0 to 2^53. */
export interface KeyNumbers {
	readonly of: (key: number) => number;
	/** How many keys there are so far. */
	readonly count: () => number;
}

const none = -1;

/** A map from number to number that makes no objects: it is asked once for every source. */
export function keyNumbers(): KeyNumbers {
	// Arrays as small as these cost no more than objects.
	let size = 8;
	let keys = new Float64Array(size).fill(none);
	let numbers = new Int32Array(size);
	let count = 0;
	const slotOf = (key: number): number => {
		let slot = mixed(key) & (size - 1);
		while (keys[slot] !== key && keys[slot] !== none) slot = (slot + 1) & (size - 1);
		return slot;
	};
	const grow = (): void => {
		const [before, known] = [keys, numbers];
		size *= 2;
		keys = new Float64Array(size).fill(none);
		numbers = new Int32Array(size);
		for (let old = 0; old < before.length; old++) {
			const key = before[old] as number;
			if (key === none) continue;
			const slot = slotOf(key);
			keys[slot] = key;
			numbers[slot] = known[old] as number;
		}
	};
	return {
		of: (key) => {
			const slot = slotOf(key);
			if (keys[slot] === key) return numbers[slot] as number;
			keys[slot] = key;
			numbers[slot] = count;
			count++;
			if (count * 2 > size) grow();
			return count - 1;
		},
		count: () => count,
	};
}

/** Spreads keys that lie close together. */
function mixed(key: number): number {
	const bits = Math.imul((key | 0) ^ Math.imul((key / 2 ** 32) | 0, 0x9e3779b1), 0x85ebca6b);
	return bits ^ (bits >>> 15);
}
