import { expect, test } from 'vitest';
import { advise } from '../../source/advice/advise.ts';
import { type Move, minorFrom } from '../../source/questions/minor.ts';
import { questions } from '../../source/questions/questions.ts';
import { archive, clicks, given, ledger, orders, pulses } from '../advice/small-estate.ts';

const move = (sources: number, monthly: number, isHead = false): Move => ({ sources, monthly, isHead });

test('the longest tail that moves at most a twentieth of the routes and of the money is minor', () => {
	expect(minorFrom([move(50, 500), move(45, 450), move(3, 30), move(2, 20)])).toBe(2);
	expect(minorFrom([move(50, 500), move(44, 450), move(4, 30), move(2, 20)])).toBe(3);
});

test('a dear answer about one source is not minor, and neither is a cheap one that turns many', () => {
	expect(minorFrom([move(99, 100), move(1, 100)])).toBe(2);
	expect(minorFrom([move(50, 1000), move(50, 0)])).toBe(2);
});

test('what moves something only beside other answers is minor at the end, not in the middle', () => {
	expect(minorFrom([move(0, 0), move(10, 10), move(0, 0), move(0, 0)])).toBe(2);
});

test('where all weigh alike none is minor, and what heads the plan never is', () => {
	expect(minorFrom([move(1, 5), move(1, 5)])).toBe(2);
	expect(minorFrom([move(0, 0, true), move(0, 0), move(0, 0)])).toBe(1);
	expect(minorFrom([])).toBe(0);
});

test('telling the minor ones apart leaves every question in its place, and they are the last', () => {
	const one = given([archive(), ledger(), orders(), clicks(), pulses()]);
	const asked = questions({ ...one, advice: advise(one) });
	const from = asked.findIndex(({ minor }) => minor);
	expect(from).toBeGreaterThan(0);
	expect(asked.slice(from).every(({ minor }) => minor)).toBe(true);
	expect(asked.slice(0, from).some(({ minor }) => minor)).toBe(false);
});
