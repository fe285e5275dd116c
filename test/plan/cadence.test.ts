import { expect, test } from 'vitest';
import { cadenceOf, cadenceWithin, jobCadence, secondsOf } from '../../source/plan/cadence.ts';

const day = 86_400;

test('a schedule is as seldom as the age allows, and never closer than a quarter of an hour', () => {
	expect([60 * day, 8 * day, day, 5 * 3600, 5000, 1800, 10].map(cadenceWithin)).toEqual([
		'every 28 days',
		'every 7 days',
		'every 1 day',
		'every 4 h',
		'every 1 h',
		'every 30 min',
		'every 15 min',
	]);
});

test('a history runs once, a stream all the time, a batch as often as it was reckoned with', () => {
	const pace = { access: 'batch file', wanted: day } as const;
	expect([
		cadenceOf({ ...pace, carries: 'history', reached: 60 }),
		cadenceOf({ ...pace, carries: 'both', access: 'stream', reached: 3600 }),
		cadenceOf({ ...pace, carries: 'both', access: 'in place' }),
		cadenceOf({ ...pace, carries: 'changes', reached: 300 }),
		cadenceOf({ ...pace, carries: 'both', reached: 3600 }),
		cadenceOf({ ...pace, carries: 'both' }),
	]).toEqual(['once', 'continuous', 'continuous', 'continuous', 'every 1 h', 'every 1 day']);
});

test('work behind several flows keeps up with the most demanding one, and runs once behind what comes once', () => {
	expect(jobCadence([Number.POSITIVE_INFINITY, day, 3600])).toBe('every 1 h');
	expect(jobCadence([Number.POSITIVE_INFINITY])).toBe('once');
});

test('a cadence is told in seconds again', () => {
	expect(['continuous', 'once', 'every 15 min', 'every 1 h', 'every 7 days', 'now and then'].map(secondsOf)).toEqual([
		0,
		Number.POSITIVE_INFINITY,
		900,
		3600,
		7 * day,
		undefined,
	]);
});
