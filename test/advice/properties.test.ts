import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Advice, AdvisedFlow } from '../../source/advice/advice.ts';
import { advise } from '../../source/advice/advise.ts';
import type { Given } from '../../source/advice/ground/ground.ts';
import type { Source } from '../../source/estate/estate.ts';
import { days, megabits } from '../../source/facts/units.ts';
import { opened, openings, spotsOf } from '../questions/open-estates.ts';
import { answering, declared, source } from './small-estate.ts';
import { whole } from './whole.ts';

const flowsOf = ({ flows }: Advice, id: string): readonly AdvisedFlow[] =>
	flows.filter(({ sources }) => sources.includes(id));
const routeOf = (advice: Advice, id: string): string =>
	flowsOf(advice, id)
		.map(({ winner }) => winner.route.map(({ service, mode }) => `${service}:${mode}`).join('>'))
		.join(' + ');
const routesOf = (advice: Advice, ids: readonly string[]) => ids.map((id) => `${id} = ${routeOf(advice, id)}`);
const withEstate = (one: Given, change: Partial<Given['estate']>): Given => ({
	...one,
	estate: { ...one.estate, ...change },
});
const saying = (one: Given, id: string, said: Parameters<typeof declared>[0]): Given =>
	withEstate(one, {
		sources: one.estate.sources.map(
			(each): Source => (each.id === id ? { ...each, facts: { ...each.facts, ...declared(said) } } : each),
		),
	});
const atTheRiver = (one: Given, said: Parameters<typeof declared>[0]): Given =>
	withEstate(one, {
		places: one.estate.places.map((place) =>
			place.id === 'river' ? { ...place, facts: { ...place.facts, ...declared(said) } } : place,
		),
	});
const ids = ['events', 'files', 'tables'];
const timeOf = ({ estimate: { lead = 0, complete = Number.NaN } }: AdvisedFlow['winner']): number => lead + complete;

describe('whatever is known of three sources', () => {
	test('the order in which sources and places are told says nothing', () => {
		fc.assert(
			fc.property(openings, (known) => {
				const one = opened(known);
				const turned = withEstate(one, {
					sources: one.estate.sources.toReversed(),
					places: one.estate.places.toReversed(),
				});
				expect(whole(advise(turned))).toEqual(whole(advise(one)));
			}),
			{ numRuns: 60 },
		);
	});

	test('more bandwidth never makes data late, nor stale where nothing was late', () => {
		fc.assert(
			fc.property(openings, fc.double({ min: 1, max: 50, noNaN: true }), (known, times) => {
				const one = opened(known);
				const sum = (advice: Advice, of: 'late' | 'stale') =>
					advice.flows.reduce((total, { winner }) => total + (winner[of] || 0), 0);
				const before = advise(one);
				const after = advise(atTheRiver(one, { bandwidth: megabits(200) * times }));
				expect(sum(after, 'late')).toBeLessThanOrEqual(sum(before, 'late') * (1 + 1e-9));
				if (sum(before, 'late') === 0) expect(sum(after, 'stale')).toBeLessThanOrEqual(sum(before, 'stale'));
			}),
			{ numRuns: 100 },
		);
	});

	test('a tighter deadline never picks a slower route', () => {
		fc.assert(
			fc.property(openings, fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 90 }), (known, a, b) => {
				const one = opened(known);
				const [tight, loose] = [Math.min(a, b), Math.max(a, b)].map((deadline) =>
					flowsOf(advise(saying(one, 'files', { deadline: days(deadline) })), 'files').find(
						({ winner }) => winner.carries !== 'changes',
					),
				);
				if (!tight || !loose || Number.isNaN(timeOf(tight.winner) + timeOf(loose.winner))) return;
				expect(timeOf(tight.winner)).toBeLessThanOrEqual(timeOf(loose.winner) * (1 + 1e-9));
			}),
			{ numRuns: 100 },
		);
	});

	test('an answer that is what was assumed changes no route, no reason and no cost', () => {
		fc.assert(
			fc.property(openings, fc.nat(), (known, pick) => {
				const one = opened(known);
				const before = advise(one);
				const assumed = before.assumptions
					.filter(({ fact }) => spotsOf(one).some((spot) => spot.fact === fact))
					.flatMap(({ about, ...rest }) =>
						[...(about.length > 0 ? about : [''])].map((id) => ({ ...rest, about: id })),
					);
				const said = assumed[pick % Math.max(1, assumed.length)];
				if (!said) return;
				const set = { [said.fact]: said.value };
				const answers = answering(
					said.scope === 'workload'
						? { workload: set }
						: said.scope === 'place'
							? { places: { [said.about]: set } }
							: { sources: { [said.about]: set } },
				);
				const bare = (advice: Advice) =>
					whole(advice).flows.map(({ winner: { assuming: _, ...winner }, alternatives, changes: __, ...flow }) => ({
						...flow,
						winner,
						alternatives: alternatives.map(({ reason }) => reason),
					}));
				expect(bare(advise({ ...one, answers }))).toEqual(bare(before));
			}),
			{ numRuns: 60 },
		);
	});

	test('a source in another place changes no other route', () => {
		fc.assert(
			fc.property(openings, (known) => {
				const one = opened(known);
				const more = source('new', 'object', 'cloud', { volume: 5e12 }, 'us-east-1');
				const after = advise(withEstate(one, { sources: [...one.estate.sources, more] }));
				expect(routesOf(after, ids)).toEqual(routesOf(advise(one), ids));
			}),
			{ numRuns: 40 },
		);
	});

	test('every flow says why, and names what else could or could not carry it', () => {
		fc.assert(
			fc.property(openings, (known) => {
				const one = opened(known);
				const { flows, unserved } = advise(one);
				const mute = flows.filter(
					({ reasons, alternatives, rejected }) => reasons.length === 0 || alternatives.length + rejected.length === 0,
				);
				expect(mute).toEqual([]);
				expect(unserved.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
				const closed = flows.filter(({ winner }) => winner.route.some(({ service }) => service === 'barge'));
				expect(closed).toEqual([]);
			}),
			{ numRuns: 60 },
		);
	});

	test('the same documents give the same advice, byte for byte', () => {
		fc.assert(
			fc.property(openings, (known) => {
				const one = opened(known);
				const told = structuredClone({ estate: one.estate, answers: one.answers });
				expect(JSON.stringify(advise({ ...one, ...told }))).toBe(JSON.stringify(advise(one)));
			}),
			{ numRuns: 30 },
		);
	});
});
