import { days, gibibytes, hours } from '../../facts/units.ts';
import { formula, no, product, yes } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { staysOnline } from '../reach.ts';
import { type Feed, feeds } from '../reads-stream.ts';
import type { Mode, ServiceRecord } from '../record.ts';
import { withTable } from '../served-by-key.ts';
import { work } from '../work.ts';

const guide = 'docs/managed-flink/latest/java/how-it-works.html';
const units = formula('processingUnits');

const mode = (feed: Feed, stands: Mode['stands'] = 'first'): Mode => ({
	title: feed.title,
	requires: feed.requires,
	carries: 'changes',
	lead: hours(1),
	firstData: 60,
	complete: 0,
	freshness: 1,
	effort: { once: work.processor, monthly: work.processorMonthly },
	costs: [
		{ price: 'flink.unit', per: 'month', quantity: product(730, units) },
		// 50 GB of running storage come with each unit.
		{ price: 'flink.storage', per: 'month', quantity: product(gibibytes(50), units) },
		...feed.costs,
	],
	sizing: { units },
	settings: { checkpoints: true, runtime: 'FLINK-1_20' },
	...(stands && { stands }),
});

export const managedFlink: ServiceRecord = {
	title: 'Amazon Managed Service for Apache Flink',
	formerly: ['Amazon Kinesis Data Analytics for Apache Flink'],
	summary:
		'Runs windows, joins and state over a stream while events arrive, exactly once, and hands features on in under a second.',
	page: 'https://docs.aws.amazon.com/managed-flink/latest/java/what-is.html',
	slot: 'mover',
	serves: ['stream-processing'],
	access: 'stream',
	families: ['stream'],
	availability: {
		state: 'open',
		...confirmed('github.com/aws/agent-toolkit-for-aws aws-messaging-and-streaming/SKILL.md'),
	},
	requires: [staysOnline],
	modes: withTable({
		'on-demand': mode(feeds.onDemand),
		provisioned: mode(feeds.provisioned),
		kafka: mode(feeds.kafka),
		onward: mode({ title: 'behind a new stream', requires: [], costs: [] }, 'onward'),
	}),
	grants: [
		{
			actions: ['kinesis:DescribeStream', 'kinesis:GetShardIterator', 'kinesis:GetRecords', 'kinesis:ListShards'],
			on: 'source',
			why: 'Reads the stream.',
		},
		{
			actions: ['sagemaker:PutRecord', 'sagemaker:BatchWriteRecord'],
			on: 'landing',
			why: 'Writes features to the online store.',
		},
		{
			actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
			on: 'key',
			why: 'Reads the stream and keeps its state encrypted.',
		},
	],
	byHand: [
		{
			step: 'Write and test the Flink application: its windows, joins and late events.',
			owner: 'ml engineering',
			lead: days(5),
		},
	],
	cautions: [
		{
			says: 'Switch checkpoints on: without them a restart loses the windows.',
			...confirmed('docs/managed-flink/latest/java/how-fault.html'),
		},
		{
			says: 'It keeps no history: what trains needs a copy in S3 beside it.',
			...confirmed(guide),
		},
		{
			says: 'Records carry no time of their event: windows go by the time of arrival and are approximate.',
			when: no('event.time'),
			...confirmed('docs/sagemaker/latest/dg/feature-store.html'),
		},
		{
			says: 'Order holds within a partition key only: key the windows by it.',
			when: yes('ordered'),
			...confirmed('docs/streams/latest/dev/key-concepts.html'),
		},
		{ says: 'How much a unit carries is an estimate of ours: measure it.', ...unconfirmed('estimate of ours') },
	],
	examples: [
		{
			mode: 'provisioned',
			given: { family: 'stream', 'stream.mode': 'provisioned', change: 3e6, 'path.online': true },
			then: 'holds',
			monthly: 341,
			sizing: { units: 4 },
		},
		{
			mode: 'on-demand',
			given: { family: 'stream', 'stream.mode': 'provisioned', 'path.online': true },
			then: 'fails',
		},
		{ mode: 'kafka', given: { family: 'stream', managed: 'msk-express', 'path.online': true }, then: 'holds' },
	],
};
