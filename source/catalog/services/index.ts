import type { ServiceRecord } from '../record.ts';
import { apiPull } from './api-pull.ts';
import { appflow } from './appflow.ts';
import { applicationDiscoveryService } from './application-discovery-service.ts';
import { athenaFederation } from './athena-federation.ts';
import { auditManager } from './audit-manager.ts';
import { auroraZeroEtl } from './aurora-zero-etl.ts';
import { cleanRooms } from './clean-rooms.ts';
import { cloudtrailLake } from './cloudtrail-lake.ts';
import { cloudtrailTrail } from './cloudtrail-trail.ts';
import { cloudwatchLogsDelivery } from './cloudwatch-logs-delivery.ts';
import { cloudwatchMetricStreams } from './cloudwatch-metric-streams.ts';
import { comprehendTopics } from './comprehend-topics.ts';
import { connectStorage } from './connect-storage.ts';
import { dataExchange } from './data-exchange.ts';
import { dataFirehose } from './data-firehose.ts';
import { dataPipeline } from './data-pipeline.ts';
import { dataTransferTerminal } from './data-transfer-terminal.ts';
import { databaseDump } from './database-dump.ts';
import { datasync } from './datasync.ts';
import { directConnect } from './direct-connect.ts';
import { dms } from './dms.ts';
import { dmsFleetAdvisor } from './dms-fleet-advisor.ts';
import { dynamodbExport } from './dynamodb-export.ts';
import { dynamodbServing } from './dynamodb-serving.ts';
import { efsDirect } from './efs-direct.ts';
import { elasticacheExport } from './elasticache-export.ts';
import { eventbridgePartner } from './eventbridge-partner.ts';
import { eventbridgePipes } from './eventbridge-pipes.ts';
import { existingCopy } from './existing-copy.ts';
import { finspace } from './finspace.ts';
import { firehoseDatabaseSource } from './firehose-database-source.ts';
import { forecast } from './forecast.ts';
import { fraudDetector } from './fraud-detector.ts';
import { fsxAccessPoint } from './fsx-access-point.ts';
import { fsxFileGateway } from './fsx-file-gateway.ts';
import { fsxForLustre } from './fsx-for-lustre.ts';
import { fsxLustreExport } from './fsx-lustre-export.ts';
import { glacierVaults } from './glacier-vaults.ts';
import { glueCassandraRead } from './glue-cassandra-read.ts';
import { glueCatalogFederation } from './glue-catalog-federation.ts';
import { glueCrawler } from './glue-crawler.ts';
import { glueDynamodbRead } from './glue-dynamodb-read.ts';
import { glueForRay } from './glue-for-ray.ts';
import { glueJdbc } from './glue-jdbc.ts';
import { glueOpensearchRead } from './glue-opensearch-read.ts';
import { glueSaasRead } from './glue-saas-read.ts';
import { glueStreaming } from './glue-streaming.ts';
import { glueZeroEtl } from './glue-zero-etl.ts';
import { glueZeroEtlDatabases } from './glue-zero-etl-databases.ts';
import { greengrass } from './greengrass.ts';
import { groundTruth } from './ground-truth.ts';
import { groundTruthPlus } from './ground-truth-plus.ts';
import { interconnect } from './interconnect.ts';
import { internet } from './internet.ts';
import { iotAnalytics } from './iot-analytics.ts';
import { iotCore } from './iot-core.ts';
import { iotEvents } from './iot-events.ts';
import { iotFleetwise } from './iot-fleetwise.ts';
import { iotGreengrassV1 } from './iot-greengrass-v1.ts';
import { iotSitewise } from './iot-sitewise.ts';
import { kinesisDataAnalyticsSql } from './kinesis-data-analytics-sql.ts';
import { kinesisDataStreams } from './kinesis-data-streams.ts';
import { kinesisS3Delivery } from './kinesis-s3-delivery.ts';
import { kinesisVideoStreams } from './kinesis-video-streams.ts';
import { lambdaConsumer } from './lambda-consumer.ts';
import { lookoutForEquipment } from './lookout-for-equipment.ts';
import { lookoutForMetrics } from './lookout-for-metrics.ts';
import { lookoutForVision } from './lookout-for-vision.ts';
import { managedFlink } from './managed-flink.ts';
import { mechanicalTurk } from './mechanical-turk.ts';
import { migrationHub } from './migration-hub.ts';
import { mobileAnalytics } from './mobile-analytics.ts';
import { modelMonitor } from './model-monitor.ts';
import { mskConnect } from './msk-connect.ts';
import { mskDataDelivery } from './msk-data-delivery.ts';
import { mskReplication } from './msk-replication.ts';
import { neptuneExport } from './neptune-export.ts';
import { opensearchIngestion } from './opensearch-ingestion.ts';
import { ownDump } from './own-dump.ts';
import { partnerImport } from './partner-import.ts';
import { pinpoint } from './pinpoint.ts';
import { rdsCustomForOracle } from './rds-custom-for-oracle.ts';
import { rdsSnapshotExport } from './rds-snapshot-export.ts';
import { redshiftSharing } from './redshift-sharing.ts';
import { redshiftTrainingSet } from './redshift-training-set.ts';
import { redshiftUnload } from './redshift-unload.ts';
import { s3Direct } from './s3-direct.ts';
import { s3FileGateway } from './s3-file-gateway.ts';
import { s3Files } from './s3-files.ts';
import { s3ObjectLambda } from './s3-object-lambda.ts';
import { s3Replication } from './s3-replication.ts';
import { s3Select } from './s3-select.ts';
import { s3TransferAcceleration } from './s3-transfer-acceleration.ts';
import { s3Upload } from './s3-upload.ts';
import { s3Vectors } from './s3-vectors.ts';
import { securityLake } from './security-lake.ts';
import { siteToSiteVpn } from './site-to-site-vpn.ts';
import { snowball } from './snowball.ts';
import { snowcone } from './snowcone.ts';
import { snowmobile } from './snowmobile.ts';
import { snsDataProtection } from './sns-data-protection.ts';
import { timestreamLiveanalytics } from './timestream-liveanalytics.ts';
import { timestreamUnload } from './timestream-unload.ts';
import { transferFamily } from './transfer-family.ts';
import { vendedLogs } from './vended-logs.ts';
import { volumeGateway } from './volume-gateway.ts';
import { warehouseExport } from './warehouse-export.ts';

/** Every service the planner knows; the key is the id and the name of its file. */
export const services = {
	'api-pull': apiPull,
	appflow,
	'application-discovery-service': applicationDiscoveryService,
	'athena-federation': athenaFederation,
	'audit-manager': auditManager,
	'aurora-zero-etl': auroraZeroEtl,
	'clean-rooms': cleanRooms,
	'cloudtrail-lake': cloudtrailLake,
	'cloudtrail-trail': cloudtrailTrail,
	'cloudwatch-logs-delivery': cloudwatchLogsDelivery,
	'cloudwatch-metric-streams': cloudwatchMetricStreams,
	'comprehend-topics': comprehendTopics,
	'connect-storage': connectStorage,
	'data-exchange': dataExchange,
	'data-firehose': dataFirehose,
	'data-pipeline': dataPipeline,
	'data-transfer-terminal': dataTransferTerminal,
	'database-dump': databaseDump,
	datasync,
	'direct-connect': directConnect,
	dms,
	'dms-fleet-advisor': dmsFleetAdvisor,
	'dynamodb-export': dynamodbExport,
	'dynamodb-serving': dynamodbServing,
	'efs-direct': efsDirect,
	'elasticache-export': elasticacheExport,
	'eventbridge-partner': eventbridgePartner,
	'eventbridge-pipes': eventbridgePipes,
	'existing-copy': existingCopy,
	finspace,
	'firehose-database-source': firehoseDatabaseSource,
	forecast,
	'fraud-detector': fraudDetector,
	'fsx-access-point': fsxAccessPoint,
	'fsx-file-gateway': fsxFileGateway,
	'fsx-for-lustre': fsxForLustre,
	'fsx-lustre-export': fsxLustreExport,
	'glacier-vaults': glacierVaults,
	'glue-cassandra-read': glueCassandraRead,
	'glue-catalog-federation': glueCatalogFederation,
	'glue-crawler': glueCrawler,
	'glue-dynamodb-read': glueDynamodbRead,
	'glue-for-ray': glueForRay,
	'glue-jdbc': glueJdbc,
	'glue-opensearch-read': glueOpensearchRead,
	'glue-saas-read': glueSaasRead,
	'glue-streaming': glueStreaming,
	'glue-zero-etl': glueZeroEtl,
	'glue-zero-etl-databases': glueZeroEtlDatabases,
	greengrass,
	'ground-truth': groundTruth,
	'ground-truth-plus': groundTruthPlus,
	interconnect,
	internet,
	'iot-analytics': iotAnalytics,
	'iot-core': iotCore,
	'iot-events': iotEvents,
	'iot-fleetwise': iotFleetwise,
	'iot-greengrass-v1': iotGreengrassV1,
	'iot-sitewise': iotSitewise,
	'kinesis-data-analytics-sql': kinesisDataAnalyticsSql,
	'kinesis-data-streams': kinesisDataStreams,
	'kinesis-s3-delivery': kinesisS3Delivery,
	'kinesis-video-streams': kinesisVideoStreams,
	'lambda-consumer': lambdaConsumer,
	'lookout-for-equipment': lookoutForEquipment,
	'lookout-for-metrics': lookoutForMetrics,
	'lookout-for-vision': lookoutForVision,
	'managed-flink': managedFlink,
	'mechanical-turk': mechanicalTurk,
	'migration-hub': migrationHub,
	'mobile-analytics': mobileAnalytics,
	'model-monitor': modelMonitor,
	'msk-connect': mskConnect,
	'msk-data-delivery': mskDataDelivery,
	'msk-replication': mskReplication,
	'neptune-export': neptuneExport,
	'opensearch-ingestion': opensearchIngestion,
	'own-dump': ownDump,
	'partner-import': partnerImport,
	pinpoint,
	'rds-custom-for-oracle': rdsCustomForOracle,
	'rds-snapshot-export': rdsSnapshotExport,
	'redshift-sharing': redshiftSharing,
	'redshift-training-set': redshiftTrainingSet,
	'redshift-unload': redshiftUnload,
	's3-direct': s3Direct,
	's3-file-gateway': s3FileGateway,
	's3-files': s3Files,
	's3-object-lambda': s3ObjectLambda,
	's3-replication': s3Replication,
	's3-select': s3Select,
	's3-transfer-acceleration': s3TransferAcceleration,
	's3-upload': s3Upload,
	's3-vectors': s3Vectors,
	'security-lake': securityLake,
	'site-to-site-vpn': siteToSiteVpn,
	snowball,
	snowcone,
	snowmobile,
	'sns-data-protection': snsDataProtection,
	'timestream-liveanalytics': timestreamLiveanalytics,
	'timestream-unload': timestreamUnload,
	'transfer-family': transferFamily,
	'vended-logs': vendedLogs,
	'volume-gateway': volumeGateway,
	'warehouse-export': warehouseExport,
} as const satisfies Readonly<Record<string, ServiceRecord>>;
