import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AdvisedFlow } from '../../../source/advice/advice.ts';
import { advise } from '../../../source/advice/advise.ts';
import type { Given } from '../../../source/advice/ground/ground.ts';
import type { FlowSum } from '../../../source/advice/streamed/flow-sums.ts';
import { routerFor } from '../../../source/advice/streamed/router.ts';
import { catalog } from '../../../source/catalog/index.ts';
import { noAnswers } from '../../../source/estate/answers.ts';
import { facts } from '../../../source/facts/index.ts';
import { days, minutes } from '../../../source/facts/units.ts';
import { largeEstate } from '../../peers/large-account.ts';

/** Lines and flows of an estate, as far as both ways of planning tell them. */
interface Told {
	readonly lines: readonly unknown[];
	readonly flows: readonly unknown[];
	readonly unserved: readonly string[];
}

function whole(given: Given): Told {
	const { paths, flows, unserved } = advise(given);
	const told = ({ place, sources, winner }: AdvisedFlow) => {
		const { route, carries, access, strategy, outcome, assuming, estimate, late, stale, dollars } = winner;
		return { place, sources, route, carries, access, strategy, outcome, assuming, estimate, late, stale, dollars };
	};
	return {
		lines: paths.map(({ place, service, mode, estimate }) => [place, service, mode, estimate]),
		flows: inOrder(flows.map(told)),
		unserved: unserved.map(({ source }) => source).toSorted(),
	};
}

function streamed(given: Given, atOnce: number): Told {
	const { sources, links, ...rest } = given.estate;
	const buckets = new Map(sources.filter(({ family }) => family === 'object').map((source) => [source.id, source]));
	const router = routerFor({ ...given, estate: { ...rest, links, sources: [] } }, buckets, atOnce);
	for (const source of sources) router.add(source);
	const places = router.places();
	const told = (place: string, { ids, count, largest: _, ...flow }: FlowSum) => {
		const sources: string[] = JSON.parse(`[${ids().join(',')}]`);
		expect(count).toBe(sources.length);
		return { place, sources, ...flow };
	};
	return {
		lines: places.map(({ id, line, estimate }) => [id, line?.service, line?.mode, estimate]),
		flows: inOrder(places.flatMap(({ id, flows }) => flows.map((flow) => told(id, flow)))),
		unserved: places.flatMap(({ without, leftOut }) => [...without, ...leftOut]).toSorted(),
	};
}

const inOrder = <T>(flows: readonly T[]): readonly T[] =>
	flows
		.map((flow) => [JSON.stringify(flow), flow] as const)
		.toSorted(([a], [b]) => (a < b ? -1 : 1))
		.map(([, flow]) => flow);

const given = (count: number, seed: number, answers: Given['answers'] = noAnswers): Given => ({
	...{ estate: largeEstate(count, seed), answers, vocabulary: facts, catalog, today: '2026-11-24' },
});

test('sources that come one by one get the lines, flows and amounts that they get together, however many are planned at once', () => {
	fc.assert(
		fc.property(
			fc.record({
				seed: fc.integer({ min: 1, max: 1e6 }),
				atOnce: fc.constantFrom(1, 7, 64, 1000),
				deadline: fc.constantFrom(days(2), days(20), days(200)),
				freshness: fc.constantFrom(minutes(1), days(1)),
				link: fc.constantFrom('internet', 'direct-connect', 'none'),
				service: fc.constantFrom('glue-jdbc', 'data-firehose', 'datasync'),
				line: fc.constantFrom('internet', 'site-to-site-vpn', 'direct-connect'),
			}),
			({ seed, atOnce, deadline, freshness, link, service, line }) => {
				const count = atOnce === 1 ? 60 : 250;
				const { sources } = largeEstate(count, seed);
				const asked = given(count, seed, {
					...noAnswers,
					workload: { deadline },
					places: { 'site-0': { 'link.kind': link, bandwidth: 100e6 } },
					sources: { 'arn:aws:*': { freshness }, [sources[1]?.id ?? '']: { use: 'none' } },
					choices: { routes: { 'arn:aws:rds*': service, '*1': line } },
				});
				expect(streamed(asked, atOnce)).toEqual(whole(asked));
			},
		),
		{ numRuns: Number(process.env.HEADWATER_STREAMED_RUNS ?? 6) },
	);
});

test('a link into a bucket counts wherever in the estate the bucket stands', () => {
	const { estate, ...rest } = given(200, 7, {
		...noAnswers,
		sources: { '*': { 'copy.age': 3600, freshness: days(1) } },
	});
	const bucket = estate.sources.find(({ family }) => family === 'object');
	const links = estate.sources.map(({ id }) => ({ from: id, to: bucket?.id ?? '', by: 'an export' }));
	const linked = { ...rest, estate: { ...estate, links } };
	expect(whole(linked)).not.toEqual(whole({ ...rest, estate }));
	expect(streamed(linked, 16)).toEqual(whole(linked));
});

test('sources of places with like lines, in AWS and outside of it, come in any order', () => {
	const { estate, ...rest } = given(1500, 11);
	const site = estate.places.find(({ where }) => where === 'on-premises') ?? expect.fail('no site');
	const places = [0, 1, 2].map((number) => ({ ...site, id: `twin-${number}` }));
	// Ids of which one follows on one of AWS.
	const sources = estate.sources
		.filter(({ place }) => place === site.id)
		.flatMap((source, index) => [
			{ ...source, id: `${estate.sources[7 * index]?.id} at twin`, place: `twin-${index % 3}` },
			...estate.sources.slice(7 * index, 7 * index + 7),
		])
		.toSorted((a, b) => (a.id < b.id ? -1 : 1));
	const asked = { ...rest, estate: { ...estate, places: [...estate.places, ...places], sources } };
	for (const atOnce of [3, 32]) expect(streamed(asked, atOnce)).toEqual(whole(asked));
});
