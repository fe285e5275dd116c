import { hours, minutes } from '../../facts/units.ts';
import { formula, is, not, unless } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import { writesLanding } from '../kept-copy.ts';
import type { ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const guide = 'docs/vpc/latest/userguide/flow-logs-s3.html';

export const vendedLogs: ServiceRecord = {
	title: 'Logs that AWS services write to S3 themselves',
	summary:
		'VPC flow logs, load balancers, CloudFront, WAF and the like write to a bucket, flow logs as Parquet by the hour.',
	page: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'API call',
	families: ['log'],
	availability: { state: 'open', ...confirmed(guide) },
	eligibility: namedForAll,
	requires: [
		{
			because: 'services of AWS write such logs, and these come from elsewhere',
			that: is('where', 'aws'),
			scope: true,
			...confirmed(guide),
		},
		{
			because: 'these logs lie in a log group or a trail already, which hands them on itself',
			that: unless('managed', not(is('managed', 'logs', 'cloudtrail', 'self'))),
			scope: true,
			...confirmed(guide),
		},
	],
	modes: {
		direct: {
			title: 'straight to a bucket',
			carries: 'both',
			lead: hours(1),
			firstData: minutes(10),
			complete: minutes(10),
			freshness: minutes(10),
			effort: { once: work.connector / 2, monthly: 0 },
			costs: [{ price: 'logs.vended', per: 'month', quantity: formula('changedMonthly') }],
			settings: { format: 'parquet', partitions: 'hourly' },
		},
	},
	grants: writesLanding,
	cautions: [
		{
			says: 'It begins on the day it is switched on: what happened before was written nowhere.',
			...confirmed(guide),
		},
		{ says: 'Choose Parquet with hourly Hive partitions: it is smaller and read by the hour.', ...confirmed(guide) },
	],
	examples: [
		{ given: { family: 'log', where: 'aws', managed: 'other', change: 1e6 }, then: 'holds', monthly: 612 },
		{ given: { family: 'log', where: 'aws', managed: 'logs' }, then: 'fails' },
	],
};
