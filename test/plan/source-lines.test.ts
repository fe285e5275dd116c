import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlannedSource } from '../../source/plan/plan.ts';
import { quoted, quotedAll } from '../../source/plan/quoted.ts';
import { sourcePrinter } from '../../source/plan/source-lines.ts';

/** Letters, signs that JSON escapes, and halves of letters. */
const text = fc.string({
	unit: fc.oneof(fc.constantFrom('"', '\\', '\n', '\u007f', '\u2028', '\ud800', '😀'), fc.string()),
});

test('texts are printed as JSON has them', () => {
	fc.assert(
		fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
			expect(texts.map(quoted)).toEqual(texts.map((one) => JSON.stringify(one)));
			expect(`[${quotedAll(texts, ',')}]`).toBe(JSON.stringify(texts));
		}),
		{ numRuns: 500 },
	);
});

test('sources are printed as JSON has them, whatever stands before them and whatever else they tell', () => {
	const some = fc.constantFrom('a', 'b');
	const maybe = fc.option(some, { nil: undefined });
	const source = fc.record(
		{
			id: text,
			title: text,
			kind: some,
			family: some,
			place: some,
			account: maybe,
			region: maybe,
			strategy: some,
			decidedBy: fc.dictionary(some, fc.dictionary(some, fc.oneof(text, fc.double(), fc.boolean()))),
			estimate: fc.dictionary(some, fc.double()),
			more: fc.anything(),
		},
		{ requiredKeys: ['id', 'title', 'kind', 'family', 'place', 'strategy', 'decidedBy', 'estimate'] },
	);
	const reversed = (one: object): object => Object.fromEntries(Object.entries(one).toReversed());
	fc.assert(
		fc.property(fc.array(fc.tuple(source, fc.boolean()), { minLength: 1, maxLength: 5 }), (told) => {
			const sources = told.map(([one, inOrder]) => (inOrder ? one : reversed(one)) as PlannedSource);
			expect(sources.map(sourcePrinter())).toEqual(sources.map((one) => JSON.stringify(one)));
		}),
		{ numRuns: 500 },
	);
});
