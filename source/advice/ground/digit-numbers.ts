import { type KeyNumbers, keyNumbers } from './key-numbers.ts';

/** Gives lists of digits their numbers, counted from 0 in the order in which lists come first. All lists are of one length. */
export type DigitNumbers = (digits: Uint8Array) => number;

/** Bits of the digits that make the first key, and of those that are joined to the number of what came before them. */
const [first, more] = [52, 26];

/** Numbers lists of digits from 0 to below `base`, many of them at a time: as keys that hold as many as fit, each joined to the number of those before. */
export function digitNumbers(base: number): DigitNumbers {
	const bits = Math.log2(base);
	const keys: KeyNumbers[] = [keyNumbers()];
	return (digits) => {
		let level = 0;
		let key = 0;
		let left = Math.floor(first / bits);
		for (let index = 0; index < digits.length; index++) {
			if (left === 0) {
				key = (keys[level] as KeyNumbers).of(key);
				level++;
				if (level === keys.length) keys.push(keyNumbers());
				left = Math.floor(more / bits);
			}
			key = key * base + (digits[index] as number);
			left--;
		}
		return (keys[level] as KeyNumbers).of(key);
	};
}
