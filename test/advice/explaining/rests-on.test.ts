import { describe, expect, test } from 'vitest';
import { advise } from '../../../source/advice/advise.ts';
import { days, minutes } from '../../../source/facts/units.ts';
import { clicks, declared, given, orders, pulses } from '../small-estate.ts';

describe('what it rests on', () => {
	test('defaults that something rests on are listed, and facts that rules read by source', () => {
		const { assumptions, decidedBy } = advise(given([pulses()]));
		expect(assumptions.map(({ scope, about, fact, value }) => [scope, about, fact, value])).toEqual([
			['workload', [], 'scoring', 'batch'],
			['workload', [], 'features.freshness', days(1)],
			['workload', [], 'retraining', days(7)],
			['source', ['pulses'], 'residency', 'anywhere'],
			['workload', [], 'cost.hour', 100],
			['workload', [], 'cost.months', 12],
			['source', ['pulses'], 'freshness', days(1)],
			['source', ['pulses'], 'use', 'training'],
			['source', ['pulses'], 'stateful', false],
		]);
		const [decided] = decidedBy;
		const [source] = decided?.sources ?? [];
		expect(source?.id).toBe('pulses');
		expect(decided?.own).toContain('change');
		expect(source && decided?.read(source, 'change')).toEqual(declared({ change: 1e6 }).change);
		expect(decided?.shared['path.bandwidth']).toEqual({
			value: 1e10,
			from: 'assumed',
			evidence: 'what AWS gives',
			at: '',
		});
	});

	test('a default that is taken for several sources is told once, with all of them in order', () => {
		const { assumptions } = advise(given([pulses(), orders(), clicks({ freshness: minutes(10) })]));
		const aboutOf = (wanted: string) => assumptions.filter(({ fact }) => fact === wanted).map(({ about }) => about);
		expect(aboutOf('residency')).toEqual([['clicks', 'orders', 'pulses']]);
		expect(aboutOf('freshness')).toEqual([['orders', 'pulses']]);
	});

	test('a known value is no assumption', () => {
		const { assumptions } = advise(given([pulses({ freshness: minutes(10), use: 'exploration', stateful: false })]));
		expect(assumptions.map(({ fact }) => fact)).not.toContain('freshness');
	});

	test('the price book of the region where models train is named', () => {
		expect(advise(given([])).pricesOf).toEqual({ region: 'us-east-1', asOf: '2026-11-01' });
	});

	test('controls say where they are not met, and where nobody knows; regimes ask for theirs', () => {
		const asked = given([clicks({ encrypted: true, regime: ['pci'] }), orders({ encrypted: false }), pulses()]);
		expect(advise(asked).controls.map(({ id, failing, unknown }) => ({ id, failing, unknown }))).toEqual([
			{ id: 'lock', failing: ['orders'], unknown: ['pulses'] },
			{ id: 'vault', failing: [], unknown: [] },
		]);
		const workload = given([clicks()], { said: { regime: ['pci'] } });
		expect(advise(workload).controls.map(({ id }) => id)).toEqual(['lock', 'vault']);
	});

	test('an estate without sources is advised without an error', () => {
		const { flows, strategy, unserved } = advise(given([]));
		expect({ flows, unserved, strategy: strategy.reasons }).toEqual({
			flows: [],
			unserved: [],
			strategy: ['No source is planned yet.', 'Everything is kept.'],
		});
	});
});
