import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Given, layGround } from '../../source/advice/ground/ground.ts';
import { choicesOf } from '../../source/advice/routing/forced.ts';
import { planPlaces } from '../../source/advice/routing/plan-places.ts';
import { catalog } from '../../source/catalog/index.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import type { Source } from '../../source/estate/estate.ts';
import { facts } from '../../source/facts/index.ts';
import { days, minutes } from '../../source/facts/units.ts';
import { largeEstate } from '../peers/large-account.ts';
import { opened, openings } from '../questions/open-estates.ts';
import { naiveRoutes, routeText } from './naive-planner.ts';
import { plannedIn } from './planned-in.ts';

const runs = Number(process.env.HEADWATER_NAIVE_RUNS ?? 6);

function routesOf(given: Given): readonly string[] {
	const ground = layGround(given);
	return planPlaces(ground, choicesOf(given))
		.flatMap((place) => [
			...plannedIn(ground, place).map(({ source, arrangement }) =>
				routeText(source, place.option, arrangement?.carriers ?? []),
			),
			...place.leftOut.map((source) => routeText(source, place.option, [])),
		])
		.toSorted();
}

/** Answers for the workload, a site, sources by pattern and by name, and choices. */
const answered = fc.record({
	deadline: fc.constantFrom(days(2), days(20), days(200)),
	hour: fc.constantFrom(10, 100),
	freshness: fc.constantFrom(minutes(1), minutes(30), days(1)),
	link: fc.constantFrom('internet', 'direct-connect', 'none'),
	scoring: fc.constantFrom('batch', 'online'),
	strategy: fc.constantFrom(undefined, 'data-lake', 'federation'),
	service: fc.constantFrom('glue-jdbc', 'data-firehose', 'datasync'),
	line: fc.constantFrom('internet', 'site-to-site-vpn', 'direct-connect'),
});

test('without table, classes, compiled rules or anything remembered the routes are the same: many kinds, with gaps and answers', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 1e6 }), answered, (seed, said) => {
			const estate = largeEstate(250, seed);
			const [first, second] = estate.sources;
			const answers = {
				...noAnswers,
				workload: { deadline: said.deadline, 'cost.hour': said.hour, scoring: said.scoring },
				places: { 'site-0': { 'link.kind': said.link } },
				sources: {
					'arn:aws:*': { freshness: said.freshness },
					[first?.id ?? '']: { residency: 'eu', volume: 'unknown' },
					[second?.id ?? '']: { use: 'none' },
				},
				choices: {
					routes: { 'arn:aws:rds*': said.service, '*1': said.line },
					...(said.strategy !== undefined && { strategy: said.strategy }),
				},
			};
			const given: Given = { estate, answers, vocabulary: facts, catalog, today: '2026-11-24' };
			expect(routesOf(given)).toEqual(naiveRoutes(given).toSorted());
		}),
		{ numRuns: runs },
	);
}, 60_000);

test('without table, classes, compiled rules or anything remembered the routes are the same: whatever is known of three sources', () => {
	fc.assert(
		fc.property(openings, (known) => {
			const given = opened(known);
			expect(routesOf(given)).toEqual(naiveRoutes(given).toSorted());
		}),
		{ numRuns: runs * 10 },
	);
});

/** Amounts that decide at nothing, or by being unknown. */
const amounts = ['volume', 'change', 'records', 'objects', 'rows', 'replay', 'consumers'] as const;

/** A source as it is, or with some of its amounts nothing, assumed to be nothing, or unknown: which, the digits of `how` in base 4 say. */
function turned(source: Source, how: number): Source {
	const facts = { ...source.facts };
	amounts.forEach((fact, index) => {
		const state = Math.floor(how / 4 ** index) % 4;
		if (state === 1) facts[fact] = { value: 0, from: 'declared', evidence: 'test', at: '' };
		if (state === 3) facts[fact] = { value: 0, from: 'assumed', evidence: 'test', at: '' };
		if (state === 2) delete facts[fact];
	});
	return { ...source, id: `${source.id}/${how}`, facts };
}

test('sources that differ only in amounts that are nothing, unknown or some go their own ways', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 1e6 }),
			fc.array(fc.integer({ min: 0, max: 4 ** amounts.length - 1 }), { minLength: 4, maxLength: 6 }),
			(seed, ways) => {
				const estate = largeEstate(25, seed);
				const sources = estate.sources.flatMap((source) => [
					source,
					turned(source, 1),
					turned(source, 2),
					turned(source, 3),
					// The same of what comes, of how many there are, and of all.
					...[2, 3].map((state) => turned(source, state * 4)),
					...[2, 3].map((state) => turned(source, state * 4 ** 3)),
					...[2, 3].map((state) => turned(source, (state * (4 ** amounts.length - 1)) / 3)),
					...ways.map((how) => turned(source, how)),
				]);
				const own = [...new Map(sources.map((source) => [source.id, source])).values()];
				const given: Given = {
					estate: { ...estate, sources: own },
					answers: noAnswers,
					vocabulary: facts,
					catalog,
					today: '2026-11-24',
				};
				expect(routesOf(given)).toEqual(naiveRoutes(given).toSorted());
			},
		),
		{ numRuns: runs, endOnFailure: true },
	);
}, 60_000);
