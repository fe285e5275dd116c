import { auroraCluster } from './aurora-cluster.ts';
import { cloudtrailTrail } from './cloudtrail-trail.ts';
import type { Collector } from './collector.ts';
import { datasyncLocation } from './datasync-location.ts';
import { datasyncTask } from './datasync-task.ts';
import { directConnect } from './direct-connect.ts';
import { dmsEndpoint } from './dms-endpoint.ts';
import { dmsTask } from './dms-task.ts';
import { dynamodbTable } from './dynamodb-table.ts';
import { ebsVolume } from './ebs-volume.ts';
import { efsFileSystem } from './efs-file-system.ts';
import { elasticacheCluster } from './elasticache-cluster.ts';
import { firehoseStream } from './firehose-stream.ts';
import { fsxFileSystem } from './fsx-file-system.ts';
import { glueConnection } from './glue-connection.ts';
import { glueTable } from './glue-table.ts';
import { iotTopicRule } from './iot-topic-rule.ts';
import { kinesisStream } from './kinesis-stream.ts';
import { logGroup } from './log-group.ts';
import { mskCluster } from './msk-cluster.ts';
import { opensearchDomain } from './opensearch-domain.ts';
import { rdsInstance } from './rds-instance.ts';
import { redshiftCluster } from './redshift-cluster.ts';
import { s3Bucket } from './s3-bucket.ts';
import { vpcFlowLog } from './vpc-flow-log.ts';
import { vpnConnection } from './vpn-connection.ts';

/** Every kind of source that is read from an AWS account, and of what carries data from one to another. */
export const collectors = {
	's3-bucket': s3Bucket,
	'rds-instance': rdsInstance,
	'aurora-cluster': auroraCluster,
	'dynamodb-table': dynamodbTable,
	'log-group': logGroup,
	'kinesis-stream': kinesisStream,
	'firehose-stream': firehoseStream,
	'msk-cluster': mskCluster,
	'redshift-cluster': redshiftCluster,
	'opensearch-domain': opensearchDomain,
	'elasticache-cluster': elasticacheCluster,
	'efs-file-system': efsFileSystem,
	'fsx-file-system': fsxFileSystem,
	'ebs-volume': ebsVolume,
	'glue-table': glueTable,
	'glue-connection': glueConnection,
	'dms-endpoint': dmsEndpoint,
	'dms-task': dmsTask,
	'datasync-location': datasyncLocation,
	'datasync-task': datasyncTask,
	'direct-connect': directConnect,
	'vpn-connection': vpnConnection,
	'vpc-flow-log': vpcFlowLog,
	'cloudtrail-trail': cloudtrailTrail,
	'iot-topic-rule': iotTopicRule,
} as const satisfies Record<string, Collector>;

export type CollectedKind = keyof typeof collectors;
