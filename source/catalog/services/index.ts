import type { ServiceRecord } from '../record.ts';
import { apiPull } from './api-pull.ts';
import { appflow } from './appflow.ts';
import { athenaFederation } from './athena-federation.ts';
import { auroraZeroEtl } from './aurora-zero-etl.ts';
import { cleanRooms } from './clean-rooms.ts';
import { cloudtrailLake } from './cloudtrail-lake.ts';
import { cloudtrailTrail } from './cloudtrail-trail.ts';
import { cloudwatchLogsDelivery } from './cloudwatch-logs-delivery.ts';
import { cloudwatchMetricStreams } from './cloudwatch-metric-streams.ts';
import { connectStorage } from './connect-storage.ts';
import { dataExchange } from './data-exchange.ts';
import { dataFirehose } from './data-firehose.ts';
import { dataPipeline } from './data-pipeline.ts';
import { dataTransferTerminal } from './data-transfer-terminal.ts';
import { datasync } from './datasync.ts';
import { directConnect } from './direct-connect.ts';
import { dms } from './dms.ts';
import { dynamodbExport } from './dynamodb-export.ts';
import { dynamodbServing } from './dynamodb-serving.ts';
import { elasticacheExport } from './elasticache-export.ts';
import { fraudDetector } from './fraud-detector.ts';
import { fsxAccessPoint } from './fsx-access-point.ts';
import { fsxForLustre } from './fsx-for-lustre.ts';
import { fsxLustreExport } from './fsx-lustre-export.ts';
import { glueCassandraRead } from './glue-cassandra-read.ts';
import { glueCatalogFederation } from './glue-catalog-federation.ts';
import { glueCrawler } from './glue-crawler.ts';
import { glueDynamodbRead } from './glue-dynamodb-read.ts';
import { glueJdbc } from './glue-jdbc.ts';
import { glueOpensearchRead } from './glue-opensearch-read.ts';
import { glueZeroEtl } from './glue-zero-etl.ts';
import { greengrass } from './greengrass.ts';
import { internet } from './internet.ts';
import { iotAnalytics } from './iot-analytics.ts';
import { iotCore } from './iot-core.ts';
import { kinesisDataAnalyticsSql } from './kinesis-data-analytics-sql.ts';
import { kinesisDataStreams } from './kinesis-data-streams.ts';
import { kinesisS3Delivery } from './kinesis-s3-delivery.ts';
import { kinesisVideoStreams } from './kinesis-video-streams.ts';
import { lambdaConsumer } from './lambda-consumer.ts';
import { lookoutForEquipment } from './lookout-for-equipment.ts';
import { managedFlink } from './managed-flink.ts';
import { mobileAnalytics } from './mobile-analytics.ts';
import { mskDataDelivery } from './msk-data-delivery.ts';
import { mskReplication } from './msk-replication.ts';
import { neptuneExport } from './neptune-export.ts';
import { ownDump } from './own-dump.ts';
import { pinpoint } from './pinpoint.ts';
import { rdsSnapshotExport } from './rds-snapshot-export.ts';
import { redshiftTrainingSet } from './redshift-training-set.ts';
import { redshiftUnload } from './redshift-unload.ts';
import { s3Direct } from './s3-direct.ts';
import { s3FileGateway } from './s3-file-gateway.ts';
import { s3Replication } from './s3-replication.ts';
import { s3TransferAcceleration } from './s3-transfer-acceleration.ts';
import { s3Upload } from './s3-upload.ts';
import { s3Vectors } from './s3-vectors.ts';
import { securityLake } from './security-lake.ts';
import { siteToSiteVpn } from './site-to-site-vpn.ts';
import { snowball } from './snowball.ts';
import { snowcone } from './snowcone.ts';
import { snowmobile } from './snowmobile.ts';
import { timestreamLiveanalytics } from './timestream-liveanalytics.ts';
import { timestreamUnload } from './timestream-unload.ts';
import { transferFamily } from './transfer-family.ts';
import { warehouseExport } from './warehouse-export.ts';

/** Every service the planner knows; the key is the id and the name of its file. */
export const services = {
	'api-pull': apiPull,
	appflow,
	'athena-federation': athenaFederation,
	'aurora-zero-etl': auroraZeroEtl,
	'clean-rooms': cleanRooms,
	'cloudtrail-lake': cloudtrailLake,
	'cloudtrail-trail': cloudtrailTrail,
	'cloudwatch-logs-delivery': cloudwatchLogsDelivery,
	'cloudwatch-metric-streams': cloudwatchMetricStreams,
	'connect-storage': connectStorage,
	'data-exchange': dataExchange,
	'data-firehose': dataFirehose,
	'data-pipeline': dataPipeline,
	'data-transfer-terminal': dataTransferTerminal,
	datasync,
	'direct-connect': directConnect,
	dms,
	'dynamodb-export': dynamodbExport,
	'dynamodb-serving': dynamodbServing,
	'elasticache-export': elasticacheExport,
	'fraud-detector': fraudDetector,
	'fsx-access-point': fsxAccessPoint,
	'fsx-for-lustre': fsxForLustre,
	'fsx-lustre-export': fsxLustreExport,
	'glue-cassandra-read': glueCassandraRead,
	'glue-catalog-federation': glueCatalogFederation,
	'glue-crawler': glueCrawler,
	'glue-dynamodb-read': glueDynamodbRead,
	'glue-jdbc': glueJdbc,
	'glue-opensearch-read': glueOpensearchRead,
	'glue-zero-etl': glueZeroEtl,
	greengrass,
	internet,
	'iot-analytics': iotAnalytics,
	'iot-core': iotCore,
	'kinesis-data-analytics-sql': kinesisDataAnalyticsSql,
	'kinesis-data-streams': kinesisDataStreams,
	'kinesis-s3-delivery': kinesisS3Delivery,
	'kinesis-video-streams': kinesisVideoStreams,
	'lambda-consumer': lambdaConsumer,
	'lookout-for-equipment': lookoutForEquipment,
	'managed-flink': managedFlink,
	'mobile-analytics': mobileAnalytics,
	'msk-data-delivery': mskDataDelivery,
	'msk-replication': mskReplication,
	'neptune-export': neptuneExport,
	'own-dump': ownDump,
	pinpoint,
	'rds-snapshot-export': rdsSnapshotExport,
	'redshift-training-set': redshiftTrainingSet,
	'redshift-unload': redshiftUnload,
	's3-direct': s3Direct,
	's3-file-gateway': s3FileGateway,
	's3-replication': s3Replication,
	's3-transfer-acceleration': s3TransferAcceleration,
	's3-upload': s3Upload,
	's3-vectors': s3Vectors,
	'security-lake': securityLake,
	'site-to-site-vpn': siteToSiteVpn,
	snowball,
	snowcone,
	snowmobile,
	'timestream-liveanalytics': timestreamLiveanalytics,
	'timestream-unload': timestreamUnload,
	'transfer-family': transferFamily,
	'warehouse-export': warehouseExport,
} as const satisfies Readonly<Record<string, ServiceRecord>>;
