import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Estate } from '../../source/estate/estate.ts';
import { estateLines } from '../../source/estate/estate-lines.ts';
import { parseEstate } from '../../source/estate/parse-estate.ts';
import { printEstate } from '../../source/estate/print-estate.ts';
import { facts } from '../../source/facts/index.ts';
import { largeEstate } from '../peers/large-account.ts';
import { estates } from './arbitrary.ts';

/** A text read line by line; undefined where it has to be read as a whole. */
function read(text: string): Estate | undefined {
	const lines = estateLines(facts);
	for (const line of text.split('\n').slice(0, -1)) if (!lines.take(line)) break;
	return lines.estate();
}
const text = printEstate(largeEstate(300));

test('a printed estate is read line by line as it is read as a whole', () => {
	expect(read(text)).toEqual(parseEstate(text, 'estate.json'));
});

test('statements and names that are alike are held once', () => {
	const { sources = [] } = read(text) ?? {};
	const owners = new Set(sources.flatMap((source) => source.facts.owner ?? []));
	expect(owners.size).toBeGreaterThan(1);
	expect(owners.size).toBeLessThan(20);
});

test('whatever is printed is read the same, or left to be read as a whole', () => {
	let byLine = 0;
	fc.assert(
		fc.property(estates, (estate) => {
			const printed = printEstate(estate);
			const found = read(printed);
			if (found === undefined) return;
			byLine += estate.sources.length;
			expect(found).toEqual(parseEstate(printed, 'estate.json'));
		}),
		{ numRuns: 200 },
	);
	expect(byLine).toBeGreaterThan(50);
});

test.each([
	['is cut off', text.split('\n').slice(0, -20).join('\n')],
	['is laid out otherwise', `${JSON.stringify(largeEstate(5))}\n`],
	['has a source twice', text.replace(/\n(\t\t\{"id":"arn[^\n]*,)\n/, '\n$1\n$1\n')],
	['names a place that is not there', text.replace(/"place":"aws[^"]*"/, '"place":"nowhere"')],
	['has a value that the vocabulary refuses', text.replace(/"volume":\{"value":[^,]*/, '"volume":{"value":"much"')],
	['has an unknown family', text.replace(/"family":"[^"]*"/, '"family":"heap"')],
	['leaves a brace out', text.replace('"facts":{"', '"facts":"')],
])('a file that %s is left to be read as a whole', (_, other) => {
	expect(other).not.toBe(text);
	expect(read(other)).toBeUndefined();
});
