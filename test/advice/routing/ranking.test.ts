import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unweighed } from '../../../source/advice/ground/kernel.ts';
import { arrange, choiceOf, type Entry, type Need } from '../../../source/advice/routing/arrange.ts';
import { meritsEach } from '../../../source/advice/routing/merits.ts';
import { nothingFound, rankingOf } from '../../../source/advice/routing/ranking.ts';

/** Times that are met, missed, alike for several, or unknown. */
const seconds = fc.constantFrom(0, 60, 3600, 86_400, 1e7, Number.NaN);

const passing = fc
	.array(
		fc.record({
			carries: fc.constantFrom('history', 'changes', 'both'),
			keeps: fc.boolean(),
			outcome: fc.constantFrom(1, 2),
			time: seconds,
			age: seconds,
			dollars: fc.constantFrom(0, 10, 10.5, 1e6, Number.POSITIVE_INFINITY),
		}),
		{ maxLength: 7 },
	)
	.map((routes) =>
		routes.map(
			({ carries, keeps, ...weighed }, index) =>
				({
					route: { index, blueprint: { carries, keeps } },
					weighed: { ...unweighed(), ...weighed },
				}) as unknown as Entry,
		),
	);

const needs: fc.Arbitrary<Need> = fc.record({
	history: fc.boolean(),
	changes: fc.boolean(),
	deadline: seconds,
	freshness: seconds,
	train: fc.boolean(),
	copyAge: seconds,
	computed: fc.boolean(),
	raw: fc.boolean(),
});

test('ranking over columns decides as arranging routes one by one does', () => {
	fc.assert(
		fc.property(passing, fc.array(needs, { minLength: 1, maxLength: 4 }), (entries, wanted) => {
			const choice = choiceOf(entries);
			const rank = rankingOf(entries, choice);
			const before = [1, 2, 3];
			const merits = Float64Array.from([
				...before,
				// Hours of work that nobody knows are left out.
				...entries.flatMap(({ weighed: { time, age, dollars } }, index) =>
					index % 2 === 0 ? [time, age, dollars - 20, 2] : [time, age, dollars, Number.NaN],
				),
			]);
			expect(merits).toHaveLength(before.length + entries.length * meritsEach);
			for (const need of wanted) {
				const found = nothingFound();
				rank(need, 10, merits, before.length, found);
				const { way, late, stale, dollars } = found;
				const { codes: _, number: __, ...taken } = way ?? { codes: [], number: 0 };
				expect(way && { ...taken, late, stale, dollars }).toEqual(arrange(choice, need));
			}
		}),
		{ numRuns: 2000 },
	);
});
