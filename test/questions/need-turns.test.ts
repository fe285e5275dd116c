import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Route } from '../../source/advice/ground/kernel.ts';
import { arrange, choiceOf, type Entry, type Need } from '../../source/advice/routing/arrange.ts';
import { choosesAlike } from '../../source/questions/need-turns.ts';

const seconds = fc.constantFrom(1, 2, 3, 5, 8, Number.NaN);
const needs = fc.record({
	history: fc.boolean(),
	changes: fc.boolean(),
	deadline: seconds,
	freshness: seconds,
	train: fc.boolean(),
	more: fc.constantFrom(0, 2, 4),
	computed: fc.boolean(),
	raw: fc.boolean(),
});
const routes = fc.array(
	fc.record({
		carries: fc.constantFrom('history', 'changes', 'both'),
		keeps: fc.boolean(),
		outcome: fc.constantFrom(0 as const, 1 as const, 2 as const),
		time: seconds,
		age: seconds,
		dollars: fc.constantFrom(1, 2, 3),
	}),
	{ minLength: 1, maxLength: 5 },
);

const needOf = ({ more, ...need }: { readonly more: number } & Omit<Need, 'copyAge'>): Need => ({
	...need,
	copyAge: need.freshness + more,
});

test('where another need is told to choose alike, the same routes are arranged', () => {
	fc.assert(
		fc.property(needs, needs, fc.boolean(), routes, (one, other, isNear, some) => {
			const entries = some.map(({ carries, keeps, outcome, time, age, dollars }, index): Entry => {
				const route = { index, blueprint: { carries, keeps } } as unknown as Route;
				return { route, weighed: { outcome, failed: -1, time, age, dollars, priced: true } };
			});
			// Needs that differ in seconds only are told apart least often.
			const [before, after] = [
				needOf(one),
				needOf(isNear ? { ...one, deadline: other.deadline, freshness: other.freshness, more: other.more } : other),
			];
			const passing = entries.flatMap(({ route, weighed: { outcome, time, age } }) =>
				outcome === 0 ? [] : [{ time, age, keeps: route.blueprint.keeps }],
			);
			fc.pre(choosesAlike(before, after, passing));
			const carriersOf = (need: Need) => arrange(choiceOf(entries), need)?.carriers;
			expect(carriersOf(after)).toEqual(carriersOf(before));
		}),
		{ numRuns: 2000 },
	);
});
