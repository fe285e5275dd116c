import { expect, test } from 'vitest';
import { advise } from '../../../source/advice/advise.ts';
import { minutes, terabytes } from '../../../source/facts/units.ts';
import { clicks, given, orders, pulses } from '../small-estate.ts';
import { whole } from '../whole.ts';

test('when the routes agree the whole is theirs, with what speaks for it and why not each other', () => {
	expect(whole(advise(given([clicks(), orders()]))).strategy).toEqual({
		id: 'lake',
		reasons: [
			'By what is best for each source: Lake serves 2 of 2 sources.',
			'A run can be repeated.',
			'Everything is kept.',
		],
		rejected: [
			{
				id: 'reading',
				reason:
					'It cannot carry any source, the first of them because a run that must be repeatable cannot read live data.',
			},
			{
				id: 'stream',
				reason: 'It cannot carry any source, the first of them because no service reads its family in this way.',
			},
			{ id: 'blend', reason: 'One strategy carries every source; nothing has to be mixed.' },
		],
		bySource: { clicks: 'lake', orders: 'lake' },
		changes: [],
	});
});

test('when they differ the whole is the mix that covers them', () => {
	const { strategy } = advise(given([clicks(), pulses({ stateful: true, freshness: 10 })]));
	expect([strategy.id, strategy.reasons[0]]).toEqual([
		'blend',
		'By what is best for each source: Lake serves 1 of 2 sources and Stream serves 1 of 2 sources.',
	]);
});

test('a source that is served and kept by two is of the mix', () => {
	const online = { said: { scoring: 'online', 'features.freshness': minutes(1) } };
	expect(advise(given([pulses()], online)).strategy.bySource).toEqual({ pulses: 'blend' });
});

test('a strategy that could carry all is rejected by what it would cost', () => {
	const free = { said: { repeatable: false } };
	const { strategy } = advise(given([clicks({ volume: terabytes(2), 'reads.monthly': 5 })], free));
	expect(strategy.rejected.find(({ id }) => id === 'reading')?.reason).toBe(
		'It alone would cost $700 more over 12 months, work included.',
	);
});

test('a strategy that nobody may take up any more says since when', () => {
	const one = given([clicks()]);
	const closed = {
		state: 'ended',
		on: '2026-01-01',
		instead: ['lake'],
		source: 'invented',
		checked: '',
		sure: true,
	} as const;
	const { reading } = one.catalog.strategies;
	if (!reading) throw new Error('The small catalogue has no reading.');
	const strategies = { ...one.catalog.strategies, reading: { ...reading, availability: closed } };
	const { strategy } = advise({ ...one, catalog: { ...one.catalog, strategies } });
	expect(strategy.rejected[0]).toEqual({ id: 'reading', reason: 'Reading ended on 2026-01-01; use Lake instead.' });
});

test('tipping points at which a route changes its strategy are those of the whole', () => {
	expect(advise(given([pulses()])).strategy.changes).toEqual([
		{
			fact: 'freshness',
			direction: 'below',
			at: expect.closeTo(300, 2),
			becomes: [
				{ service: 'mill', mode: 'grind' },
				{ service: 'funnel', mode: 'pour' },
			],
		},
	]);
});
