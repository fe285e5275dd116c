/** Gives keys their numbers, counted from 0 in the order in which keys come first. Keys are whole numbers from 0 to 2^53. */
export interface KeyNumbers {
	readonly of: (key: number) => number;
	/** How many keys there are so far. */
	readonly count: () => number;
}

const none = -1;

/** So many keys are looked through one by one: mostly there are no more. */
const few = 8;

/** A map from number to number that makes no objects: it is asked once for every source. */
export function keyNumbers(): KeyNumbers {
	const first: number[] = [];
	let size = 0;
	let keys = new Float64Array();
	let numbers = new Int32Array();
	let count = 0;
	const slotOf = (key: number): number => {
		let slot = mixed(key) & (size - 1);
		while (keys[slot] !== key && keys[slot] !== none) slot = (slot + 1) & (size - 1);
		return slot;
	};
	const put = (key: number, number: number): void => {
		const slot = slotOf(key);
		keys[slot] = key;
		numbers[slot] = number;
	};
	const grow = (): void => {
		const [before, known] = [keys, numbers];
		size = Math.max(4 * few, 2 * size);
		keys = new Float64Array(size).fill(none);
		numbers = new Int32Array(size);
		for (let number = 0; before.length === 0 && number < first.length; number++) put(first[number] as number, number);
		for (let old = 0; old < before.length; old++)
			if (before[old] !== none) put(before[old] as number, known[old] as number);
	};
	const add = (key: number): number => {
		if (count < few) first.push(key);
		else {
			if (count === few || count * 2 > size) grow();
			put(key, count);
		}
		count++;
		return count - 1;
	};
	return {
		of: (key) => {
			if (count <= few) {
				for (let number = 0; number < count; number++) if (first[number] === key) return number;
				return add(key);
			}
			const slot = slotOf(key);
			return keys[slot] === key ? (numbers[slot] as number) : add(key);
		},
		count: () => count,
	};
}

/** Spreads keys that lie close together. */
function mixed(key: number): number {
	const bits = Math.imul((key | 0) ^ Math.imul((key / 2 ** 32) | 0, 0x9e3779b1), 0x85ebca6b);
	return bits ^ (bits >>> 15);
}
