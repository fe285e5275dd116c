import { hours, minutes } from '../../facts/units.ts';
import { all, any, formula, is, known } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { writesLanding } from '../kept-copy.ts';
import type { ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const guide = 'docs/security-lake/latest/userguide/what-is-security-lake.html';

export const securityLake: ServiceRecord = {
	title: 'Amazon Security Lake',
	summary: 'Collects security logs of an organization into S3 as Parquet in the common schema OCSF.',
	page: 'https://docs.aws.amazon.com/security-lake/latest/userguide/what-is-security-lake.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'API call',
	families: ['log'],
	availability: { state: 'open', ...unconfirmed('no closure notice found') },
	requires: [
		{
			because: 'it collects API activity and other logs of AWS security, not logs of applications',
			// Outside AWS nobody need say that they lie elsewhere.
			that: all(any(is('where', 'aws'), known('managed')), is('managed', 'cloudtrail')),
			scope: true,
			...confirmed(guide),
		},
	],
	modes: {
		collected: {
			title: 'collected',
			carries: 'changes',
			lead: hours(4),
			firstData: minutes(15),
			complete: 0,
			freshness: minutes(15),
			effort: { once: work.integration, monthly: work.watchMonthly },
			costs: [{ price: 'security-lake.events', per: 'month', quantity: formula('changedMonthly') }],
			settings: { schema: 'OCSF', format: 'parquet' },
		},
	},
	grants: [
		{ actions: ['securitylake:CreateDataLake', 'securitylake:CreateAwsLogSource'], on: 'source', why: 'Turns it on.' },
		...writesLanding,
	],
	cautions: [
		{
			says: 'What it normalises is paid by the GB beside the storage; the rate is from memory.',
			...unconfirmed('memory'),
		},
		{ says: 'Its buckets and tables are its own: subscribers read them through Lake Formation.', ...confirmed(guide) },
	],
	examples: [
		{ given: { managed: 'cloudtrail', change: 5e9 / 86_400 }, then: 'holds', monthly: 106.2 },
		{ given: { managed: 'logs' }, then: 'fails' },
	],
};
