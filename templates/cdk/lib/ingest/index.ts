import { appflow } from './appflow.ts';
import { athenaFederation } from './athena-federation.ts';
import { cloudwatchLogsDelivery } from './cloudwatch-logs-delivery.ts';
import { dataFirehose } from './data-firehose.ts';
import { datasync } from './datasync.ts';
import { dms } from './dms.ts';
import { dynamodbExport } from './dynamodb-export.ts';
import { glueJdbc } from './glue-jdbc.ts';
import { glueZeroEtl } from './glue-zero-etl.ts';
import type { Ingest } from './ingest.ts';
import { iotCore } from './iot-core.ts';
import { rdsSnapshotExport } from './rds-snapshot-export.ts';

/** What this app builds, by service id. A delivery stands before the rules that write into it. */
export const ingests: Readonly<Record<string, Ingest>> = {
	'data-firehose': dataFirehose,
	'cloudwatch-logs-delivery': cloudwatchLogsDelivery,
	'iot-core': iotCore,
	appflow,
	'athena-federation': athenaFederation,
	datasync,
	dms,
	'dynamodb-export': dynamodbExport,
	'glue-jdbc': glueJdbc,
	'glue-zero-etl': glueZeroEtl,
	'rds-snapshot-export': rdsSnapshotExport,
};

/** Services that need no construct of their own here: the lake reads in place, crawls, and has the streams and the VPNs. */
export const elsewhere: ReadonlySet<string> = new Set([
	's3-direct',
	'glue-crawler',
	'kinesis-data-streams',
	'site-to-site-vpn',
	'internet',
]);
