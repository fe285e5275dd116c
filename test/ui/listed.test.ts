import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Know } from '../../source/app/explaining/evaluation.ts';
import type { Documents } from '../../source/app/session/derive.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import type { Source } from '../../source/estate/estate.ts';
import { listed } from '../../source/ui/listed.ts';
import { sorts } from '../../source/ui/ordered.ts';
import { largeEstate } from '../peers/large-account.ts';

const know: Know = (about, fact) => (about && 'place' in about ? about.facts[fact] : undefined);
const documents = (sources: readonly Source[]): Documents => ({
	estate: { ...largeEstate(0), sources },
	answers: noAnswers,
});

/** Few signs, so that words occur in titles, and letters whose lower case hangs on what stands around them. */
const sign = fc.constantFrom('a', 'b', 'B', ' ', '-', 'Σ', 'ς', 'İ', '<', '>', '1', '2', 'T', 'B', 'GB');
const text = fc.string({ unit: sign, maxLength: 6 });
const sources = fc.array(
	fc.record({
		title: text,
		kind: fc.constantFrom('a table', 'b bucket'),
		terabytes: fc.option(fc.integer({ max: 3, min: 0 })),
	}),
	{ maxLength: 12 },
);

const made = (index: number, title: string, kind: string, terabytes: number | null): Source => ({
	id: `source-${index}`,
	title,
	kind,
	family: 'file',
	place: 'site',
	facts:
		terabytes === null
			? {}
			: { volume: { value: terabytes * 1e12, from: 'measured', evidence: 'test', at: '2026-11-01' } },
});

/** Filters as they come to be: signs typed at the end or before it, taken back, or all of it pasted anew. */
const filters = fc.array(fc.oneof({ weight: 6, arbitrary: sign }, fc.constantFrom('take back', 'begin'), text), {
	maxLength: 14,
});

function* typed(keys: readonly string[]): Generator<string, undefined> {
	let filter = '';
	for (const key of keys) {
		if (key === 'take back') filter = filter.slice(0, -1);
		else if (key === 'begin') filter = `a${filter}`;
		else filter += key;
		yield filter;
	}
}

test('a filter that is typed sign by sign lets the same sources through, in the same order, as when it is there at once', () => {
	fc.assert(
		fc.property(sources, filters, fc.array(fc.constantFrom(...sorts), { minLength: 1 }), (seeds, keys, orders) => {
			const all = seeds.map(({ title, kind, terabytes }, index) => made(index, title, kind, terabytes));
			let turn = 0;
			for (const filter of typed(keys)) {
				// The order changes now and then in between.
				const sort = orders[Math.floor(turn / 3) % orders.length] ?? 'found';
				turn += 1;
				const afresh = listed(documents([...all]), filter, sort, know);
				expect(listed(documents(all), filter, sort, know)).toEqual(afresh);
			}
		}),
		{ numRuns: 500 },
	);
});

test('a filter lets through exactly the sources in whose text every word occurs', () => {
	const all = largeEstate(300).sources;
	const filters = [
		'p',
		'pa',
		'pay',
		'payments',
		'payments u',
		'payments us-east',
		'ayments us-east',
		'',
		'WEB',
		'web log',
	];
	for (const filter of filters) {
		const words = filter.toLowerCase().split(' ');
		const fitting = all.filter(({ title, kind, family, place, region = '', account = '', facts }) => {
			const values = Object.values(facts).map(({ value }) => (typeof value === 'number' ? '' : value));
			const said = [title, kind, family, place, region, account, ...values].join(' ').toLowerCase();
			return words.every((word) => said.includes(word));
		});
		expect(listed(documents(all), filter, 'found', know)).toEqual(fitting);
		expect(fitting.length).toBeGreaterThan(0);
	}
});

test('a bound of the volume is not taken for more of the word that it was while it was typed', () => {
	const all = [made(0, '> old', 'a table', 0), made(1, 'new', 'a table', 2)];
	const shown = ['>', '>1', '>1T', '>1TB'].map((filter) =>
		listed(documents(all), filter, 'found', know).map(({ id }) => id),
	);
	expect(shown[0]).toEqual(['source-0']);
	expect(shown[3]).toEqual(['source-1']);
});

test('what is known anew counts at once for a bound of the volume', () => {
	const all = [made(0, 'logs', 'a table', 2)];
	const other: Know = (about, fact) => {
		const known = know(about, fact);
		return known && { ...known, value: 0 };
	};
	expect(listed(documents(all), '>1TB', 'found', know)).toHaveLength(1);
	expect(listed(documents(all), '>1TB', 'found', other)).toHaveLength(0);
});
