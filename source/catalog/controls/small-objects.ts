import type { Term } from '../../rules/condition.ts';
import { all, fact, is, no, not, product, sum, unless } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import type { ControlRecord, CostTerm } from '../record.ts';
import { belowLifecycle } from '../small-objects.ts';

const lifecycle = 'docs/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html';

/** Each object in an archive takes 32 KB more there and 8 KB more in Standard, for its index and its name. */
const overhead = (bytes: number): Term => product(bytes, fact('objects'));
const moved: readonly CostTerm[] = [{ price: 's3.deep-archive-transition', per: 'once', quantity: fact('objects') }];
const archived: readonly CostTerm[] = [
	{ price: 's3.deep-archive', per: 'month', quantity: sum(fact('volume'), overhead(32_768)) },
	{ price: 's3.standard', per: 'month', quantity: overhead(8192) },
];
const standing: readonly CostTerm[] = [{ price: 's3.standard', per: 'month', quantity: fact('volume') }];

export const smallObjects: ControlRecord = {
	title: 'Small objects packed before they are archived',
	summary:
		'objects below 128 KB are packed into archives (tar, or Parquet) before a lifecycle rule may move them, and rules name a size',
	regimes: [],
	severity: 'medium',
	applies: all(
		is('where', 'aws'),
		is('family', 'object'),
		unless('updates', not(is('updates', 'update'))),
		belowLifecycle,
	),
	met: no('lifecycle.small'),
	because:
		'by default a lifecycle rule moves no object below 128 KB to any class, so that a rule over small objects silently does nothing; with varies_by_storage_class it moves them to the Glacier classes and pays for each',
	reckoned: [
		{
			says: 'Moved one by one to Deep Archive, the {objects} objects cost {moving} in requests and then {archived} a month, against {standing} a month in Standard.',
			figures: {
				objects: { count: fact('objects') },
				moving: { dollars: moved },
				archived: { dollars: archived },
				standing: { dollars: standing },
			},
			...confirmed('arithmetic: $0.05 a thousand requests, 40 KB of overhead an object'),
		},
	],
	remedy:
		'pack them into files of 128 MB or more first, then let the rule move the packs; take varies_by_storage_class off the rule until then',
	practice: 'MLSUS03-BP02',
	availability: { state: 'open', ...confirmed(lifecycle) },
	cited: confirmed(lifecycle),
	examples: [
		{
			given: { where: 'aws', family: 'object', objects: 200e6, volume: 1.6e12, 'lifecycle.small': false },
			then: 'holds',
		},
		{
			given: { where: 'aws', family: 'object', objects: 200e6, volume: 1.6e12, 'lifecycle.small': true },
			then: 'fails',
		},
		{ given: { where: 'aws', family: 'object', objects: 200, volume: 40e9, 'lifecycle.small': true }, then: 'holds' },
	],
};
