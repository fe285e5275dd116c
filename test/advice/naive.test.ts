import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Given, layGround } from '../../source/advice/ground/ground.ts';
import { choicesOf } from '../../source/advice/routing/forced.ts';
import { planPlaces } from '../../source/advice/routing/plan-places.ts';
import { catalog } from '../../source/catalog/index.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import { facts } from '../../source/facts/index.ts';
import { days, minutes } from '../../source/facts/units.ts';
import { largeEstate } from '../peers/large-account.ts';
import { opened, openings } from '../questions/open-estates.ts';
import { naiveRoutes, routeText } from './naive-planner.ts';

const runs = Number(process.env.HEADWATER_NAIVE_RUNS ?? 6);

function routesOf(given: Given): readonly string[] {
	const places = planPlaces(layGround(given), choicesOf(given));
	return places
		.flatMap(({ planned, leftOut, option }) => [
			...planned.map(({ source, arrangement }) => routeText(source, option, arrangement?.carriers ?? [])),
			...leftOut.map((source) => routeText(source, option, [])),
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
					routes: { 'arn:aws:rds*': said.service },
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
