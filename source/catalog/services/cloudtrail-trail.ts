import { minutes } from '../../facts/units.ts';
import { all, any, formula, is, known, product } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import { writesLanding } from '../kept-copy.ts';
import type { ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const guide = 'docs/awscloudtrail/latest/userguide/creating-trail-organization.html';
const history = 'docs/awscloudtrail/latest/userguide/view-cloudtrail-events.html';

export const cloudtrailTrail: ServiceRecord = {
	title: 'AWS CloudTrail organization trail',
	summary: 'Writes the API activity of every account of an organization to one bucket, from where Athena reads it.',
	page: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-trail-organization.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'API call',
	families: ['log'],
	availability: { state: 'open', ...confirmed('docs/awscloudtrail/latest/userguide/cloudtrail-document-history.md') },
	eligibility: namedForAll,
	requires: [
		{
			because: 'a trail records API activity and no other logs',
			// Outside AWS nobody need say that they lie elsewhere.
			that: all(any(is('where', 'aws'), known('managed')), is('managed', 'cloudtrail')),
			scope: true,
			...confirmed(guide),
		},
	],
	modes: {
		organization: {
			title: 'of the organization',
			carries: 'changes',
			lead: minutes(60),
			firstData: minutes(15),
			complete: 0,
			freshness: minutes(15),
			effort: { once: work.export, monthly: work.watchMonthly / 2 },
			// The first copy of management events is free; half a year of them is what lies there on average in the first.
			costs: [{ price: 's3.standard', per: 'month', quantity: product(6, formula('changedMonthly')) }],
			settings: { organization: true, validated: true, objectLock: true },
		},
		history: {
			title: 'the last 90 days, once',
			carries: 'history',
			lead: minutes(30),
			firstData: minutes(60),
			complete: minutes(60 * 24),
			effort: { once: work.script, monthly: 0 },
			costs: [],
			settings: { schedule: 'once' },
		},
	},
	grants: [
		{
			actions: ['cloudtrail:CreateTrail', 'cloudtrail:StartLogging', 'organizations:DescribeOrganization'],
			on: 'source',
			why: 'Makes the trail for all accounts.',
		},
		{ actions: ['cloudtrail:LookupEvents'], on: 'source', why: 'Reads the last 90 days once.' },
		...writesLanding,
	],
	byHand: [
		{
			step: 'Let the management account of the organization trust CloudTrail, and make the log bucket in the log archive account.',
			owner: 'security',
			lead: minutes(60 * 8),
			modes: ['organization'],
		},
	],
	cautions: [
		{
			says: 'Query it with Athena over partitions by account, region and day; lock the bucket and switch on validation of log files.',
			...confirmed(guide),
		},
		{
			says: 'Management events come free once; reads of objects and invocations are data events, $0.10 a 100,000: choose the buckets that matter.',
			...confirmed('docs/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html'),
		},
		{ says: 'Events arrive after 5 to 15 minutes: alarms belong on EventBridge.', ...unconfirmed('memory') },
		{ says: 'The event history reaches back 90 days, and knows management events only.', ...confirmed(history) },
	],
	examples: [
		{ mode: 'organization', given: { managed: 'cloudtrail', change: 5e9 / 86_400 }, then: 'holds', monthly: 19.5 },
		{ mode: 'organization', given: { managed: 'logs' }, then: 'fails' },
	],
};
