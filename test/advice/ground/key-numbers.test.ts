import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyNumbers } from '../../../source/advice/ground/key-numbers.ts';

const keys = fc.array(
	fc.oneof(
		fc.integer({ min: 0, max: 40 }),
		fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
		fc.integer({ min: 0, max: 1000 }).map((step) => step * 2 ** 32),
	),
	{ maxLength: 2000 },
);

test('keys are numbered in the order in which they come first, as a map would', () => {
	fc.assert(
		fc.property(keys, (some) => {
			const numbers = keyNumbers();
			const known = new Map<number, number>();
			for (const key of some) {
				known.set(key, known.get(key) ?? known.size);
				expect(numbers.of(key)).toBe(known.get(key));
			}
			expect(numbers.count()).toBe(known.size);
		}),
	);
});
