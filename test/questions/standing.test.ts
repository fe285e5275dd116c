import { expect, test } from 'vitest';
import { advise } from '../../source/advice/advise.ts';
import type { Given } from '../../source/advice/ground/ground.ts';
import { catalog } from '../../source/catalog/index.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import { facts } from '../../source/facts/index.ts';
import type { Question } from '../../source/questions/question.ts';
import { askingIn, questions } from '../../source/questions/questions.ts';
import { whole } from '../../source/questions/slices.ts';
import { largeEstate } from '../peers/large-account.ts';

/** A longer run: HEADWATER_STANDING_SOURCES=2000 HEADWATER_STANDING_SEEDS=6; trying 10,000 one by one takes about a minute. */
const sources = Number(process.env.HEADWATER_STANDING_SOURCES ?? 300);
const seeds = Array.from({ length: Number(process.env.HEADWATER_STANDING_SEEDS ?? 2) }, (_, index) => index + 1);

const estateOf = (seed: number): Given => ({
	estate: largeEstate(sources, seed),
	answers: noAnswers,
	vocabulary: facts,
	catalog,
	today: '2026-11-22',
});

/** What is asked if every source is tried, and if some stand for all. */
function bothWays(seed: number): readonly [readonly Question[], readonly Question[]] {
	const given = estateOf(seed);
	const all = whole(askingIn({ ...given, advice: advise(given) }, { each: sources }));
	return [all, questions({ ...given, advice: advise(given) })];
}

/** How far numbers lie from those that they stand for, all together, as a share of these. */
function off(pairs: readonly (readonly [number, number])[]): number {
	const all = pairs.reduce((sum, [wanted]) => sum + wanted, 0);
	return pairs.reduce((sum, [wanted, got]) => sum + Math.abs(got - wanted), 0) / all;
}

const of = (some: readonly Question[]): ReadonlyMap<string, Question> => new Map(some.map((one) => [one.id, one]));

test.each(seeds)(
	'where some stand for all the questions are those of trying every source (estate %i)',
	{
		timeout: 60_000 + sources * 100,
	},
	(seed) => {
		const [every, some] = bothWays(seed);
		const asked = of(some);
		const known = of(every);
		// Nothing is asked for nothing, and what is left out would decide beside others only, for one source in a thousand.
		expect(some.filter(({ id }) => !known.has(id))).toEqual([]);
		const missed = every.filter(({ id }) => !asked.has(id));
		expect(missed.filter(({ weight: [count, dollars] }) => count > sources / 1000 || dollars > 0)).toEqual([]);
		expect(missed.length).toBeLessThanOrEqual(1);
		// The first twenty are the same, each at most one place from where it would stand.
		const places = new Map(some.map(({ id }, index) => [id, index]));
		const moved = every.slice(0, 20).map(({ id }, index) => Math.abs((places.get(id) ?? every.length) - index));
		expect(Math.max(...moved)).toBeLessThanOrEqual(1);
		// What they weigh in sources is the same but for a fiftieth, and so are the sources that they are about.
		const pairs = every.flatMap((one) => {
			const other = asked.get(one.id);
			return other ? [[one, other] as const] : [];
		});
		expect(off(pairs.map(([one, other]) => [one.weight[0], other.weight[0]]))).toBeLessThan(0.02);
		const about = pairs.map(([one, other]): readonly [number, number] => {
			const both = new Set([...one.about, ...other.about]).size;
			return [one.about.length, 2 * both - other.about.length];
		});
		expect(off(about)).toBeLessThan(0.04);
	},
);

test.each([40, 700])(
	'asking in slices gives the same questions, and at pause %i the table is as it was',
	{
		timeout: 60_000,
	},
	(looking) => {
		const given = estateOf(3);
		const [advice, other] = [advise(given), advise(given)];
		const slices = askingIn({ ...given, advice }, { isDue: () => true });
		let pauses = 0;
		let step = slices.next();
		while (!step.done) {
			pauses += 1;
			// Explanations are worked out from the table when they are first read.
			if (pauses === looking) expect(JSON.stringify(advice.flows)).toBe(JSON.stringify(other.flows));
			step = slices.next();
		}
		expect(pauses).toBeGreaterThan(1000);
		expect(step.value).toEqual(questions({ ...given, advice: other }));
	},
);
