import { describe, expect, test } from 'vitest';
import { chosen, type Situation, type Stated } from '../peers/situation.ts';

type Told = readonly (readonly [string, Situation, readonly string[]])[];

const kinesis: Stated = {
	managed: 'kinesis',
	protocol: 'kinesis',
	'stream.mode': 'on-demand',
	format: 'json',
	change: '2 MB/s',
	'record.size': '1 KB',
	updates: 'append',
	freshness: '15 min',
};
const stream = (facts: Stated): Situation => ({ family: 'stream', facts });

describe('a Kinesis stream that is there', () => {
	const table: Told = [
		['on demand writes itself to S3', stream(kinesis), ['changes kinesis-s3-delivery:objects']],
		[
			'does so with large records, for which Firehose would not round up',
			stream({ ...kinesis, 'record.size': '50 KB', freshness: '5 min' }),
			['changes kinesis-s3-delivery:objects'],
		],
		[
			'becomes an Iceberg table when its schema is registered',
			stream({ ...kinesis, 'schema.registered': 'yes' }),
			['changes kinesis-s3-delivery:table'],
		],
		[
			'stays objects that Macie can scan when it holds card numbers',
			stream({ ...kinesis, 'schema.registered': 'yes', sensitivity: 'card' }),
			['changes kinesis-s3-delivery:objects'],
		],
		[
			'goes by Firehose when 5 minutes are too old',
			stream({ ...kinesis, freshness: '2 min' }),
			['changes data-firehose:on-demand'],
		],
		[
			'goes by Firehose when records are changed on the way',
			stream({ ...kinesis, transform: 'yes' }),
			['changes data-firehose:on-demand'],
		],
		[
			'goes by Firehose when it has shards',
			stream({ ...kinesis, 'stream.mode': 'provisioned' }),
			['changes data-firehose:provisioned'],
		],
		[
			'is written as Parquet by Firehose when its schema is registered',
			stream({ ...kinesis, 'stream.mode': 'provisioned', 'schema.registered': 'yes' }),
			['changes data-firehose:provisioned-parquet'],
		],
		[
			'goes by Firehose, which reads either, while nobody has said its mode',
			stream({ managed: 'kinesis', protocol: 'kinesis', change: '1 MB/s' }),
			['changes data-firehose:provisioned'],
		],
		[
			'is computed by Flink with a kept copy beside it when windows feed a model that trains',
			stream({ ...kinesis, stateful: 'yes', freshness: '5 min' }),
			['changes managed-flink:on-demand', 'changes kinesis-s3-delivery:objects'],
		],
		[
			'is computed by Flink with its events kept as they came although no model trains on the history',
			stream({ ...kinesis, stateful: 'yes', freshness: '5 min', use: 'features only' }),
			['changes managed-flink:on-demand', 'changes kinesis-s3-delivery:objects'],
		],
		[
			'is read by a function, with a kept copy beside it, when features must be seconds old',
			stream({ ...kinesis, freshness: '5 s' }),
			['changes lambda-consumer:on-demand', 'changes kinesis-s3-delivery:objects'],
		],
	];
	test.each(table)('%s', (_says, situation, expected) => {
		expect(chosen(situation)).toEqual(expected);
	});
});

describe('events that nobody sends to AWS yet', () => {
	const app: Stated = {
		protocol: 'sdk',
		change: '400 KB/s',
		'record.size': '1 KB',
		freshness: '15 min',
		updates: 'append',
	};
	const clicks: Stated = { ...app, change: '30 TB/day', format: 'json' };
	const table: Told = [
		['of a small app go straight to Firehose', { family: 'device', facts: app }, ['changes data-firehose:direct']],
		[
			'enter a stream when they must be replayed',
			{ family: 'device', facts: { ...app, replay: '7 days' } },
			['changes kinesis-data-streams:on-demand>kinesis-s3-delivery:onward-objects'],
		],
		[
			'of 30 TB a day in events of 1 KB enter a stream that writes itself, since Firehose bills each as 5 KB',
			stream({ ...clicks, consumers: 2 }),
			['changes kinesis-data-streams:advantage>kinesis-s3-delivery:onward-objects'],
		],
		[
			'go straight to Firehose when they are packed and nobody else reads them',
			stream({ ...clicks, 'record.size': '500 KB' }),
			['changes data-firehose:direct'],
		],
		[
			'with five readers and fields to strip are read by a function within a second',
			stream({ ...clicks, consumers: 5, transform: 'yes', freshness: '1 s', use: 'features only' }),
			['changes kinesis-data-streams:advantage-lambda>lambda-consumer:onward'],
		],
		[
			'of MQTT devices go through the broker to Firehose',
			{ family: 'device', facts: { ...app, protocol: 'mqtt' } },
			['changes iot-core:delivery>data-firehose:onward'],
		],
		[
			'of MQTT devices keep their order in a stream',
			{ family: 'device', facts: { ...app, protocol: 'mqtt', ordered: 'yes' } },
			['changes iot-core:stream>kinesis-data-streams:behind>kinesis-s3-delivery:onward-objects'],
		],
		[
			'of machines that speak OPC UA need a gateway on site',
			{ family: 'device', where: 'on-premises', line: { bandwidth: '50 Mbps' }, facts: { ...app, protocol: 'opc-ua' } },
			[
				'internet:existing',
				'changes greengrass:stream-manager>kinesis-data-streams:behind>kinesis-s3-delivery:onward-objects',
			],
		],
		[
			'that may not cross the internet wait for a VPN',
			{
				family: 'device',
				where: 'edge',
				facts: { ...app, protocol: 'mqtt', 'private.required': 'yes', 'link.kind': 'internet' },
			},
			['site-to-site-vpn:new', 'changes iot-core:delivery>data-firehose:onward'],
		],
	];
	test.each(table)('%s', (_says, situation, expected) => {
		expect(chosen(situation)).toEqual(expected);
	});
});

describe('Kafka topics', () => {
	const topic: Stated = { protocol: 'kafka', format: 'json', change: '5 MB/s', freshness: '5 min', updates: 'append' };
	const table: Told = [
		[
			'of an Express cluster become tables by themselves',
			stream({ ...topic, managed: 'msk-express', 'schema.registered': 'yes' }),
			['changes msk-data-delivery:table'],
		],
		[
			'too thin for a table every 5 minutes go by Firehose',
			stream({ ...topic, managed: 'msk-express', 'schema.registered': 'yes', change: '0.5 MB/s' }),
			['changes data-firehose:kafka-parquet'],
		],
		['of a standard cluster go by Firehose', stream({ ...topic, managed: 'msk' }), ['changes data-firehose:kafka']],
		[
			'of a cluster on site are copied to MSK first',
			{ ...stream({ ...topic, managed: 'self' }), where: 'on-premises', line: { bandwidth: '1 Gbps' } },
			['internet:existing', 'changes msk-replication:connect>data-firehose:packed'],
		],
	];
	test.each(table)('%s', (_says, situation, expected) => {
		expect(chosen(situation)).toEqual(expected);
	});
});

describe('logs, metrics, video and applications', () => {
	const groups: Stated = { managed: 'logs', volume: '1 TB', change: '10 GB/day', freshness: '1 h', updates: 'append' };
	const crm: Stated = { volume: '40 GB', change: '1 GB/day', updates: 'update', freshness: '1 h' };
	const table: Told = [
		[
			'log groups become tables, and what is there already is exported once',
			{ family: 'log', facts: groups },
			['history cloudwatch-logs-delivery:export', 'changes cloudwatch-logs-delivery:tables'],
		],
		[
			'log groups with personal content are subscribed to, so that Macie can scan them',
			{ family: 'log', facts: { ...groups, sensitivity: 'personal' } },
			['history cloudwatch-logs-delivery:export', 'changes cloudwatch-logs-delivery:subscription>data-firehose:packed'],
		],
		[
			'logs of machines go by Firehose',
			{ family: 'log', facts: { ...groups, managed: 'self', volume: 0, protocol: 'api' } },
			['changes data-firehose:direct'],
		],
		[
			'metrics are streamed on',
			{ family: 'metric', facts: { volume: '40 GB', change: '100 MB/day' } },
			['both cloudwatch-metric-streams:stream>data-firehose:packed'],
		],
		['cameras stream', { family: 'video', facts: { change: '1 MB/s' } }, ['both kinesis-video-streams:stream']],
		[
			'Salesforce is kept in step by zero-ETL',
			{ family: 'saas', where: 'saas', facts: { ...crm, saas: 'salesforce' } },
			['both glue-zero-etl:saas'],
		],
		[
			'a product whose fields are masked on the way goes by AppFlow',
			{ family: 'saas', where: 'saas', facts: { ...crm, saas: 'servicenow', transform: 'yes' } },
			['both appflow:scheduled'],
		],
		[
			'a contact centre of Amazon Connect fills a bucket itself',
			{ family: 'saas', where: 'saas', facts: { saas: 'amazon-connect', volume: '400 GB', change: '1 GB/day' } },
			['both connect-storage:bucket'],
		],
	];
	test.each(table)('%s', (_says, situation, expected) => {
		expect(chosen(situation)).toEqual(expected);
	});
});

describe('databases that are seldom asked, or asked at once', () => {
	const crm: Stated = {
		engine: 'postgresql',
		managed: 'rds',
		volume: '3 GB',
		change: '10 MB/day',
		updates: 'update',
		replica: 'yes',
		'reads.monthly': '10/month',
	};
	const sales: Stated = { ...crm, volume: '40 GB', change: '1 GB/day', 'load.allowed': 'yes' };
	const table: Told = [
		[
			'stay where they are while people explore a replica',
			{ family: 'relational', facts: { ...crm, use: 'exploration' } },
			['both athena-federation:connector'],
		],
		[
			'are copied when a model trains on them',
			{ family: 'relational', facts: crm },
			['both rds-snapshot-export:periodic'],
		],
		[
			'are copied when they are read every hour',
			{ family: 'relational', facts: { ...crm, use: 'exploration', 'reads.monthly': '700/month' } },
			['both rds-snapshot-export:periodic'],
		],
		[
			'send their changes into a stream when somebody waits for a prediction, with a copy beside it',
			{ family: 'relational', workload: { scoring: 'online', 'features.freshness': '1 min' }, facts: sales },
			[
				'changes dms:to-stream>kinesis-data-streams:captured-lambda>lambda-consumer:onward',
				'both rds-snapshot-export:periodic',
			],
		],
		[
			'in DynamoDB are exported once and then followed within a minute',
			{
				family: 'key-value',
				facts: {
					engine: 'dynamodb',
					managed: 'dynamodb',
					volume: '40 GB',
					change: '1 GB/day',
					updates: 'update',
					pitr: 'yes',
					freshness: '1 min',
				},
			},
			['history dynamodb-export:once', 'changes kinesis-data-streams:table-changes>data-firehose:onward'],
		],
		[
			'in Iceberg tables of another catalogue are read through it',
			{
				family: 'warehouse',
				facts: { engine: 'other', volume: '3 TB', change: '10 GB/day', 'structure.iceberg': 'yes' },
			},
			['both glue-catalog-federation:catalogue'],
		],
	];
	test.each(table)('%s', (_says, situation, expected) => {
		expect(chosen(situation)).toEqual(expected);
	});
});
