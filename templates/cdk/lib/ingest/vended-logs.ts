import { Stack } from 'aws-cdk-lib';
import { CfnFlowLog } from 'aws-cdk-lib/aws-ec2';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { usesKey } from '../grants.ts';
import { asked } from './asked.ts';
import type { Ingest } from './ingest.ts';

/** Flow logs of a network that AWS writes to the lake itself, as Parquet, a folder for each hour. Other services are switched on where they stand. */
export const vendedLogs: Ingest = {
	build(scope, { source, bucket, prefix }, { lake }) {
		if (source.kind !== 'vpc-flow-log' || !(bucket instanceof Bucket))
			return `switch its logs on at the service, to ${prefix} of the bucket of its zone`;
		const stack = Stack.of(scope);
		const network = asked(scope, source, 'VpcId', 'VPC', { allowedPattern: '^vpc-[0-9a-f]{8,17}$' });
		const writer = new ServicePrincipal('delivery.logs.amazonaws.com', {
			conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
		});
		const allow = (actions: readonly string[], resources: readonly string[]) =>
			bucket.addToResourcePolicy(
				new PolicyStatement({ principals: [writer], actions: [...actions], resources: [...resources] }),
			);
		allow(['s3:GetBucketAcl', 's3:ListBucket'], [bucket.bucketArn]);
		allow(['s3:PutObject'], [bucket.arnForObjects(`${prefix}*`)]);
		// The key of somebody else gets this by whoever owns it.
		if (lake.key instanceof Key) lake.key.grant(writer, ...usesKey);
		new CfnFlowLog(scope, 'flow-log', {
			resourceId: network,
			resourceType: 'VPC',
			trafficType: 'ALL',
			logDestinationType: 's3',
			logDestination: `${bucket.bucketArn}/${prefix}`,
			maxAggregationInterval: 600,
			// Its names are not translated: CDK hands them on as they are.
			destinationOptions: { FileFormat: 'parquet', HiveCompatiblePartitions: true, PerHourPartition: true },
		});
		return undefined;
	},
};
