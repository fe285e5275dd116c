import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Estate } from '../../source/estate/estate.ts';
import { mergeEstates } from '../../source/estate/merge.ts';
import { parseAnswers } from '../../source/estate/parse-answers.ts';
import { parseEstate } from '../../source/estate/parse-estate.ts';
import { printAnswers } from '../../source/estate/print-answers.ts';
import { printEstate } from '../../source/estate/print-estate.ts';
import { answers, estates } from './arbitrary.ts';

const byId = <Part extends { readonly id: string }>(parts: readonly Part[]) =>
	parts.toSorted((a, b) => (a.id < b.id ? -1 : 1));

test('an estate that was printed is read back as it was, in the order of its ids', () => {
	fc.assert(
		fc.property(estates, (estate) => {
			const read = parseEstate(printEstate(estate), 'estate.json');
			expect(read.workload).toEqual(estate.workload);
			expect(read.places).toEqual(byId(estate.places));
			expect(read.sources).toEqual(byId(estate.sources));
			for (const key of ['scanned', 'links', 'gaps'] as const) {
				expect(read[key]).toHaveLength(estate[key].length);
				expect(read[key]).toEqual(expect.arrayContaining([...estate[key]]));
			}
		}),
		{ numRuns: 60 },
	);
});

test('the same estate is the same bytes, in whatever order it was found', () => {
	const turned = (estate: Estate): Estate => ({
		...estate,
		places: estate.places.toReversed(),
		sources: estate.sources.toReversed().map((source) => ({
			...source,
			facts: Object.fromEntries(Object.entries(source.facts).toReversed()),
		})),
		links: estate.links.toReversed(),
	});
	fc.assert(
		fc.property(estates, (estate) => {
			const printed = printEstate(estate);
			expect(printEstate(parseEstate(printed, 'estate.json'))).toBe(printed);
			expect(printEstate(turned(estate))).toBe(printed);
		}),
		{ numRuns: 60 },
	);
});

test('each source stands on a line of its own', () => {
	fc.assert(
		fc.property(estates, (estate) => {
			const lines = printEstate(estate).split('\n');
			for (const source of estate.sources) {
				const own = lines.filter((line) => line.startsWith(`\t\t{"id":${JSON.stringify(source.id)},"kind":`));
				expect(own).toHaveLength(1);
			}
		}),
		{ numRuns: 30 },
	);
});

test('answers that were printed are read back exactly, and printed again they are the same bytes', () => {
	fc.assert(
		fc.property(answers, (said) => {
			const printed = printAnswers(said);
			const read = parseAnswers(printed, 'answers.yaml');
			expect(read).toEqual(said);
			expect(printAnswers(read)).toBe(printed);
		}),
		{ numRuns: 150 },
	);
});

test('an estate merged with itself says nothing new', () => {
	fc.assert(
		fc.property(estates, (estate) => {
			const once = mergeEstates(estate);
			expect(printEstate(mergeEstates(estate, estate))).toBe(printEstate(once));
		}),
		{ numRuns: 40 },
	);
});
