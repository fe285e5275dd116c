import { minutes } from '../../facts/units.ts';
import { all, atLeast, atMost, formula, is, no, not, unless, yes } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { writesLanding } from '../kept-copy.ts';
import { staysOnline } from '../reach.ts';
import { ofEvents } from '../reads-stream.ts';
import type { Mode, Requirement, ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const guide = 'docs/streams/latest/dev/data-delivery.html';
const tables = 'docs/streams/latest/dev/data-delivery-st-create.html';

/** What suits a streaming table: JSON with a schema, only added to, with nothing that Macie must look at. */
const tabular = all(
	yes('schema.registered'),
	unless('format', is('format', 'json', 'ndjson')),
	unless('updates', not(is('updates', 'update'))),
	unless('sensitivity', not(is('sensitivity', 'personal', 'health', 'card'))),
);
const asTable: Requirement = {
	because: 'a streaming table takes appended JSON with a registered schema, and content Macie need not scan',
	that: tabular,
	...confirmed(tables),
};
const asObjects: Requirement = {
	because: 'JSON with a registered schema becomes an Iceberg table, which needs no job behind it',
	that: not(tabular),
	...confirmed(tables),
};
const onDemandStream: Requirement = {
	because: 'it reads on-demand streams only; a stream with shards is read by Firehose or Flink',
	that: is('stream.mode', 'on-demand'),
	...confirmed(guide),
};

function mode(target: 'objects' | 'table', stands: 'first' | 'onward'): Mode {
	// What stands in front of the stream takes some seconds too.
	const age = formula('bufferTime', { least: minutes(5), most: minutes(15), delivery: stands === 'first' ? 0 : 15 });
	return {
		title: target === 'table' ? 'to an Iceberg table in S3 Tables' : 'to objects in a bucket',
		requires: [...(stands === 'first' ? [onDemandStream] : []), target === 'table' ? asTable : asObjects],
		carries: 'changes',
		lead: minutes(30),
		firstData: age,
		complete: 0,
		freshness: age,
		effort: { once: work.delivery - 1, monthly: work.watchMonthly },
		costs: [{ price: 'kinesis.delivery', per: 'month', quantity: formula('changedMonthly') }],
		sizing: { freshnessSeconds: age },
		settings: { target },
		stands,
	};
}

export const kinesisS3Delivery: ServiceRecord = {
	title: 'Kinesis Data Streams delivery to S3',
	summary:
		'An on-demand stream writes itself to S3 objects or an Iceberg table every 5 to 15 minutes, without a consumer.',
	page: 'https://docs.aws.amazon.com/streams/latest/dev/data-delivery.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'stream',
	families: ['stream'],
	availability: { state: 'open', ...confirmed(guide) },
	requires: [
		staysOnline,
		{
			because: 'it delivers records as they are and changes nothing on the way',
			that: ofEvents(no('transform')),
			...confirmed(guide),
		},
	],
	modes: {
		objects: mode('objects', 'first'),
		table: mode('table', 'first'),
		'onward-objects': mode('objects', 'onward'),
		'onward-table': mode('table', 'onward'),
	},
	grants: [
		{ actions: ['kinesis:DescribeStreamSummary'], on: 'source', why: 'Turns the delivery of the stream on.' },
		...writesLanding,
	],
	byHand: [
		{
			step: 'Turn the delivery on by console or CLI where CloudFormation does not know it yet, with a bucket for what fails.',
			owner: 'platform',
			lead: minutes(60),
		},
	],
	cautions: [
		{
			says: 'It begins with what arrives from then on: what the stream holds already is not delivered.',
			...confirmed(guide),
		},
		{
			says: 'The bucket for failures holds identifiers and errors, not the records: keep the stream longer than you need to notice.',
			...confirmed('docs/msk/latest/developerguide/msk-data-delivery-iceberg-concepts'),
		},
		{
			says: 'A streaming table does not follow a schema that changes, and each delivery makes a new table.',
			when: yes('schema.registered'),
			...confirmed(tables),
		},
		{
			says: 'AWS names no price that could be read: it is counted like data read from the stream.',
			...unconfirmed('no price found'),
		},
		{
			says: 'Firehose would bill each of these small records as 5 KB: {rounded} a month as they are, {packed} a month if several were packed into one.',
			figures: {
				rounded: { dollars: [{ price: 'firehose.delivered', per: 'month', quantity: formula('deliveryBilled') }] },
				packed: { dollars: [{ price: 'firehose.delivered', per: 'month', quantity: formula('changedMonthly') }] },
			},
			when: atMost('record.size', 5120),
			...confirmed('aws.amazon.com/de/kinesis/data-firehose/pricing'),
		},
		{
			says: 'Order holds within a partition key only: take the sensor, machine or customer as the key.',
			when: yes('ordered'),
			...confirmed('docs/streams/latest/dev/key-concepts.html'),
		},
		{
			says: 'From about 10 MiB a second in an account, or hundreds of streams, on-demand Advantage is cheaper; more than 50 on-demand streams need a higher quota.',
			when: atLeast('change', 10 * 2 ** 20),
			...unconfirmed('aws.amazon.com/blogs/big-data/amazon-kinesis-data-streams-launches-on-demand-advantage'),
		},
		{
			says: 'Redshift takes the objects in with an auto-copy job within minutes of their arrival, or reads the table where it lies.',
			when: yes('team.sql'),
			...confirmed('docs/redshift/latest/dg/loading-data-copy-job.html'),
		},
		{
			says: 'A crawler does not read streams: keep the schema of the records in Glue Schema Registry.',
			...confirmed('docs/glue/latest/dg/crawler-data-stores.html'),
		},
	],
	examples: [
		{
			mode: 'objects',
			given: {
				family: 'stream',
				'stream.mode': 'on-demand',
				format: 'json',
				change: 2 ** 20,
				freshness: 900,
				'path.online': true,
			},
			then: 'holds',
			monthly: 102.7,
			sizing: { freshnessSeconds: 900 },
		},
		{
			mode: 'table',
			given: {
				family: 'stream',
				'stream.mode': 'on-demand',
				format: 'json',
				'schema.registered': true,
				updates: 'append',
				freshness: 60,
				'path.online': true,
			},
			then: 'holds',
			sizing: { freshnessSeconds: 300 },
		},
		{
			mode: 'table',
			given: {
				family: 'stream',
				'stream.mode': 'on-demand',
				'schema.registered': true,
				sensitivity: 'card',
				'path.online': true,
			},
			then: 'fails',
		},
		{ mode: 'objects', given: { family: 'stream', 'stream.mode': 'provisioned', 'path.online': true }, then: 'fails' },
		{
			mode: 'objects',
			given: { family: 'stream', 'stream.mode': 'on-demand', transform: true, 'path.online': true },
			then: 'fails',
		},
	],
};
