import { minutes } from '../../facts/units.ts';
import { atLeast, formula, no, product } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import { staysOnline } from '../reach.ts';
import { type Feed, feeds, ofEvents } from '../reads-stream.ts';
import type { CostTerm, Mode, ServiceRecord } from '../record.ts';
import { withTable } from '../served-by-key.ts';
import { work } from '../work.ts';

const guide = 'docs/lambda/latest/dg/with-kinesis.html';

/** A call for each 200 KB, and 0.1 GB-seconds for each MB: estimates of ours. */
const costs: readonly CostTerm[] = [
	{ price: 'lambda.requests', per: 'month', quantity: product(5e-6, formula('changedMonthly')) },
	{ price: 'lambda.compute', per: 'month', quantity: product(1e-7, formula('changedMonthly')) },
];

const mode = (feed: Feed, stands: Mode['stands'] = 'first'): Mode => ({
	title: feed.title,
	requires: feed.requires,
	carries: 'changes',
	lead: minutes(60),
	firstData: minutes(1),
	complete: 0,
	freshness: 1,
	effort: { once: work.consumer, monthly: work.consumerMonthly },
	costs: [...costs, ...feed.costs],
	settings: { batchSize: 100, bisectOnError: true },
	...(stands && { stands }),
});

export const lambdaConsumer: ServiceRecord = {
	title: 'AWS Lambda on a stream',
	summary:
		'A function takes batches of records within a second or so, changes each, and writes it where features are served.',
	page: 'https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html',
	slot: 'mover',
	serves: ['stream-processing'],
	access: 'stream',
	families: ['stream'],
	availability: { state: 'open', ...unconfirmed('no closure notice found') },
	eligibility: namedForAll,
	requires: [
		staysOnline,
		{
			because: 'a function sees one batch at a time, and windows, joins and state over events need Flink',
			that: ofEvents(no('stateful')),
			...confirmed('github.com/aws/agent-toolkit-for-aws aws-messaging-and-streaming'),
		},
	],
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
			actions: ['dynamodb:BatchWriteItem', 'dynamodb:PutItem'],
			on: 'landing',
			why: 'Writes features where they are served.',
		},
		{ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], on: 'key', why: 'Reads and writes what is encrypted.' },
	],
	cautions: [
		{
			says: 'One bad record holds up its shard: split failing batches and send them to a queue.',
			...confirmed(guide),
		},
		{ says: 'A call ends after 15 minutes, and a batch waits for 5 minutes at most.', ...unconfirmed('memory') },
		{
			says: 'Above two readers give each a dedicated 2 MB/s by enhanced fan-out, which costs extra.',
			when: atLeast('consumers', 3),
			...confirmed('docs/streams/latest/dev/enhanced-consumers.html'),
		},
	],
	examples: [
		{
			mode: 'provisioned',
			given: { family: 'stream', 'stream.mode': 'provisioned', change: 1e6, 'record.size': 1000, 'path.online': true },
			then: 'holds',
			monthly: 7.0,
		},
		{
			mode: 'on-demand',
			given: { family: 'stream', 'stream.mode': 'on-demand', stateful: true, 'path.online': true },
			then: 'fails',
		},
	],
};
