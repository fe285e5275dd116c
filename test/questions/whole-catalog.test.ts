import { expect, test } from 'vitest';
import { advise } from '../../source/advice/advise.ts';
import type { Given } from '../../source/advice/ground/ground.ts';
import { catalog } from '../../source/catalog/index.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import { facts } from '../../source/facts/index.ts';
import { questions } from '../../source/questions/questions.ts';
import { chanceOf } from '../peers/chance.ts';
import { largeEstate } from '../peers/large-account.ts';
import { spotsOf } from './open-estates.ts';
import { bruteForce, type Missed } from './rounds.ts';

/** A longer run: HEADWATER_BRUTE_SOURCES=200 HEADWATER_BRUTE_PAIRS=6000 HEADWATER_BRUTE_SEED=11. */
const sources = Number(process.env.HEADWATER_BRUTE_SOURCES ?? 12);
const pairs = Number(process.env.HEADWATER_BRUTE_PAIRS ?? 60);
const seed = Number(process.env.HEADWATER_BRUTE_SEED ?? 5);

const told = ({ spot: { fact, id }, value, beside }: Missed): string =>
	[`${fact} of ${id}: ${value}`, ...beside.map((one) => `${one.spot.fact} of ${one.spot.id}: ${one.value}`)].join(
		' with ',
	);

test('over the whole catalogue no fact is left unasked that could change a route, alone or beside one other', {
	timeout: 60_000 + sources * 2_000 + pairs * 1_000,
}, () => {
	const given: Given = {
		estate: largeEstate(sources, seed),
		answers: noAnswers,
		vocabulary: facts,
		catalog,
		today: '2026-11-22',
	};
	const asked = questions({ ...given, advice: advise(given) });
	const spots = spotsOf(given);
	const unasked = spots.filter(
		({ fact, scope, id }) =>
			!asked.some(
				(one) => one.fact === fact && one.scope === scope && (scope === 'workload' || one.about.includes(id)),
			),
	);
	// Much is asked and far more is not, so that there is something to find.
	expect(asked.length).toBeGreaterThan(10);
	expect(unasked.length).toBeGreaterThan(spots.length / 2);
	// It finds what is asked, were it not.
	const withheld = spots.filter((spot) => !unasked.includes(spot) && spot.scope === 'source');
	expect(bruteForce(given, spots, withheld).singles().length).toBeGreaterThan(0);
	const force = bruteForce(given, spots, unasked);
	expect(force.singles().map(told)).toEqual([]);
	expect(force.pairs(pairs, chanceOf(seed)).map(told)).toEqual([]);
});
