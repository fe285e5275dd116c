import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Advice, AdvisedFlow } from '../../source/advice/advice.ts';
import { advise } from '../../source/advice/advise.ts';
import type { Given } from '../../source/advice/ground/ground.ts';
import type { Facts } from '../../source/estate/estate.ts';
import { knower } from '../../source/estate/known.ts';
import type { FactValue } from '../../source/facts/fact.ts';
import { facts } from '../../source/facts/index.ts';
import { judge } from '../../source/rules/verdict.ts';
import { whole } from './whole.ts';
import { today, wildEstates, wildSource } from './wild-estates.ts';

/** How many estates each property is tried on; a longer run: HEADWATER_WILD_RUNS=2000. */
const numRuns = Number(process.env.HEADWATER_WILD_RUNS ?? 25);
const within = { timeout: 60_000 + numRuns * 400 };

const said = (values: Readonly<Record<string, FactValue>>): Facts =>
	Object.fromEntries(
		Object.entries(values).map(([key, value]) => [key, { value, from: 'declared' as const, evidence: 'test', at: '' }]),
	);
const withEstate = (one: Given, change: Partial<Given['estate']>): Given => ({
	...one,
	estate: { ...one.estate, ...change },
});
const routesOf = ({ flows }: Advice, id: string): readonly string[] =>
	flows
		.filter(({ sources }) => sources.includes(id))
		.map(({ winner }) => `${winner.carries} ${winner.route.map(({ service, mode }) => `${service}:${mode}`).join('>')}`)
		.toSorted();
const historyOf = ({ flows }: Advice, id: string): AdvisedFlow | undefined =>
	flows.find(({ sources, winner }) => sources.includes(id) && winner.carries !== 'changes');
const timeOf = (flow: AdvisedFlow | undefined): number =>
	(flow?.winner.estimate.lead ?? 0) + (flow?.winner.estimate.complete ?? Number.NaN);

describe('over the whole catalogue and whatever is known of an estate', () => {
	test('nothing that takes nobody new, and nothing whose confirmed requirement fails, is recommended', within, () => {
		fc.assert(
			fc.property(wildEstates, (one) => {
				const { flows } = advise(one);
				const know = knower(one.estate, one.answers, one.vocabulary);
				const wrong = flows.flatMap(({ sources, winner }) =>
					sources.flatMap((id) => {
						const source = one.estate.sources.find((each) => each.id === id);
						return winner.route.flatMap(({ service, mode }) => {
							const record = one.catalog.services[service];
							if (!source || !record || record.slot === 'path') return [];
							const { availability } = record;
							const shut =
								availability.state !== 'open' &&
								availability.state !== 'ending' &&
								availability.on <= today &&
								(availability.existing === undefined || know(undefined, availability.existing)?.value !== true);
							const failing = [...record.requires, ...(record.modes[mode]?.requires ?? [])].filter(
								({ that, sure, quota }) =>
									sure && quota === undefined && judge(that, (fact) => read(one, id, fact)).outcome === 'fails',
							);
							return [
								...(shut ? [`${service} is closed`] : []),
								...failing.map(({ because }) => `${service}: ${because}`),
							];
						});
					}),
				);
				expect(wrong).toEqual([]);
			}),
			{ numRuns },
		);
	});

	test('the order of sources and places says nothing', within, () => {
		fc.assert(
			fc.property(wildEstates, (one) => {
				const turned = withEstate(one, {
					sources: one.estate.sources.toReversed(),
					places: one.estate.places.toReversed(),
				});
				expect(whole(advise(turned))).toEqual(whole(advise(one)));
			}),
			{ numRuns },
		);
	});

	test('a source in a place of its own changes no other route', within, () => {
		fc.assert(
			fc.property(wildEstates, wildSource('z', fc.constant('moor')), (one, more) => {
				const moor = { id: 'moor', title: 'Moor', where: 'on-premises' as const, facts: {} };
				const grown = withEstate(one, {
					sources: [...one.estate.sources, more],
					places: [...one.estate.places, moor],
				});
				const [before, after] = [advise(one), advise(grown)];
				const ids = one.estate.sources.map(({ id }) => id);
				expect(ids.map((id) => routesOf(after, id))).toEqual(ids.map((id) => routesOf(before, id)));
			}),
			{ numRuns },
		);
	});

	test('more bandwidth makes nothing late that was in time', within, () => {
		fc.assert(
			fc.property(wildEstates, fc.double({ min: 1, max: 50, noNaN: true }), (one, times) => {
				const widened = withEstate(one, {
					places: one.estate.places.map((place) => {
						const now = place.facts.bandwidth?.value;
						if (typeof now !== 'number') return place;
						return { ...place, facts: { ...place.facts, ...said({ bandwidth: now * times }) } };
					}),
				});
				const late = (advice: Advice) => advice.flows.reduce((sum, { winner }) => sum + (winner.late || 0), 0);
				const stale = (advice: Advice) => advice.flows.reduce((sum, { winner }) => sum + (winner.stale || 0), 0);
				const [before, after] = [advise(one), advise(widened)];
				if (before.unserved.length !== after.unserved.length) return;
				if (late(before) === 0 && before.flows.every(({ winner }) => !Number.isNaN(winner.late))) {
					expect(late(after)).toBe(0);
					if (stale(before) === 0 && before.flows.every(({ winner }) => !Number.isNaN(winner.stale)))
						expect(stale(after)).toBe(0);
				}
			}),
			{ numRuns },
		);
	});

	test('a tighter deadline never picks a slower way for the history', within, () => {
		fc.assert(
			fc.property(wildEstates, fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 }), (one, a, b) => {
				const alone = withEstate(one, { sources: one.estate.sources.slice(0, 1) });
				const at = (days: number): Given =>
					withEstate(alone, {
						sources: alone.estate.sources.map((source) => ({
							...source,
							facts: { ...source.facts, ...said({ deadline: days * 86_400 }) },
						})),
					});
				const [tight, loose] = [Math.min(a, b), Math.max(a, b)].map((days) => historyOf(advise(at(days)), 'a'));
				const [fast, slow] = [timeOf(tight), timeOf(loose)];
				if (Number.isNaN(fast) || Number.isNaN(slow)) return;
				expect(fast).toBeLessThanOrEqual(slow * (1 + 1e-9));
			}),
			{ numRuns },
		);
	});

	test('every flow says why, and every source without a route says why not', within, () => {
		fc.assert(
			fc.property(wildEstates, (one) => {
				const { flows, unserved } = advise(one);
				expect(flows.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
				expect(unserved.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
				const sentences = flows.flatMap(({ reasons, cautions }) => [...reasons, ...cautions]);
				expect(sentences.filter((text) => /NaN|undefined|Infinity|\{\w+\}/.test(text))).toEqual([]);
			}),
			{ numRuns },
		);
	});
});

/** What a rule reads of a source, without what follows from others or from its line. */
function read(one: Given, id: string, fact: string): { readonly value: FactValue } | undefined {
	const source = one.estate.sources.find((each) => each.id === id);
	if (!source) return undefined;
	const know = knower(one.estate, one.answers, one.vocabulary);
	const place = one.estate.places.find((each) => each.id === source.place);
	if (fact === 'family') return { value: source.family };
	if (fact === 'where') return place && { value: place.where };
	if (fact.startsWith('path.') || !Object.hasOwn(facts, fact)) return undefined;
	// Followers and what online scoring tightens are read by the planner alone.
	if (['freshness', 'region.same', 'account.same', 'residency.met', 'engine.release'].includes(fact)) return undefined;
	return know(source, fact);
}
