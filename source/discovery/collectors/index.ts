import { auroraCluster } from './aurora-cluster.ts';
import type { Collector } from './collector.ts';
import { dynamodbTable } from './dynamodb-table.ts';
import { logGroup } from './log-group.ts';
import { rdsInstance } from './rds-instance.ts';
import { s3Bucket } from './s3-bucket.ts';

/** Every kind of source that is read from an AWS account. */
export const collectors = {
	's3-bucket': s3Bucket,
	'rds-instance': rdsInstance,
	'aurora-cluster': auroraCluster,
	'dynamodb-table': dynamodbTable,
	'log-group': logGroup,
} as const satisfies Record<string, Collector>;

export type CollectedKind = keyof typeof collectors;
