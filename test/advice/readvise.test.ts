import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advise, readvise } from '../../source/advice/advise.ts';
import type { Given } from '../../source/advice/ground/ground.ts';
import { catalog } from '../../source/catalog/index.ts';
import { type Answer, type Answers, noAnswers, notSure } from '../../source/estate/answers.ts';
import type { Estate } from '../../source/estate/estate.ts';
import type { Fact, FactValue } from '../../source/facts/fact.ts';
import { derivedKeys, facts } from '../../source/facts/index.ts';
import { largeEstate } from '../peers/large-account.ts';
import { whole } from './whole.ts';
import { wildEstates } from './wild-estates.ts';

const runs = Number(process.env.HEADWATER_READVISE_RUNS ?? 5);

/** Any value of a fact that somebody could answer, or that nobody is sure. */
function answerTo(fact: Fact): fc.Arbitrary<Answer> {
	const values = (): fc.Arbitrary<FactValue> => {
		switch (fact.type) {
			case 'quantity':
				return fc.constantFrom(...fact.plausible, Math.sqrt(Math.max(1, fact.plausible[0]) * fact.plausible[1]));
			case 'choice':
				return fc.constantFrom(...fact.values);
			case 'choices':
				return fc.subarray([...fact.values], { maxLength: 2 });
			case 'yes-no':
				return fc.boolean();
			default:
				return fc.constantFrom('us-east-1', 'eu-central-1', 'eu', 'anywhere');
		}
	};
	const assumed = fact.assume === undefined ? [] : [{ weight: 2, arbitrary: fc.constant<FactValue>(fact.assume) }];
	return fc.oneof({ weight: 5, arbitrary: values() }, { weight: 1, arbitrary: fc.constant(notSure) }, ...assumed);
}

const asked = Object.entries<Fact>(facts).filter(([key, fact]) => !derivedKeys.has(key) && fact.type !== 'text');
const texts = Object.entries(facts).filter(([key]) => ['training.region', 'residency'].includes(key));

/** Up to a few facts with an answer each. */
const answerSet = (most: number) =>
	fc
		.uniqueArray(fc.constantFrom(...asked, ...asked, ...texts), { maxLength: most, selector: ([key]) => key })
		.chain((some) => fc.record(Object.fromEntries(some.map(([key, fact]) => [key, answerTo(fact)]))));

const answersAbout = ({ sources, places }: Estate): fc.Arbitrary<Answers> =>
	fc.record({
		version: fc.constant(1 as const),
		workload: answerSet(2),
		places: fc.dictionary(fc.constantFrom(...places.map(({ id }) => id)), answerSet(2), { maxKeys: 1 }),
		sources: fc.dictionary(
			fc.constantFrom('arn:aws:*', '*', ...sources.slice(0, 9).map(({ id }) => id)),
			answerSet(2),
			{
				maxKeys: 2,
			},
		),
		choices: fc.record({
			routes: fc.dictionary(
				fc.constantFrom('*rds*', '*', ...sources.slice(0, 3).map(({ id }) => id)),
				fc.constantFrom('glue-jdbc', 'dms', 'data-firehose', 'site-to-site-vpn', 'direct-connect'),
				{ maxKeys: 1 },
			),
		}),
	});

/** Follows answers one after the other, each from the advice before it, and compares with advice from the beginning. */
function expectSame(given: Given, all: readonly Answers[]): void {
	let advice = advise(given);
	const first = JSON.stringify(advice);
	const before = advice;
	for (const answers of all) {
		const now = { ...given, answers };
		advice = readvise(advice, now);
		expect(whole(advice)).toEqual(whole(advise(now)));
	}
	expect(JSON.stringify(before)).toBe(first);
}

describe('advice for other answers is what it would be from the beginning, and leaves the one before as it was', () => {
	test('in a large company, one answer after the other', () => {
		const cases = fc.integer({ min: 1, max: 1e6 }).chain((seed) => {
			const estate = largeEstate(90, seed);
			return fc.tuple(fc.constant(estate), fc.array(answersAbout(estate), { minLength: 1, maxLength: 2 }));
		});
		fc.assert(
			fc.property(cases, ([estate, all]) => {
				expectSame({ estate, answers: noAnswers, vocabulary: facts, catalog, today: '2026-11-24' }, all);
			}),
			{ numRuns: runs, endOnFailure: true },
		);
	}, 120_000);

	test('where somebody says of one of two like sources what is assumed of both, so that only who said it differs', () => {
		const usual = asked.flatMap(([key, { about, assume }]) =>
			about === 'source' && assume !== undefined ? [[key, assume] as const] : [],
		);
		const said = (id: string, keys: typeof usual): Answers => ({
			...noAnswers,
			sources: { [id]: Object.fromEntries(keys) },
		});
		const cases = fc
			.integer({ min: 1, max: 1e6 })
			.chain((seed) => {
				const estate = largeEstate(30, seed);
				return fc.tuple(fc.constant(estate), fc.constantFrom(...estate.sources));
			})
			.chain(([estate, source]) => {
				const twin = { ...source, id: `${source.id}/twin` };
				const answers = fc
					.tuple(fc.constantFrom(source.id, twin.id), fc.subarray(usual, { minLength: 1 }))
					.map(([id, keys]) => said(id, keys));
				return fc.tuple(
					fc.constant({ ...estate, sources: [source, twin] }),
					fc.array(answers, { minLength: 1, maxLength: 2 }),
				);
			});
		fc.assert(
			fc.property(cases, ([estate, all]) => {
				expectSame({ estate, answers: noAnswers, vocabulary: facts, catalog, today: '2026-11-24' }, all);
			}),
			{ numRuns: runs * 6, endOnFailure: true },
		);
	}, 120_000);

	test('in another currency every amount is written anew', () => {
		const estate = largeEstate(90, 7);
		const euros = { ...noAnswers, workload: { 'cost.currency': 'EUR', 'cost.rate': 0.9 } };
		const given = { estate, answers: noAnswers, vocabulary: facts, catalog, today: '2026-11-24' };
		expectSame(given, [euros, { ...noAnswers, workload: { ...euros.workload, 'cost.rate': 0.8 } }, noAnswers]);
	});

	test('whatever is known of four sources at three places', () => {
		const cases = wildEstates.chain((given) =>
			fc.tuple(fc.constant(given), fc.array(answersAbout(given.estate), { minLength: 1, maxLength: 3 })),
		);
		fc.assert(
			fc.property(cases, ([given, all]) => expectSame(given, all)),
			{ numRuns: runs * 6, endOnFailure: true },
		);
	}, 120_000);
});
