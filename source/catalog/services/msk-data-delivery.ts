import { megabytes, minutes } from '../../facts/units.ts';
import { any, atLeast, formula, is, no, not, unless, yes } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { writesLanding } from '../kept-copy.ts';
import { staysOnline } from '../reach.ts';
import type { Mode, Requirement, ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const guide = 'docs/msk/latest/developerguide/msk-data-delivery.html';
const concepts = 'docs/msk/latest/developerguide/msk-data-delivery-iceberg-concepts.html';
const throughput = 'docs/msk/latest/developerguide/msk-data-delivery-bp-throughput.html';

const withSchema: Requirement = {
	because:
		'a streaming table takes JSON with a schema in Glue Schema Registry; Avro and Protobuf go through Firehose or Flink',
	that: yes('schema.registered'),
	...confirmed(concepts),
};

const express: Requirement = {
	because: 'only Express clusters of Amazon MSK deliver by themselves; others need Firehose, MSK Connect or Flink',
	that: is('managed', 'msk-express'),
	...confirmed(guide),
};

interface Way {
	readonly title: string;
	readonly target: 'objects' | 'table';
	/** Seconds. */
	readonly fastest: number;
	readonly requires: readonly Requirement[];
}

const mode = ({ title, target, fastest, requires }: Way, stands: 'first' | 'onward'): Mode => {
	// What copies topics into the cluster takes some seconds too.
	const age = formula('bufferTime', { least: fastest, most: minutes(15), delivery: stands === 'first' ? 0 : 15 });
	return {
		title,
		requires: [...(stands === 'first' ? [express] : []), ...requires],
		carries: 'changes',
		lead: minutes(60),
		firstData: age,
		complete: 0,
		freshness: age,
		effort: { once: work.delivery, monthly: work.watchMonthly },
		costs: [{ price: 'msk.delivery', per: 'month', quantity: formula('changedMonthly') }],
		sizing: { freshnessSeconds: age },
		settings: { target },
		stands,
	};
};

const ways = {
	table: {
		title: 'to an Iceberg table',
		target: 'table',
		fastest: minutes(5),
		requires: [
			withSchema,
			{
				because: 'below 2.4 MB a second a table is no fresher than 15 minutes',
				that: any(atLeast('change', megabytes(2.4)), atLeast('freshness', minutes(15))),
				...confirmed(throughput),
			},
		],
	},
	'slow-table': {
		title: 'to an Iceberg table, every 15 minutes',
		target: 'table',
		fastest: minutes(15),
		requires: [withSchema],
	},
	objects: {
		title: 'to objects in a bucket',
		target: 'objects',
		fastest: minutes(5),
		requires: [
			{
				because: 'JSON with a registered schema becomes an Iceberg table, which needs no job behind it',
				that: no('schema.registered'),
				...confirmed(concepts),
			},
		],
	},
} as const satisfies Readonly<Record<string, Way>>;

export const mskDataDelivery: ServiceRecord = {
	title: 'Amazon MSK data delivery',
	summary:
		'An Express cluster writes a topic to S3 objects or an Iceberg table every 5 to 15 minutes, without a connector.',
	page: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-data-delivery.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'stream',
	families: ['stream'],
	availability: { state: 'open', ...confirmed(guide) },
	requires: [
		staysOnline,
		{
			because: 'it is no Kafka topic',
			that: unless('protocol', is('protocol', 'kafka')),
			scope: true,
			...confirmed('arithmetic'),
		},
		{
			because: 'it delivers records as they are and changes nothing on the way',
			that: no('transform'),
			...confirmed(guide),
		},
		{
			because: 'it reads JSON',
			that: unless('format', not(is('format', 'avro', 'parquet', 'xml'))),
			...confirmed(concepts),
		},
	],
	modes: {
		table: mode(ways.table, 'first'),
		'slow-table': mode(ways['slow-table'], 'first'),
		objects: mode(ways.objects, 'first'),
		'onward-table': mode(ways.table, 'onward'),
		'onward-slow-table': mode(ways['slow-table'], 'onward'),
		'onward-objects': mode(ways.objects, 'onward'),
	},
	grants: [
		{
			actions: ['kafka:DescribeClusterV2', 'kafka-cluster:ReadData'],
			on: 'source',
			why: 'Turns the delivery of a topic on.',
		},
		...writesLanding,
	],
	byHand: [
		{
			step: 'Make the log group of the delivery first, and a bucket for records that fail.',
			owner: 'platform',
			lead: minutes(60),
		},
	],
	cautions: [
		{
			says: 'It begins with what arrives from then on, follows no change of schema, and only its freshness can be changed later.',
			...confirmed(guide),
		},
		{
			says: 'The bucket for failures holds identifiers and errors, not the records: keep the topic longer than you need to notice.',
			...confirmed(concepts),
		},
		{
			says: 'AWS names no price that could be read: it is counted like data read from a stream.',
			...unconfirmed('no price found'),
		},
	],
	examples: [
		{
			mode: 'table',
			given: {
				managed: 'msk-express',
				'schema.registered': true,
				format: 'json',
				change: 5e6,
				freshness: 300,
				'path.online': true,
			},
			then: 'holds',
			sizing: { freshnessSeconds: 300 },
		},
		{
			mode: 'table',
			given: {
				managed: 'msk-express',
				'schema.registered': true,
				format: 'json',
				change: 0.5e6,
				freshness: 300,
				'path.online': true,
			},
			then: 'fails',
		},
		{ mode: 'objects', given: { managed: 'msk', format: 'json', 'path.online': true }, then: 'fails' },
	],
};
