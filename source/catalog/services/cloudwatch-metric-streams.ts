import { minutes } from '../../facts/units.ts';
import { formula, is, unless } from '../../rules/constructors.ts';
import { unconfirmed } from '../cited.ts';
import type { ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const guide = 'docs/AmazonCloudWatch/latest/monitoring/CloudWatch-Metric-Streams.html';

export const cloudwatchMetricStreams: ServiceRecord = {
	title: 'CloudWatch metric streams',
	summary: 'CloudWatch sends its metrics on as they are measured, through Firehose, into S3.',
	page: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Metric-Streams.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'API call',
	families: ['metric'],
	availability: { state: 'open', ...unconfirmed(guide) },
	requires: [
		{
			because: 'only metrics of CloudWatch are sent on by it',
			that: is('where', 'aws'),
			...unconfirmed(guide),
		},
		{
			because: 'only metrics of CloudWatch are sent on by it, not those somebody keeps',
			that: unless('managed', is('managed', 'other', 'logs')),
			...unconfirmed(guide),
		},
	],
	modes: {
		stream: {
			title: 'a metric stream',
			// What was measured before cannot be had in bulk; nothing else carries it either.
			carries: 'both',
			lead: minutes(30),
			firstData: minutes(5),
			complete: 0,
			freshness: minutes(3),
			effort: { once: work.delivery, monthly: work.watchMonthly / 2 },
			costs: [{ price: 'cloudwatch.metric-updates', per: 'month', quantity: formula('recordsMonthly') }],
			settings: { outputFormat: 'json' },
			then: ['data-firehose'],
		},
	},
	grants: [
		{
			actions: ['cloudwatch:PutMetricStream', 'cloudwatch:ListMetrics'],
			on: 'source',
			why: 'Makes the metric stream.',
		},
	],
	cautions: [
		{ says: 'It begins with what is measured from then on: switch it on early.', ...unconfirmed(guide) },
		{
			says: 'Asking for metrics in bulk (GetMetricData) is slow, throttled and billed by the metric: not a way to the past.',
			...unconfirmed(guide),
		},
	],
	examples: [
		{ given: { family: 'metric', where: 'aws', change: 1000, 'record.size': 250 }, then: 'holds', monthly: 31.5 },
		{ given: { family: 'metric', where: 'on-premises' }, then: 'unknown' },
	],
};
