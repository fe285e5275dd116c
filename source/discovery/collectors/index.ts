import { appflowFlow } from './appflow-flow.ts';
import { athenaCatalog } from './athena-catalog.ts';
import { athenaWorkgroup } from './athena-workgroup.ts';
import { auroraCluster } from './aurora-cluster.ts';
import { cloudtrailTrail } from './cloudtrail-trail.ts';
import type { Collector } from './collector.ts';
import { dataExchangeEntitlement } from './data-exchange-entitlement.ts';
import { datasyncLocation } from './datasync-location.ts';
import { datasyncTask } from './datasync-task.ts';
import { directConnect } from './direct-connect.ts';
import { dmsEndpoint } from './dms-endpoint.ts';
import { dmsTask } from './dms-task.ts';
import { documentdbCluster } from './documentdb-cluster.ts';
import { dynamodbTable } from './dynamodb-table.ts';
import { ebsVolume } from './ebs-volume.ts';
import { efsFileSystem } from './efs-file-system.ts';
import { elasticacheCluster } from './elasticache-cluster.ts';
import { featureGroup } from './feature-group.ts';
import { firehoseStream } from './firehose-stream.ts';
import { fsxFileSystem } from './fsx-file-system.ts';
import { glueConnection } from './glue-connection.ts';
import { glueIntegration } from './glue-integration.ts';
import { glueJob } from './glue-job.ts';
import { glueTable } from './glue-table.ts';
import { influxdbInstance } from './influxdb-instance.ts';
import { iotTopicRule } from './iot-topic-rule.ts';
import { kinesisStream } from './kinesis-stream.ts';
import { lakeFormationResource } from './lake-formation-resource.ts';
import { logGroup } from './log-group.ts';
import { macieSession } from './macie-session.ts';
import { memorydbCluster } from './memorydb-cluster.ts';
import { mskCluster } from './msk-cluster.ts';
import { neptuneCluster } from './neptune-cluster.ts';
import { opensearchCollection } from './opensearch-collection.ts';
import { opensearchDomain } from './opensearch-domain.ts';
import { rdsInstance } from './rds-instance.ts';
import { rdsIntegration } from './rds-integration.ts';
import { redshiftCluster } from './redshift-cluster.ts';
import { redshiftIntegration } from './redshift-integration.ts';
import { redshiftNamespace } from './redshift-namespace.ts';
import { s3Bucket } from './s3-bucket.ts';
import { s3DirectoryBucket } from './s3-directory-bucket.ts';
import { s3TableBucket } from './s3-table-bucket.ts';
import { s3VectorBucket } from './s3-vector-bucket.ts';
import { sitewiseStore } from './sitewise-store.ts';
import { storageGatewayShare } from './storage-gateway-share.ts';
import { streamDelivery } from './stream-delivery.ts';
import { timestreamTable } from './timestream-table.ts';
import { topicDelivery } from './topic-delivery.ts';
import { vpcFlowLog } from './vpc-flow-log.ts';
import { vpnConnection } from './vpn-connection.ts';

/** Every kind of source that is read from an AWS account, and of what carries data from one to another. */
export const collectors = {
	's3-bucket': s3Bucket,
	's3-directory-bucket': s3DirectoryBucket,
	's3-table-bucket': s3TableBucket,
	's3-vector-bucket': s3VectorBucket,
	'rds-instance': rdsInstance,
	'aurora-cluster': auroraCluster,
	'documentdb-cluster': documentdbCluster,
	'neptune-cluster': neptuneCluster,
	'rds-integration': rdsIntegration,
	'dynamodb-table': dynamodbTable,
	'timestream-table': timestreamTable,
	'influxdb-instance': influxdbInstance,
	'log-group': logGroup,
	'kinesis-stream': kinesisStream,
	'stream-delivery': streamDelivery,
	'firehose-stream': firehoseStream,
	'msk-cluster': mskCluster,
	'topic-delivery': topicDelivery,
	'redshift-cluster': redshiftCluster,
	'redshift-namespace': redshiftNamespace,
	'redshift-integration': redshiftIntegration,
	'opensearch-domain': opensearchDomain,
	'opensearch-collection': opensearchCollection,
	'elasticache-cluster': elasticacheCluster,
	'memorydb-cluster': memorydbCluster,
	'efs-file-system': efsFileSystem,
	'fsx-file-system': fsxFileSystem,
	'ebs-volume': ebsVolume,
	'glue-table': glueTable,
	'glue-connection': glueConnection,
	'glue-job': glueJob,
	'glue-integration': glueIntegration,
	'athena-catalog': athenaCatalog,
	'athena-workgroup': athenaWorkgroup,
	'lake-formation-resource': lakeFormationResource,
	'macie-session': macieSession,
	'feature-group': featureGroup,
	'data-exchange-entitlement': dataExchangeEntitlement,
	'appflow-flow': appflowFlow,
	'dms-endpoint': dmsEndpoint,
	'dms-task': dmsTask,
	'datasync-location': datasyncLocation,
	'datasync-task': datasyncTask,
	'storage-gateway-share': storageGatewayShare,
	'direct-connect': directConnect,
	'vpn-connection': vpnConnection,
	'vpc-flow-log': vpcFlowLog,
	'cloudtrail-trail': cloudtrailTrail,
	'iot-topic-rule': iotTopicRule,
	'sitewise-store': sitewiseStore,
} as const satisfies Record<string, Collector>;

export type CollectedKind = keyof typeof collectors;
