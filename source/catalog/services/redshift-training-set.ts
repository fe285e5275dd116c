import { hours, minutes } from '../../facts/units.ts';
import { formula, product } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import { storedCopy, writesLanding } from '../kept-copy.ts';
import type { ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

export const redshiftTrainingSet: ServiceRecord = {
	title: 'Training set unloaded from Redshift',
	summary: 'Before each training the warehouse writes the training set to S3 as Parquet, where SageMaker reads it.',
	page: 'https://docs.aws.amazon.com/redshift/latest/dg/r_UNLOAD.html',
	slot: 'landing',
	serves: ['lakehouse'],
	families: [],
	availability: { state: 'open', ...unconfirmed('docs/redshift/latest/dg/r_UNLOAD.html') },
	eligibility: namedForAll,
	requires: [],
	modes: {
		unload: {
			title: 'before each training',
			carries: 'both',
			lead: hours(1),
			firstData: minutes(10),
			complete: formula('tableExportTime', { start: minutes(5) }),
			// Queries read the warehouse itself, so this step makes nothing older; training takes what it unloads.
			freshness: 0,
			effort: { once: work.script, monthly: work.watchMonthly / 2 },
			costs: [
				// 8 units that write 1 TB an hour: an estimate of ours.
				{ price: 'redshift.rpu', per: 'month', quantity: product(8e-12, formula('trainingCopiesMonthly')) },
				storedCopy,
			],
			settings: { schedule: 'before training' },
		},
	},
	grants: writesLanding,
	cautions: [
		{
			says: 'Training reads S3, EFS and FSx only: keep each unloaded set as a version of its own.',
			...confirmed('docs/sagemaker/latest/dg/model-access-training-data.html'),
		},
	],
	examples: [
		// 200 GB for a training every week.
		{ given: { volume: 200e9, retraining: 604_800 }, then: 'holds', hours: 0.28, monthly: 6.9 },
	],
};
