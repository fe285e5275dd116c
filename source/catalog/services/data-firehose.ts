import { kibibytes, mebibytes, minutes } from '../../facts/units.ts';
import { all, any, atLeast, atMost, formula, is, known, no, not, sum, unless, yes } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import { writesLanding } from '../kept-copy.ts';
import { staysOnline } from '../reach.ts';
import { callsSdk, type Feed, feeds, noStreamYet, ofEvents } from '../reads-stream.ts';
import type { Mode, Requirement, ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const limits = 'docs/firehose/latest/dev/limits.html';
const buffering = 'docs/firehose/latest/dev/buffering-hints.html';
const conversion = 'docs/firehose/latest/dev/record-format-conversion.html';
const pricing = 'aws.amazon.com/de/kinesis/data-firehose/pricing';

const json = is('format', 'json', 'ndjson');
const withSchema: Requirement = {
	because: 'Parquet is written only from JSON whose schema is in Glue Schema Registry or the Data Catalog',
	that: all(yes('schema.registered'), unless('format', json)),
	...confirmed(conversion),
};
const withoutSchema: Requirement = {
	because: 'JSON with a known schema is written as Parquet, which needs no job behind it',
	that: any(no('schema.registered'), all(known('format'), not(json))),
	...confirmed(conversion),
};

const fromProducers: Feed = {
	title: 'from producers',
	requires: [
		noStreamYet,
		{ ...callsSdk, that: any(is('family', 'log'), callsSdk.that) },
		{
			because: 'AWS keeps these logs and hands them on itself',
			that: any(not(is('family', 'log')), unless('managed', not(is('managed', 'logs', 'cloudtrail')))),
			...confirmed('docs/AmazonCloudWatch/latest/logs/SubscriptionFilters.html'),
		},
		{
			because: 'events must be replayed, and without a stream in front nothing keeps them',
			that: ofEvents(atMost('replay', 0)),
			...confirmed(limits),
		},
		{
			because:
				'several programs read the events sooner than delivery writes them, and without a stream in front there is one reader',
			that: ofEvents(any(atMost('consumers', 1), atLeast('freshness', minutes(15)))),
			...confirmed(limits),
		},
		{
			because: 'events of one key must stay in order, which the partition key of a stream sees to',
			that: ofEvents(no('ordered')),
			...confirmed('docs/streams/latest/dev/key-concepts.html'),
		},
		{
			because: 'producers send more than the 5 MiB a second that one delivery takes unasked',
			that: atMost('change', mebibytes(5)),
			quota: 'Firehose: data per second of Direct PUT',
			...confirmed(limits),
		},
	],
	costs: [],
};
/** CloudWatch packs many events into a record, and what comes from Kafka is not rounded. */
const packedRecords = any(is('family', 'log', 'metric'), is('protocol', 'kafka'));
const behindStream: Feed = {
	title: 'behind a stream',
	requires: [
		{
			because: 'logs, metrics and Kafka records are not rounded up',
			that: any(not(is('family', 'stream', 'log', 'metric')), not(packedRecords)),
			...confirmed(pricing),
		},
	],
	costs: [],
};
const packed: Feed = {
	title: 'of packed records',
	requires: [
		{
			because: 'records of a Kinesis stream are rounded up one by one',
			that: packedRecords,
			...confirmed(pricing),
		},
	],
	costs: [],
};

function mode(feed: Feed, stands: 'first' | 'onward', format: 'as it is' | 'parquet', rounded = true): Mode {
	const parquet = format === 'parquet';
	// What stands in front takes its time too: CloudWatch minutes, a stream seconds.
	const before = stands === 'first' ? 0 : feed === packed ? 185 : 15;
	const buffer = formula('bufferTime', { least: 15, most: minutes(15), delivery: 15 + before, beside: minutes(5) });
	const billed = formula(rounded ? 'deliveryBilled' : 'changedMonthly');
	return {
		title: `${feed.title}${parquet ? ', as Parquet' : ''}`,
		requires: [...feed.requires, parquet ? withSchema : withoutSchema],
		carries: 'changes',
		lead: minutes(30),
		firstData: minutes(15),
		complete: 0,
		freshness: sum(15, buffer),
		effort: {
			once: work.delivery + (parquet ? 1 : 0) + (feed === fromProducers ? work.producers : 0),
			monthly: work.watchMonthly,
		},
		costs: [
			{ price: 'firehose.delivered', per: 'month', quantity: billed },
			...(parquet ? [{ price: 'firehose.converted', per: 'month', quantity: billed } as const] : []),
			...feed.costs,
		],
		sizing: { bufferSeconds: buffer },
		settings: { format: parquet ? 'parquet' : 'as-is' },
		stands,
	};
}

export const dataFirehose: ServiceRecord = {
	title: 'Amazon Data Firehose',
	formerly: ['Amazon Kinesis Data Firehose'],
	summary:
		'Collects records and writes them to S3 or Iceberg tables every few minutes, without code; keeps nothing to replay.',
	page: 'https://docs.aws.amazon.com/firehose/latest/dev/what-is-this-service.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'stream',
	families: ['stream', 'device', 'log'],
	availability: { state: 'open', ...confirmed(limits) },
	eligibility: namedForAll,
	requires: [
		staysOnline,
		{
			because: 'a record may hold 1,000 KiB',
			that: ofEvents(atMost('record.size', kibibytes(1000))),
			...confirmed(limits),
		},
	],
	modes: {
		direct: mode(fromProducers, 'first', 'as it is'),
		'direct-parquet': mode(fromProducers, 'first', 'parquet'),
		'on-demand': mode(feeds.onDemand, 'first', 'as it is'),
		'on-demand-parquet': mode(feeds.onDemand, 'first', 'parquet'),
		provisioned: mode(feeds.provisioned, 'first', 'as it is'),
		'provisioned-parquet': mode(feeds.provisioned, 'first', 'parquet'),
		// What comes from MSK is not rounded.
		kafka: mode(feeds.kafka, 'first', 'as it is', false),
		'kafka-parquet': mode(feeds.kafka, 'first', 'parquet', false),
		onward: mode(behindStream, 'onward', 'as it is'),
		'onward-parquet': mode(behindStream, 'onward', 'parquet'),
		packed: mode(packed, 'onward', 'as it is', false),
	},
	grants: [
		{
			actions: ['kinesis:DescribeStream', 'kinesis:GetShardIterator', 'kinesis:GetRecords', 'kinesis:ListShards'],
			on: 'source',
			why: 'Reads the stream.',
		},
		{
			actions: ['firehose:PutRecord', 'firehose:PutRecordBatch'],
			on: 'landing',
			why: 'Producers hand their events over.',
		},
		...writesLanding,
	],
	cautions: [
		{
			says: 'Each record is billed rounded up to 5 KB, also from a Kinesis stream: pack several events into one, a line each. 30 TB a day of 1 KB events come to about $130,000 a month, packed to $26,000.',
			when: all(atMost('record.size', kibibytes(5)), not(is('family', 'log', 'metric')), not(is('protocol', 'kafka'))),
			...confirmed(pricing),
		},
		{
			says: 'Writing within a minute makes many small files: compact them before training.',
			when: atMost('freshness', 60),
			...unconfirmed(buffering),
		},
		{
			says: 'What is to be changed on the way is changed by a Lambda function; what it cannot change goes to an error prefix.',
			when: yes('transform'),
			...confirmed('docs/firehose/latest/dev/data-transformation.html'),
		},
		{
			says: 'A crawler does not read streams: keep the schema of the records in Glue Schema Registry.',
			...confirmed('docs/glue/latest/dg/crawler-data-stores.html'),
		},
		{
			says: 'Partitions made from the content of records cap at 500 at a time and may take 1.5 times the buffer.',
			when: atLeast('change', mebibytes(5)),
			...confirmed(limits),
		},
	],
	examples: [
		{
			mode: 'provisioned',
			// 1 MiB/s in records of 5 KiB, a file every two minutes.
			given: {
				family: 'stream',
				'stream.mode': 'provisioned',
				change: 2 ** 20,
				'record.size': 5120,
				freshness: 120,
				'path.online': true,
			},
			then: 'holds',
			monthly: 74.4,
			sizing: { bufferSeconds: 105 },
		},
		{
			mode: 'direct',
			// 30 TB a day in events of 1 KB, unpacked: what rounding does.
			given: { family: 'stream', protocol: 'sdk', change: 347.2e6, 'record.size': 1000, 'path.online': true },
			then: 'holds',
			monthly: 126_200,
		},
		{
			mode: 'direct',
			given: { family: 'device', protocol: 'sdk', change: 400e3, replay: 86_400, 'path.online': true },
			then: 'fails',
		},
		{
			mode: 'on-demand',
			given: { family: 'stream', 'stream.mode': 'provisioned', 'path.online': true },
			then: 'fails',
		},
		{
			mode: 'on-demand-parquet',
			given: { family: 'stream', 'stream.mode': 'on-demand', 'schema.registered': false, 'path.online': true },
			then: 'fails',
		},
	],
};
