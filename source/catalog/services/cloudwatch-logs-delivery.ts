import { gigabytes, hours, minutes } from '../../facts/units.ts';
import { all, any, formula, is, known, not, unless } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import { storedCopy, writesLanding } from '../kept-copy.ts';
import type { Requirement, ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const integration =
	'docs/AWSCloudFormation/latest/TemplateReference/aws-resource-observabilityadmin-s3tableintegration.html';
const exporting = 'docs/AmazonCloudWatchLogs/latest/APIReference/API_CreateExportTask.html';
const subscriptions = 'docs/AmazonCloudWatch/latest/logs/SubscriptionFilters.html';
const activity = 'docs/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html';
const inLogGroups: Requirement = {
	because: 'the events lie in no log group yet',
	that: is('managed', 'logs'),
	...confirmed(subscriptions),
};
/** AWS names no rate; the time until events can be exported is 12 hours from memory. */
const exportTime = formula('tableExportTime', { start: hours(12), rate: gigabytes(500) / hours(1) });

export const cloudwatchLogsDelivery: ServiceRecord = {
	title: 'CloudWatch Logs delivery',
	summary:
		'Log groups are copied on to Iceberg tables by CloudWatch itself, or to S3 through a subscription; old events are exported once.',
	page: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/WhatIsCloudWatchLogs.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'API call',
	families: ['log'],
	availability: { state: 'open', ...confirmed(exporting) },
	eligibility: namedForAll,
	requires: [
		{
			because: 'only logs that lie in CloudWatch Logs are handed on by it',
			// Outside AWS nobody need say that they lie elsewhere.
			that: all(any(is('where', 'aws'), known('managed')), is('managed', 'logs', 'cloudtrail')),
			scope: true,
			...confirmed(subscriptions),
		},
	],
	modes: {
		tables: {
			title: 'the S3 Tables integration',
			requires: [
				inLogGroups,
				{
					because: 'Macie scans general purpose buckets only, and this content must be found and masked',
					that: unless('sensitivity', not(is('sensitivity', 'personal', 'health', 'card'))),
					...confirmed('docs/macie/latest/user/data-classification.html'),
				},
			],
			carries: 'changes',
			lead: minutes(30),
			firstData: minutes(15),
			complete: 0,
			// Minutes, says AWS; the quarter of an hour is ours.
			freshness: minutes(15),
			effort: { once: work.delivery - 1, monthly: work.watchMonthly / 2 },
			costs: [],
			settings: { target: 'table', source: '*' },
		},
		subscription: {
			title: 'a subscription',
			requires: [inLogGroups],
			carries: 'changes',
			lead: minutes(30),
			firstData: minutes(5),
			complete: 0,
			freshness: 5,
			effort: { once: work.delivery, monthly: work.watchMonthly / 2 },
			costs: [],
			settings: { target: 'objects', decompress: true },
			then: ['data-firehose'],
		},
		activity: {
			title: 'API activity through CloudWatch Logs',
			requires: [
				{ because: 'this mode is for API activity', that: is('managed', 'cloudtrail'), ...confirmed(activity) },
			],
			carries: 'changes',
			lead: minutes(60),
			firstData: minutes(15),
			complete: 0,
			freshness: minutes(15),
			effort: { once: work.delivery + 2, monthly: work.watchMonthly },
			costs: [{ price: 'cloudwatch.ingested', per: 'month', quantity: formula('changedMonthly') }],
			settings: { target: 'table', source: 'cloudtrail' },
		},
		export: {
			title: 'an export task, once',
			requires: [inLogGroups],
			carries: 'history',
			lead: minutes(30),
			firstData: hours(12),
			complete: exportTime,
			effort: { once: work.script, monthly: 0 },
			costs: [storedCopy],
			settings: { schedule: 'once' },
		},
	},
	grants: [
		{
			actions: ['logs:PutSubscriptionFilter', 'logs:DescribeLogGroups'],
			on: 'source',
			why: 'Subscribes to the log groups.',
		},
		{
			actions: ['logs:CreateExportTask', 'logs:DescribeExportTasks'],
			on: 'source',
			why: 'Exports what is there already, once.',
		},
		...writesLanding,
	],
	cautions: [
		{
			says: 'An export task is for what is there already: one runs at a time in an account, and AWS advises against running it again and again.',
			...confirmed(exporting),
		},
		{
			says: 'VPC flow logs and other vended logs need no log group: let them write to S3 themselves, flow logs as Parquet by the hour.',
			...unconfirmed('memory'),
		},
		{
			says: 'A subscription sends compressed envelopes: let Firehose unpack them. A log group takes two subscriptions.',
			...unconfirmed(subscriptions),
		},
		{ says: 'What the copy to S3 Tables costs could not be read and is not counted.', ...unconfirmed(integration) },
	],
	examples: [
		{ mode: 'tables', given: { managed: 'logs', sensitivity: 'internal' }, then: 'holds', monthly: 0 },
		{ mode: 'tables', given: { managed: 'logs', sensitivity: 'personal' }, then: 'fails' },
		{ mode: 'subscription', given: { managed: 'logs', sensitivity: 'personal' }, then: 'holds' },
		{ mode: 'export', given: { managed: 'logs', volume: 9e12 }, then: 'holds', hours: 30 },
		{ mode: 'subscription', given: { managed: 'self' }, then: 'fails' },
		{ mode: 'activity', given: { managed: 'cloudtrail', change: 5e9 / 86_400 }, then: 'holds', monthly: 70.8 },
	],
};
