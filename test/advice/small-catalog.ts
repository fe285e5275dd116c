import type { Catalog, Price, StrategyRecord } from '../../source/catalog/record.ts';
import { terabytes } from '../../source/facts/units.ts';
import { all, any, atMost, is, no, yes } from '../../source/rules/constructors.ts';
import { cited, open, smallServices } from './small-services.ts';

const strategy = (given: Partial<StrategyRecord> & Pick<StrategyRecord, 'title'>): StrategyRecord => ({
	summary: given.title,
	availability: open,
	requires: [],
	strengths: [],
	examples: [],
	...given,
});

const price = (title: string, dollars: number, per: Price['per']): Price => ({ title, dollars, per, ...cited });

/** The invented services with their strategies, controls and prices. */
export const smallCatalog: Catalog = {
	services: smallServices,
	strategies: {
		lake: strategy({
			title: 'Lake',
			strengths: [
				{ says: 'A run can be repeated.', when: yes('repeatable'), ...cited },
				{ says: 'Everything is kept.', ...cited },
			],
		}),
		reading: strategy({
			title: 'Reading',
			requires: [
				{
					because: 'a run that must be repeatable cannot read live data',
					that: any(no('repeatable'), is('use', 'exploration')),
					...cited,
				},
				{ because: 'it is too much to read in place', that: atMost('volume', terabytes(20)), ...cited },
			],
		}),
		stream: strategy({ title: 'Stream', keeps: false }),
		blend: strategy({ title: 'Blend', mixes: ['lake', 'reading', 'stream'] }),
	},
	controls: {
		lock: {
			title: 'Lock',
			summary: 'Encrypted at rest',
			regimes: [],
			severity: 'high',
			applies: all(),
			met: yes('encrypted'),
			because: 'what is stolen cannot be read',
			remedy: 'Encrypt it.',
			availability: open,
			cited,
			examples: [],
		},
		vault: {
			title: 'Vault',
			summary: 'Card data apart',
			regimes: ['pci'],
			severity: 'high',
			because: 'card data stands apart',
			remedy: 'Set it apart.',
			availability: open,
			cited,
			examples: [],
		},
	},
	preparations: {},
	engines: {},
	prices: {
		'us-east-1': {
			region: 'us-east-1',
			asOf: '2026-11-01',
			prices: {
				lease: price('Leased line', 0.3, 'hour'),
				ferry: price('Ferry', 0.0125, 'GB'),
				film: price('Film', 0.01, 'GB'),
				shadow: price('Shadow', 0.18, 'hour'),
				funnel: price('Funnel', 0.03, 'GB'),
				mill: price('Mill', 0.22, 'hour'),
				lens: price('Lens', 0.005, 'GB'),
			},
		},
	},
};
