import { expect, test } from 'vitest';
import { listed, routeTitle, sentence, time } from '../../../source/advice/explaining/words.ts';
import { given } from '../small-estate.ts';

test.each([
	[0, '0 s'],
	[45, '45 s'],
	[60, '1 min'],
	[90, '90 s'],
	[300, '5 min'],
	[3600, '1 h'],
	[5600, '93 min'],
	[86_400, '1 day'],
	[129_600, '36 h'],
	[599_616, '6.9 days'],
	[3_888_000, '45 days'],
	[9_072_000, '105 days'],
])('%d seconds are told as %s', (seconds, text) => {
	expect(time(seconds)).toBe(text);
});

test('names are listed as people list them', () => {
	expect([listed([]), listed(['A']), listed(['A', 'B']), listed(['A', 'B', 'C'])]).toEqual([
		'',
		'A',
		'A and B',
		'A, B and C',
	]);
});

test('a route is told with its line and how that is had', () => {
	const one = given([]);
	const ferry = { service: 'ferry', mode: 'once' };
	expect(routeTitle(one, [ferry])).toBe('Ferry');
	expect(routeTitle(one, [{ service: 'lease', mode: 'leased' }, ferry])).toBe('Ferry over The Lease (leased, 1 Gbps)');
	expect(routeTitle(one, [{ service: 'gone', mode: 'x' }])).toBe('gone');
});

test('what reads after "because" becomes a sentence', () => {
	expect(sentence('no mule reaches this place')).toBe('No mule reaches this place.');
});
