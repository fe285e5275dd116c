import { type KeyNumbers, keyNumbers } from './key-numbers.ts';

/**
Gives lists of digits their numbers, counted from 0 in the order in which lists come first. Those that are asked for with the same
number `before` them are of one length; without it they all are.
*/
export type DigitNumbers = (digits: Uint8Array, before?: number) => number;

/** So many bits of digits are joined to the number of what came before them. */
const room = 26;

/** Numbers lists of digits from 0 to below `base`: as keys that hold as many as fit, each joined to the number of those before. */
export function digitNumbers(base: number): DigitNumbers {
	const many = Math.floor(room / Math.log2(base));
	const keys: KeyNumbers[] = [keyNumbers()];
	return (digits, before = 0) => {
		let level = 0;
		let key = before;
		let end = many;
		for (let index = 0; index < digits.length; index++) {
			if (index === end) {
				key = (keys[level] as KeyNumbers).of(key);
				level++;
				if (level === keys.length) keys.push(keyNumbers());
				end += many;
			}
			key = key * base + (digits[index] as number);
		}
		return (keys[level] as KeyNumbers).of(key);
	};
}
