import { hours } from '../../facts/units.ts';
import { fact } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { namedFor } from '../eligible.ts';
import type { ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const association = 'docs/fsx/latest/LustreGuide/create-dra-linked-data-repo.html';
const modes = 'docs/sagemaker/latest/dg/model-access-training-data.html';

export const fsxForLustre: ServiceRecord = {
	title: 'Amazon FSx for Lustre linked to S3',
	summary:
		'A fast file system that shows a bucket as files and loads each when it is first opened, for many machines at once.',
	page: 'https://docs.aws.amazon.com/fsx/latest/LustreGuide/what-is.html',
	slot: 'landing',
	serves: ['data-lake'],
	families: [],
	availability: { state: 'open', ...unconfirmed('no closure notice found') },
	eligibility: namedFor('hipaa', 'pci', 'soc2'),
	requires: [],
	modes: {
		scratch: {
			title: 'for the time of the training',
			carries: 'both',
			lead: hours(1),
			firstData: 0,
			complete: hours(1),
			freshness: 0,
			effort: { once: work.connector, monthly: work.watchMonthly },
			// As if it stood all month: take it down between runs.
			costs: [{ price: 'fsx-lustre.scratch', per: 'month', quantity: fact('volume') }],
			settings: { deployment: 'SCRATCH_2', linkedTo: 's3' },
		},
	},
	grants: [
		{
			actions: ['s3:GetObject', 's3:ListBucket'],
			on: 'source',
			why: 'The file system loads the objects of the bucket.',
		},
	],
	cautions: [
		{
			says: 'Training mounts it in your VPC and in one availability zone: put the machines into that zone.',
			...confirmed(modes),
		},
		{
			says: 'The first pass over cold files comes from S3: load them before the run, or count on a slower first epoch.',
			...confirmed(association),
		},
		{
			says: 'It is paid while it stands: make it before a run and take it down after, since the bucket keeps the data.',
			...unconfirmed('price from memory'),
		},
	],
	examples: [{ given: { volume: 3 * 2 ** 40 }, then: 'holds', monthly: 430.1 }],
};
