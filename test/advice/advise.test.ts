import { describe, expect, test } from 'vitest';
import type { Advice, AdvisedFlow } from '../../source/advice/advice.ts';
import { advise } from '../../source/advice/advise.ts';
import { days, gigabytes, hours, minutes, terabytes } from '../../source/facts/units.ts';
import { answering, archive, clicks, given, ledger, orders, pulses, river, source } from './small-estate.ts';
import { whole } from './whole.ts';

const legs = ({ winner }: AdvisedFlow) => winner.route.map(({ service, mode }) => `${service}:${mode}`).join(' > ');
const routes = ({ flows }: Advice) =>
	flows.map((flow) => `${flow.sources.join()} ${flow.winner.carries}: ${legs(flow)}`);
const flowOf = ({ flows }: Advice, id: string): AdvisedFlow =>
	flows.find(({ sources }) => sources.includes(id)) as AdvisedFlow;

describe('routes', () => {
	test('each source goes by what is in time, fresh enough and cheapest, and what lies right stays', () => {
		expect(routes(advise(given([archive(), ledger(), orders(), clicks(), pulses()])))).toEqual([
			'clicks both: inPlace:here',
			'orders both: photograph:nightly',
			'pulses changes: funnel:pour',
			'archive history: wire:there > ferry:once',
			'ledger both: wire:there > ferry:shuttle',
		]);
	});

	test('a flow explains itself in numbers, with what else could and could not carry it', () => {
		const advice = whole(advise(given([orders()])));
		const { alternatives, winner, ...flow } = flowOf(advice, 'orders');
		expect(flow).toEqual({
			sources: ['orders'],
			place: 'cloud',
			reasons: [
				'It is in time: 93 min of 60 days.',
				'It is fresh enough: 1 day old where 1 day may be.',
				'It costs $60 a month, 4 h of work once and 0.5 h of work a month; Ferry as the next best $0.66 a month, $2.5 once, 6 h of work once and 1 h of work a month.',
			],
			rejected: [{ service: 'lens', reason: 'Reads would load the database.', source: 'invented' }],
			changes: flow.changes,
			sizing: { photograph: { mode: 'nightly' } },
			costs: [
				{
					by: 'photograph',
					price: 'film',
					title: 'Film',
					per: 'month',
					quantity: 6000,
					unit: 'GB',
					dollars: 60,
					sure: true,
				},
			],
			cautions: [],
			estimates: [{ ...winner.estimate }],
		});
		expect(winner).toEqual({
			route: [{ service: 'photograph', mode: 'nightly' }],
			carries: 'both',
			access: 'API call',
			strategy: 'lake',
			outcome: 'holds',
			assuming: ['residency', 'freshness'],
			estimate: {
				lead: 0,
				firstData: 0,
				complete: 5600,
				freshness: days(1),
				once: 0,
				monthly: 60.00000000000001,
				effortOnce: 4,
				effortMonthly: 0.5,
			},
			late: 0,
			stale: 0,
			dollars: 1720,
		});
		expect(alternatives.map(({ candidate, reason }) => [candidate.route[0]?.service, reason])).toEqual([
			[
				'ferry',
				'It costs $0.66 a month, $2.5 once, 6 h of work and 1 h a month; over 12 months, work included, that is $90.4 more.',
			],
			[
				'shadow',
				'It costs $131 a month, 20 h of work and 4 h a month; over 12 months, work included, that is $6,657 more.',
			],
		]);
	});

	test('what would be late says by how much, and disks that travel win when they may', () => {
		const may = { places: [river({ 'near.terminal': true })], said: { 'customer.enterprise': true } };
		const { winner, reasons, alternatives } = flowOf(advise(given([archive()], may)), 'archive');
		expect(winner.route).toEqual([{ service: 'mule', mode: 'trip' }]);
		expect(reasons[0]).toBe('It is in time: 7 days of 45 days, of which 5 days until it can start.');
		expect(alternatives.map(({ reason }) => reason)).toEqual(['It would take 56 days, 11 days beyond the deadline.']);
	});

	test('a service that is closed carries nothing, and says since when and what instead', () => {
		expect(flowOf(advise(given([archive()])), 'archive').rejected).toEqual([
			{
				service: 'barge',
				reason: 'Barge is closed to new customers since 2025-11-07; use Ferry or Mule instead.',
				source: 'invented',
			},
			{ service: 'mule', reason: 'Mules only go where the customer feeds them.', source: 'invented' },
		]);
	});

	test('who used it before it closed may go on, and before that day everybody might', () => {
		const before = { said: { 'customer.snowball': true } };
		expect(routes(advise(given([archive()], before)))).toEqual(['archive history: barge:trip']);
		expect(routes(advise(given([archive()], { today: '2025-11-06' })))).toEqual(['archive history: barge:trip']);
	});

	test('what must be fresh and computed is served by what keeps nothing, and a copy is kept beside it', () => {
		const { flows, strategy } = advise(given([pulses({ stateful: true, freshness: 10 })]));
		expect(flows.map((flow) => [flow.winner.strategy, legs(flow), flow.reasons[0]])).toEqual([
			['stream', 'mill:grind', 'It is fresh enough: 5 s old where 10 s may be.'],
		]);
		expect(strategy.id).toBe('stream');
	});

	test('sources alike in everything that decides are one flow, costs summed and times the longest', () => {
		const more = source('returns', 'relational', 'cloud', { volume: gigabytes(100), change: 1e4, managed: 'rds' });
		const { flows } = advise(given([orders(), more]));
		expect(flows.map(({ sources }) => sources)).toEqual([['orders', 'returns']]);
		expect(flows[0]?.winner.estimate).toMatchObject({ complete: 5600, monthly: expect.closeTo(90), effortOnce: 4 });
		expect(flows[0]?.estimates?.[1]).toMatchObject({ complete: 4600, monthly: expect.closeTo(30) });
	});

	test('sources that are judged differently are two flows, even on one route', () => {
		const more = source('returns', 'relational', 'cloud', {
			volume: gigabytes(100),
			change: 1e4,
			managed: 'rds',
			'changes.readable': false,
		});
		expect(advise(given([orders(), more])).flows.map(({ sources }) => sources)).toEqual([['orders'], ['returns']]);
	});

	test('what nobody knows is said, and ranks behind what holds', () => {
		const unsure = source('books', 'relational', 'cloud', { volume: gigabytes(10), change: 0 });
		const { winner, alternatives } = flowOf(advise(given([unsure])), 'books');
		expect(winner.outcome).toBe('holds');
		expect(alternatives.find(({ candidate }) => candidate.route[0]?.service === 'photograph')?.reason).toBe(
			'It rests on what nobody said yet: managed by AWS.',
		);
	});

	test('cautions of a route stand with it, those with a condition only where it holds', () => {
		const cautions = (said: Parameters<typeof archive>[0]) =>
			flowOf(advise(given([archive(said)])), 'archive').cautions;
		expect(cautions({})).toEqual(['Ferries sail by day only.']);
		expect(cautions({ objects: 2e6 })).toEqual(['Ferries count files, not bytes.', 'Ferries sail by day only.']);
	});

	test('sizes are carried with the route', () => {
		expect(flowOf(advise(given([archive()])), 'archive').sizing).toEqual({
			wire: { mode: 'there' },
			ferry: { mode: 'once', decks: 60 },
		});
	});
});

describe('what is not carried', () => {
	test('who is left out by an answer is listed with that reason, and plans nothing', () => {
		const answers = answering({ sources: { clicks: { use: 'none' } } });
		const { flows, unserved } = advise(given([clicks()], { answers }));
		expect(flows).toEqual([]);
		expect(unserved).toEqual([
			{ source: 'clicks', reasons: ['It is left out by an answer: its data is used for nothing.'], rejected: [] },
		]);
	});

	test('a source that nothing can carry has the reason of each service', () => {
		const { unserved } = advise(given([ledger({ 'private.required': true })]));
		expect(unserved).toEqual([
			{
				source: 'ledger',
				reasons: ['No service that reads it passes all its requirements.'],
				rejected: [
					{
						service: 'ferry',
						reason: 'The data must not cross the internet, and this line does.',
						source: 'the privacy stated for this data',
					},
					{ service: 'lens', reason: 'Reads would load the database.', source: 'invented' },
					{ service: 'photograph', reason: 'Only managed databases are photographed.', source: 'invented' },
					{
						service: 'shadow',
						reason: 'The data must not cross the internet, and this line does.',
						source: 'the privacy stated for this data',
					},
				],
			},
		]);
	});

	test('a family that nobody reads says so', () => {
		const video = source('films', 'video', 'cloud', {});
		expect(advise(given([video])).unserved).toEqual([
			{ source: 'films', reasons: ['No service of the catalogue reads a source of the family video.'], rejected: [] },
		]);
	});

	test('data that must stay elsewhere than models train goes nowhere', () => {
		const { unserved } = advise(given([orders({ residency: 'eu' })]));
		expect(unserved[0]?.rejected[0]?.reason).toBe(
			'The data must stay in a region or area in which no model trains; train where the data may be.',
		);
	});
});

test('online scoring tightens a freshness that nobody stated, and leaves one that somebody did', () => {
	const online = { said: { scoring: 'online', 'features.freshness': minutes(1) } };
	const route = (said: Parameters<typeof pulses>[0]) => routes(advise(given([pulses(said)], online)));
	expect(route({})).toEqual(['pulses changes: mill:grind', 'pulses changes: funnel:pour']);
	expect(route({ freshness: hours(1) })).toEqual(['pulses changes: funnel:pour']);
});

test('a source of no place in the estate is planned as if it stood in AWS', () => {
	const lost = source('lost', 'object', 'nowhere', { volume: terabytes(1) }, 'us-east-1');
	expect(routes(advise(given([lost])))).toEqual(['lost both: inPlace:here']);
});
