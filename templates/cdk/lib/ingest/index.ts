import { appflow } from './appflow.ts';
import { athenaFederation } from './athena-federation.ts';
import { auroraZeroEtl } from './aurora-zero-etl.ts';
import { cloudwatchLogsDelivery } from './cloudwatch-logs-delivery.ts';
import { cloudwatchMetricStreams } from './cloudwatch-metric-streams.ts';
import { dataFirehose } from './data-firehose.ts';
import { datasync } from './datasync.ts';
import { dms } from './dms.ts';
import { dynamodbExport } from './dynamodb-export.ts';
import { glueJdbc } from './glue-jdbc.ts';
import { glueCassandraRead, glueDynamodbRead, glueOpensearchRead } from './glue-reads.ts';
import { glueZeroEtl } from './glue-zero-etl.ts';
import type { Ingest } from './ingest.ts';
import { iotCore } from './iot-core.ts';
import { kinesisS3Delivery } from './kinesis-s3-delivery.ts';
import { lambdaConsumer } from './lambda-consumer.ts';
import { managedFlink } from './managed-flink.ts';
import { mskDataDelivery } from './msk-data-delivery.ts';
import { mskReplication } from './msk-replication.ts';
import { rdsSnapshotExport } from './rds-snapshot-export.ts';
import { redshiftTrainingSet } from './redshift-training-set.ts';
import { redshiftUnload } from './redshift-unload.ts';
import { s3Replication } from './s3-replication.ts';
import { transferFamily } from './transfer-family.ts';
import { dataTransferTerminal, ownDump, s3Upload, transferAcceleration, warehouseExport } from './uploads.ts';
import { vendedLogs } from './vended-logs.ts';

/** What this app builds, by service id. A delivery stands before the rules that write into it. */
export const ingests: Readonly<Record<string, Ingest>> = {
	'data-firehose': dataFirehose,
	'cloudwatch-logs-delivery': cloudwatchLogsDelivery,
	'cloudwatch-metric-streams': cloudwatchMetricStreams,
	'iot-core': iotCore,
	appflow,
	'athena-federation': athenaFederation,
	'aurora-zero-etl': auroraZeroEtl,
	datasync,
	dms,
	'dynamodb-export': dynamodbExport,
	'glue-cassandra-read': glueCassandraRead,
	'glue-dynamodb-read': glueDynamodbRead,
	'glue-jdbc': glueJdbc,
	'glue-opensearch-read': glueOpensearchRead,
	'glue-zero-etl': glueZeroEtl,
	'kinesis-s3-delivery': kinesisS3Delivery,
	'msk-data-delivery': mskDataDelivery,
	'msk-replication': mskReplication,
	'rds-snapshot-export': rdsSnapshotExport,
	'lambda-consumer': lambdaConsumer,
	'managed-flink': managedFlink,
	'redshift-training-set': redshiftTrainingSet,
	'redshift-unload': redshiftUnload,
	's3-replication': s3Replication,
	'transfer-family': transferFamily,
	's3-upload': s3Upload,
	's3-transfer-acceleration': transferAcceleration,
	'own-dump': ownDump,
	'warehouse-export': warehouseExport,
	'data-transfer-terminal': dataTransferTerminal,
	'vended-logs': vendedLogs,
};

/** Services that need no construct of their own here: the lake reads in place, crawls, serves, and has the streams and the VPNs. */
export const elsewhere: ReadonlySet<string> = new Set([
	's3-direct',
	'dynamodb-serving',
	'glue-crawler',
	'kinesis-data-streams',
	'site-to-site-vpn',
	'internet',
]);
