import { mebibytes } from '../../facts/units.ts';
import { all, any, atLeast, atMost, fact, formula, is, not, product, unless, yes } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import { staysOnline } from '../reach.ts';
import { callsSdk, noStreamYet, ofEvents, readByOthers } from '../reads-stream.ts';
import type { CostTerm, Mode, Requirement, ServiceRecord } from '../record.ts';
import { advantage, type Capacity, onDemand, provisioned, shards, throughput } from '../stream-capacity.ts';
import { work } from '../work.ts';

const limits = 'docs/streams/latest/dev/service-sizes-and-limits.html';
const advantagePost = 'aws.amazon.com/blogs/big-data/amazon-kinesis-data-streams-launches-on-demand-advantage';

type Target = 'kinesis-s3-delivery' | 'data-firehose' | 'lambda-consumer' | 'managed-flink';

const senders: Requirement = { ...callsSdk, that: any(is('family', 'key-value'), callsSdk.that) };
const fromTable: Requirement = {
	because: 'only DynamoDB sends the changes of a table into a stream',
	that: all(is('family', 'key-value'), is('engine', 'dynamodb')),
	scope: true,
	...confirmed('docs/amazondynamodb/latest/developerguide/kds.html'),
};
const noTable: Requirement = {
	because: 'a table sends its changes itself, without a sender',
	that: not(is('family', 'key-value')),
	...confirmed('docs/amazondynamodb/latest/developerguide/kds.html'),
};

const databases = is('family', 'relational', 'document', 'warehouse', 'time-series');
const fromDatabase: Requirement = {
	because: 'only databases have a log that is captured',
	that: databases,
	scope: true,
	...confirmed('docs/dms/latest/userguide/CHAP_Target.Kinesis.html'),
};
const noRows: Requirement = {
	because: 'captured changes are read by one program',
	that: not(databases),
	...confirmed('docs/dms/latest/userguide/CHAP_Target.Kinesis.html'),
};
/** Units of 1 KB: a unit for each KB is an estimate of ours. */
const tableChanges: CostTerm = {
	price: 'kinesis.table-changes',
	per: 'month',
	quantity: product(1e-3, formula('changedMonthly')),
};

const reading = product(fact('consumers'), formula('changedMonthly'));

function mode(capacity: Capacity, target: Target, stands: 'first' | 'onward' = 'first'): Mode {
	const { read, sizing, requires = [] } = capacity;
	const taken = target === 'kinesis-s3-delivery' ? readByOthers : reading;
	const first = stands === 'first';
	return {
		title: capacity.title,
		requires: [...requires, ...(first ? [senders, noTable] : [noRows])],
		carries: 'changes',
		lead: 1800,
		firstData: 60,
		complete: 0,
		// A fifth of a second.
		freshness: 0,
		effort: { once: work.stream + (first ? work.producers : 0), monthly: capacity.monthly },
		costs: [...capacity.costs, ...(read ? [{ price: read, per: 'month', quantity: taken } as const] : [])],
		...(sizing && { sizing }),
		settings: { streamMode: capacity.streamMode, ...(capacity === advantage && { advantage: true }) },
		then: [target],
		stands,
	};
}

/** A stream that rows which changed are sent into, and read by one program; what keeps them merges them. */
function ofRows(target: 'data-firehose' | 'lambda-consumer', stands: 'first' | 'onward'): Mode {
	const kept = target === 'data-firehose';
	const table = stands === 'first';
	return {
		...mode(onDemand, target, stands),
		title: table ? 'of the changes of a table' : 'of captured changes',
		requires: [throughput, table ? fromTable : fromDatabase],
		effort: { once: work.stream + (kept ? work.merge : 0), monthly: kept ? work.mergeMonthly : 0 },
		costs: [
			{ price: 'kinesis.on-demand-stream', per: 'month', quantity: 730 },
			{ price: 'kinesis.on-demand-in', per: 'month', quantity: formula('changedMonthly') },
			{ price: 'kinesis.on-demand-out', per: 'month', quantity: formula('changedMonthly') },
			...(table ? [tableChanges] : []),
		],
		settings: { streamMode: 'ON_DEMAND', changesOfTable: table },
	};
}

export const kinesisDataStreams: ServiceRecord = {
	title: 'Amazon Kinesis Data Streams',
	summary:
		'A new stream that applications, devices or a DynamoDB table send into: ordered by key, kept for replay, read by many.',
	page: 'https://docs.aws.amazon.com/streams/latest/dev/introduction.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'stream',
	families: ['stream', 'device', 'key-value'],
	availability: { state: 'open', ...confirmed(limits) },
	eligibility: namedForAll,
	requires: [
		staysOnline,
		noStreamYet,
		{
			because: 'a record may hold 10 MiB, and that only now and then',
			that: ofEvents(atMost('record.size', mebibytes(10))),
			...confirmed(limits),
		},
	],
	modes: {
		'on-demand': mode(onDemand, 'kinesis-s3-delivery'),
		'on-demand-firehose': mode(onDemand, 'data-firehose'),
		'on-demand-lambda': mode(onDemand, 'lambda-consumer'),
		'on-demand-flink': mode(onDemand, 'managed-flink'),
		// The stream's own delivery reads on-demand streams only.
		'provisioned-firehose': mode(provisioned, 'data-firehose'),
		advantage: mode(advantage, 'kinesis-s3-delivery'),
		'advantage-firehose': mode(advantage, 'data-firehose'),
		'advantage-lambda': mode(advantage, 'lambda-consumer'),
		'advantage-flink': mode(advantage, 'managed-flink'),
		behind: mode(onDemand, 'kinesis-s3-delivery', 'onward'),
		'behind-firehose': mode(onDemand, 'data-firehose', 'onward'),
		'behind-lambda': mode(onDemand, 'lambda-consumer', 'onward'),
		'behind-flink': mode(onDemand, 'managed-flink', 'onward'),
		'table-changes': ofRows('data-firehose', 'first'),
		'table-changes-lambda': ofRows('lambda-consumer', 'first'),
		'captured-lambda': ofRows('lambda-consumer', 'onward'),
	},
	grants: [
		{ actions: ['kinesis:PutRecord', 'kinesis:PutRecords'], on: 'landing', why: 'Producers send their events.' },
		{ actions: ['kms:GenerateDataKey'], on: 'key', why: 'The stream is encrypted.' },
	],
	byHand: [
		{
			step: 'Change the producers so that they send their events to the stream.',
			owner: 'application',
			lead: 5 * 86_400,
			modes: [
				'on-demand',
				'on-demand-firehose',
				'on-demand-lambda',
				'on-demand-flink',
				'provisioned-firehose',
				'advantage',
				'advantage-firehose',
				'advantage-lambda',
				'advantage-flink',
			],
		},
	],
	cautions: [
		{
			says: 'Order holds within a partition key only: take the sensor, machine or customer as the key.',
			when: yes('ordered'),
			...confirmed('docs/streams/latest/dev/key-concepts.html'),
		},
		{
			says: 'Events are kept for 24 hours unless the retention is raised, to 365 days at most.',
			when: atLeast('replay', 86_400),
			...confirmed(limits),
		},
		{
			says: 'Advantage is a setting of the whole account and region, with 24 hours of commitment and 25 MiB a second billed at least.',
			when: atLeast('change', mebibytes(10)),
			...unconfirmed(advantagePost),
		},
		{
			says: 'Provisioned it would be {shards} shards at {provisioned} a month, on demand in Standard {standard} a month, in Advantage {advantage} a month',
			when: atLeast('change', mebibytes(1)),
			figures: {
				shards: { count: shards },
				provisioned: { dollars: provisioned.costs },
				standard: { dollars: [...onDemand.costs, { price: 'kinesis.on-demand-out', per: 'month', quantity: reading }] },
				advantage: {
					dollars: [...advantage.costs, { price: 'kinesis.advantage-out', per: 'month', quantity: reading }],
				},
			},
			...confirmed('aws.amazon.com/kinesis/data-streams/pricing'),
		},
		{
			says: 'Each of the many small streams costs about $29 a month in Standard, and nothing in Advantage; one stream with the sender as its key would do as well.',
			when: atLeast('streams', 50),
			...confirmed(limits),
		},
		{
			says: 'A record above 1 MB must be switched on, and is meant for now and then.',
			when: unless('record.size', atLeast('record.size', 1e6)),
			...confirmed(limits),
		},
	],
	examples: [
		{
			mode: 'advantage',
			// 30 TB a day in events of 1,000 bytes, two readers beside each other.
			given: {
				family: 'stream',
				protocol: 'sdk',
				change: 347.2e6,
				'record.size': 1000,
				consumers: 2,
				'training.region': 'us-east-1',
				'path.online': true,
			},
			then: 'holds',
			monthly: 41_450,
		},
		{
			mode: 'provisioned-firehose',
			given: { family: 'stream', protocol: 'sdk', change: 2 ** 20, 'record.size': 25_600, 'path.online': true },
			then: 'holds',
			monthly: 23.4,
			sizing: { shards: 2 },
		},
		{
			mode: 'on-demand-firehose',
			given: { family: 'stream', protocol: 'sdk', change: 2 ** 20, 'record.size': 1024, 'path.online': true },
			then: 'holds',
			monthly: 337,
		},
		{
			mode: 'on-demand',
			given: { family: 'stream', managed: 'kinesis', 'stream.mode': 'on-demand', 'path.online': true },
			then: 'fails',
		},
		{ mode: 'on-demand', given: { family: 'device', protocol: 'mqtt', 'path.online': true }, then: 'fails' },
	],
};
