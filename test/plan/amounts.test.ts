import { expect, test } from 'vitest';
import { bandwidth, duration } from '../../source/plan/amounts.ts';

test('times are told in the largest unit they fill', () => {
	expect([0.5, 60, 300, 5400, 18_000, 86_399.9, 354_240, 42 * 86_400, 416.7 * 86_400].map(duration)).toEqual([
		'0.5 s',
		'1 min',
		'5 min',
		'1.5 h',
		'5 h',
		'1 day',
		'4.1 days',
		'42 days',
		'417 days',
	]);
});

test('bandwidths are told as people order them', () => {
	expect([200e6, 12.4e6, 1e9].map(bandwidth)).toEqual(['200 Mbps', '12.4 Mbps', '1 Gbps']);
});
