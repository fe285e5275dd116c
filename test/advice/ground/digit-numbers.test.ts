import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digitNumbers } from '../../../source/advice/ground/digit-numbers.ts';

const bases = fc.constantFrom(2, 3, 7, 40);

test('lists of digits are numbered in the order in which they come first, however long they are', () => {
	const lists = bases.chain((base) =>
		fc.nat({ max: 200 }).chain((length) =>
			fc.record({
				base: fc.constant(base),
				// Lists that share most of their digits come next to others that share none.
				some: fc.array(fc.array(fc.nat({ max: base - 1 }), { minLength: length, maxLength: length }), {
					maxLength: 12,
				}),
				picks: fc.array(fc.tuple(fc.nat({ max: 11 }), fc.nat({ max: 199 }), fc.nat({ max: base - 1 })), {
					maxLength: 60,
				}),
			}),
		),
	);
	fc.assert(
		fc.property(lists, ({ base, some, picks }) => {
			const numberOf = digitNumbers(base);
			const known = new Map<string, number>();
			for (const [which, at, digit] of picks) {
				const list = some[which];
				if (!list) continue;
				const digits = Uint8Array.from(list);
				if (at < digits.length) digits[at] = digit;
				const text = digits.join();
				known.set(text, known.get(text) ?? known.size);
				expect(numberOf(digits)).toBe(known.get(text));
			}
		}),
	);
});
