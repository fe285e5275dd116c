import { hours, minutes } from '../../facts/units.ts';
import { fact, formula, is, no, unless } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import { storedCopy, writesLanding } from '../kept-copy.ts';
import type { ServiceRecord } from '../record.ts';

const guide = 'docs/AmazonS3/latest/userguide/replication.html';

export const s3Replication: ServiceRecord = {
	title: 'Amazon S3 Replication',
	summary:
		'Keeps a copy of a bucket in the region where models train; what is there already goes by Batch Replication.',
	page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'batch file',
	families: ['object'],
	availability: { state: 'open', ...confirmed(guide) },
	eligibility: namedForAll,
	requires: [
		{
			because: 'it copies from bucket to bucket, and this data is not in S3',
			that: is('where', 'aws'),
			scope: true,
			...confirmed(guide),
		},
		{
			because: 'it copies S3 objects only',
			that: unless('protocol', is('protocol', 's3', 'sdk')),
			...confirmed(guide),
		},
		{
			because: 'the objects lie in the region where models train already, so that a copy gains nothing',
			scope: true,
			that: no('region.same'),
			...confirmed('arithmetic'),
		},
	],
	modes: {
		'live-and-batch': {
			title: 'live, and a batch for what is there',
			carries: 'both',
			lead: hours(2),
			firstData: hours(1),
			// Copies run in parallel inside AWS; about 10 Gbps is our estimate.
			complete: formula('insideTime'),
			// Most objects arrive within 15 minutes, which Replication Time Control would warrant.
			freshness: minutes(15),
			effort: { once: 4, monthly: 0.25 },
			costs: [
				{ price: 'transfer.inter-region', per: 'once', quantity: fact('volume') },
				{ price: 's3.batch-objects', per: 'once', quantity: fact('objects') },
				{ price: 'transfer.inter-region', per: 'month', quantity: formula('changedMonthly') },
				storedCopy,
			],
			settings: { batch: true, versioning: true },
		},
	},
	grants: [
		{
			actions: ['s3:GetReplicationConfiguration', 's3:ListBucket', 's3:GetObjectVersionForReplication'],
			on: 'source',
			why: 'Reads the versions that are to be copied.',
		},
		...writesLanding,
	],
	cautions: [
		{ says: 'Both buckets need versioning; live replication leaves out what was there before.', ...unconfirmed(guide) },
		{
			says: 'Training in the region of the data would need no copy at all.',
			...confirmed('Well-Architected Machine Learning Lens MLCOST04-BP13'),
		},
	],
	examples: [
		{
			given: { where: 'aws', 'region.same': false, volume: 10 * 2 ** 40, change: 0, objects: 1e6 },
			then: 'holds',
			once: 205.8,
		},
		{ given: { where: 'aws', 'region.same': true }, then: 'fails' },
		{ given: { where: 'on-premises', 'region.same': false }, then: 'fails' },
	],
};
