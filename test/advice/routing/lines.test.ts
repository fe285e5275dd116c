import { expect, test } from 'vitest';
import { advise } from '../../../source/advice/advise.ts';
import { days, gigabytes, minutes, terabytes } from '../../../source/facts/units.ts';
import { archive, given, ledger, orders, river, source } from '../small-estate.ts';

const lineOf = (one: Parameters<typeof advise>[0], id = 'river') => advise(one).paths.find(({ place }) => place === id);
const leases = [river({ 'near.directConnect': true })];

test('a place in AWS needs no line', () => {
	expect(lineOf(given([orders()]), 'cloud')).toEqual({
		place: 'cloud',
		reasons: ['It stands in AWS; nothing here needs a line of its own.'],
		rejected: [],
		estimate: {},
		costs: [],
		capacity: 1e10,
	});
});

test('a line that is there is used for nothing more, and why not another is said', () => {
	expect(lineOf(given([ledger()], { places: leases }))).toEqual({
		place: 'river',
		service: 'wire',
		mode: 'there',
		reasons: [
			'It gives 100 Mbps; 1 source together need 1.02 Mbps to be in time.',
			'It is there already and costs nothing more.',
			'The Lease is the next best. With this line the place as a whole costs $4,628 more over 12 months, work included.',
		],
		rejected: [
			{
				service: 'lease',
				reason: 'With this line the place as a whole costs $4,628 more over 12 months, work included.',
				source: 'invented',
			},
		],
		estimate: { lead: 0, once: 0, monthly: 0, effortOnce: 0, effortMonthly: 0 },
		costs: [],
		capacity: 1e8,
		wanted: expect.closeTo(1_017_283.95, 1),
	});
});

test('a line is ordered when the one that is there is too thin, and paid once for all sources of the place', () => {
	const files = [archive(), source('drawings', 'file', 'river', { volume: terabytes(1), change: 0 })];
	const { paths, flows } = advise(given(files, { places: leases }));
	expect(paths[0]).toMatchObject({ service: 'lease', capacity: 1e9, estimate: { lead: days(14), monthly: 219 } });
	expect(paths[0]?.costs.map(({ price, dollars }) => [price, dollars])).toEqual([['lease', 219]]);
	expect(flows.map(({ winner }) => winner.route[0]?.service)).toEqual(['lease']);
});

test('sources that are each in time may together be too much for a line', () => {
	const part = (id: string) => source(id, 'file', 'river', { volume: terabytes(30), change: 0, deadline: days(45) });
	expect(lineOf(given([part('one')], { places: leases }))?.service).toBe('wire');
	expect(lineOf(given([part('one'), part('two')], { places: leases }))?.service).toBe('lease');
});

test('histories that are wanted one after the other share a line that all at once would fill', () => {
	const part = (id: string, deadline: number) =>
		source(id, 'file', 'river', { volume: terabytes(30), change: 0, deadline });
	expect(lineOf(given([part('one', days(30)), part('two', days(60))], { places: leases }))?.service).toBe('wire');
});

test('a line for one source changes the route of another of the same place', () => {
	const fresh = ledger({ freshness: minutes(10), volume: gigabytes(10) });
	const routes = (sources: Parameters<typeof given>[0]) =>
		advise(given(sources, { places: leases })).flows.map(({ winner }) => winner.route.map(({ service }) => service));
	expect(routes([fresh])).toEqual([['lease', 'shadow']]);
	expect(routes([archive(), fresh])).toEqual([
		['lease', 'ferry'],
		['lease', 'shadow'],
	]);
});

test('a place from which nothing travels over a line has none', () => {
	const disks = { places: [river({ 'near.terminal': true })], said: { 'customer.enterprise': true } };
	const line = lineOf(given([archive()], disks));
	expect([line?.service, line?.reasons]).toEqual([undefined, ['Nothing here travels over a line.']]);
});
