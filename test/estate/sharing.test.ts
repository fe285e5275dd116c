import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharing } from '../../source/estate/sharing.ts';
import { estates } from './arbitrary.ts';

test('what is held once says the same as before, of every source and fact', () => {
	fc.assert(
		fc.property(estates, ({ sources }) => {
			const shared = sharing();
			// As they come from another thread: copies down to the last word, twice.
			for (const copy of [structuredClone(sources), structuredClone(sources)]) {
				expect(copy.map(shared.source)).toEqual(sources);
				expect(copy.map(({ facts }) => shared.facts(facts))).toEqual(sources.map(({ facts }) => facts));
			}
		}),
	);
});

test('statements that say the same are one, numbers and who answered stay their own', () => {
	const shared = sharing();
	const said = { from: 'measured', evidence: 's3:ListBuckets', at: '2026-11-24' } as const;
	const [first, second] = [1, 2].map((volume) =>
		shared.facts(
			structuredClone({
				encrypted: { value: true, ...said },
				volume: { value: volume, ...said },
				owner: { value: 'people', ...said, by: `person ${volume}` },
			}),
		),
	);
	expect(second?.encrypted).toBe(first?.encrypted);
	expect(second?.volume?.value).toBe(2);
	expect(second?.owner?.by).toBe('person 2');
});
