import { expect, test } from 'vitest';
import { growth, sizeOf } from '../../../source/discovery/reading/stored.ts';
import { daysAgo } from '../../peers/reading.ts';

const points = (...rows: readonly (readonly [days: number, value: number])[]) =>
	rows.map(([days, value]) => ({ at: daysAgo(days), value }));

test('each class counts with its newest point, though one is published a day later', () => {
	expect(sizeOf([points([1, 30], [2, 20]), points([2, 5])])).toEqual({ at: daysAgo(1), value: 35 });
});

test('a class that was left is not counted again', () => {
	expect(sizeOf([points([1, 30]), points([9, 30])])).toEqual({ at: daysAgo(1), value: 30 });
});

test('no points, no size', () => {
	expect(sizeOf([])).toBeUndefined();
	expect(sizeOf([[]])).toBeUndefined();
});

test('growth is taken between days on which every class has a point', () => {
	const grew = growth([points([1, 300], [5, 200], [21, 100]), points([2, 999], [5, 60], [21, 40])]);
	expect(grew).toEqual({ rate: 120 / (16 * 86_400), days: 16, until: daysAgo(5) });
});

test.each([
	['less than a week', [points([1, 300], [7, 100])]],
	['nothing grew', [points([1, 100], [20, 100])]],
	['it shrank', [points([1, 50], [20, 100])]],
	['no common day', [points([1, 50], [20, 10]), points([2, 50], [19, 10])]],
	['one point', [points([1, 50])]],
	['none', []],
])('growth is unknown: %s', (_, classes) => {
	expect(growth(classes)).toBeUndefined();
});
