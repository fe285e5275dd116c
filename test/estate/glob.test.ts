import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isGlob, matchesGlob } from '../../source/estate/glob.ts';

test.each([
	['*', 'arn:aws:s3:::clickstream', true],
	['arn:aws:s3:::*', 'arn:aws:s3:::clickstream', true],
	['arn:aws:s3:::*', 'arn:aws:rds:eu-central-1:1:db:orders', false],
	['*:db:orders', 'arn:aws:rds:eu-central-1:1:db:orders', true],
	['plant/?', 'plant/a', true],
	['plant/?', 'plant/', false],
	['a.c', 'abc', false],
	['a*b*c', 'a-b-b-c', true],
	['a*b*c', 'a-c-b', false],
	['', '', true],
	['?', '', false],
])('the pattern %s against %s is %s', (glob, id, matches) => {
	expect(matchesGlob(glob, id)).toBe(matches);
});

test('a pattern is told from an id by its signs', () => {
	expect(['orders', 'a*', 'a?'].map(isGlob)).toEqual([false, true, true]);
});

test('whatever stands in an id, it matches itself with any run of it left to a star', () => {
	fc.assert(
		fc.property(fc.string(), fc.string(), fc.string(), (start, middle, end) => {
			const plain = (text: string) => text.replace(/[*?]/g, '.');
			const id = plain(start) + middle + plain(end);
			expect(matchesGlob(`${plain(start)}*${plain(end)}`, id)).toBe(true);
		}),
	);
});

test('many stars do not make it slow', () => {
	const began = performance.now();
	expect(matchesGlob(`${'*a'.repeat(40)}b`, 'a'.repeat(4000))).toBe(false);
	expect(performance.now() - began).toBeLessThan(1000);
});
