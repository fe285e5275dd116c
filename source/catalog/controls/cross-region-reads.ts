import { all, fact, formula, is, no, product, yes } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import type { ControlRecord, CostTerm } from '../record.ts';

const guide = 'docs/AmazonS3/latest/userguide/replication-what-is-isnot-replicated.html';
const read: readonly CostTerm[] = [
	{ price: 'transfer.inter-region', per: 'month', quantity: product(fact('volume'), fact('reads.monthly')) },
];
const copied: readonly CostTerm[] = [{ price: 'transfer.inter-region', per: 'once', quantity: fact('volume') }];
const kept: readonly CostTerm[] = [
	{ price: 's3.standard', per: 'month', quantity: fact('volume') },
	{ price: 'transfer.inter-region', per: 'month', quantity: formula('changedMonthly') },
];

export const crossRegionReads: ControlRecord = {
	title: 'Compute stands where the data is',
	summary: 'models train in the region of the data they read in full, or a copy stands where they train',
	regimes: [],
	severity: 'medium',
	applies: all(is('where', 'aws'), is('family', 'object'), is('use', 'training')),
	met: yes('region.same'),
	because: 'every read across regions is paid by the gigabyte and takes longer',
	reckoned: [
		{
			says: 'Reading across takes {read} a month. Training in the region of the data takes nothing; a copy takes {copied} once and {kept} a month.',
			when: no('region.same'),
			figures: { read: { dollars: read }, copied: { dollars: copied }, kept: { dollars: kept } },
			...confirmed('arithmetic'),
		},
	],
	remedy:
		'move the training to the region of the data, or replicate: live replication does not copy what is there already, so run Batch Replication once beside it',
	practice: 'MLCOST04-BP13',
	availability: { state: 'open', ...confirmed(guide) },
	cited: confirmed(guide),
	examples: [
		{ given: { where: 'aws', family: 'object', use: 'training', 'region.same': false }, then: 'fails' },
		{ given: { where: 'aws', family: 'object', use: 'training', 'region.same': true }, then: 'holds' },
		{ given: { where: 'on-premises', family: 'object', use: 'training', 'region.same': false }, then: 'holds' },
	],
};
