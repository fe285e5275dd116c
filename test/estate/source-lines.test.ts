import { expect, test } from 'vitest';
import { emptyEstate } from '../../source/estate/estate.ts';
import { estateText, printEstate } from '../../source/estate/print-estate.ts';
import { sourceLines } from '../../source/estate/source-lines.ts';
import { largeEstate } from '../peers/large-account.ts';

const read = (text: string) => {
	const lines = sourceLines('estate.json');
	const sources = text.split('\n').flatMap((line) => lines.take(line) ?? []);
	lines.end();
	return sources;
};

test('the sources of a printed estate come back line by line, none where there are none', () => {
	const estate = largeEstate(500);
	expect(read(printEstate(estate))).toEqual(JSON.parse(printEstate(estate)).sources);
	expect(read(printEstate(emptyEstate))).toEqual([]);
});

test('an estate whose sources come one by one is the same text', () => {
	const estate = largeEstate(50);
	const streamed = { ...estate, sources: estate.sources.values() };
	expect([...estateText(streamed)].join('')).toBe(printEstate(estate));
});

test.each([
	[
		'that was cut off',
		printEstate(largeEstate(50)).split('\n').slice(0, -20).join('\n'),
		'ends in the middle of its sources',
	],
	['that somebody printed otherwise', JSON.stringify(largeEstate(5)), 'has no list of sources with a line for each'],
	[
		'with a source over several lines',
		'\t"sources": [\n\t\t{\n\t\t\t"id": "a"\n',
		'line 2: no source stands on this line',
	],
])('a file %s is refused with its name', (_, text, says) => {
	expect(() => read(text)).toThrow(
		expect.objectContaining({ code: 'estate-lines', message: expect.stringContaining(says) }),
	);
});
