import { Aws, CfnParameter } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnChannel } from 'aws-cdk-lib/aws-msk';
import { channelOf } from './channel.ts';
import type { Ingest } from './ingest.ts';

/** A topic of an Express cluster that writes itself to S3, as objects or as an Iceberg table. */
export const mskDataDelivery: Ingest = {
	build(scope, unit, around) {
		const { bucket, prefix, source } = unit;
		const { lake } = around;
		const topic = new CfnParameter(scope, 'TopicArn', {
			description: `ARN of the topic of ${source.title}`.slice(0, 1024),
			allowedPattern: '^arn:[a-z-]+:kafka:[a-z0-9-]+:\\d{12}:topic/.+$',
		}).valueAsString;
		const channel = channelOf(scope, unit, around, 'kafka.amazonaws.com');
		const { role, table, freshness } = channel;
		role.addToPolicy(
			new PolicyStatement({
				actions: ['kafka-cluster:DescribeTopic', 'kafka-cluster:ReadData'],
				resources: [topic],
			}),
		);
		const dead = {
			bucketArn: bucket.bucketArn,
			errorOutputPrefix: channel.failed,
			expectedBucketOwner: Aws.ACCOUNT_ID,
		};
		const made = new CfnChannel(scope, 'channel', {
			channelName: channel.name,
			encryptionConfiguration: { kmsKeyArn: lake.key.keyArn },
			loggingInfo: { cloudWatchLogs: { enabled: true, logGroup: channel.logs.logGroupName } },
			topicConfigurationList: [
				{
					topicArn: topic,
					recordConverter: { valueConverter: 'JSON' },
					...(table ? { recordSchema: { gsrArn: table.schemaArn } } : {}),
				},
			],
			...(table
				? {
						icebergDestinationConfiguration: {
							serviceExecutionRoleArn: role.roleArn,
							appendOnly: true,
							dataFreshnessInSeconds: freshness,
							deadLetterQueueS3: dead,
							destinationTableList: [
								{ destinationDatabaseName: table.store.namespace, destinationTableName: table.name },
							],
							catalog: { warehouseLocation: table.store.bucketArn },
							schemaEvolution: { enableSchemaEvolution: false },
							tableCreation: { enableTableCreation: true },
						},
					}
				: {
						s3DestinationConfiguration: {
							serviceExecutionRoleArn: role.roleArn,
							dataFreshnessInSeconds: freshness,
							deadLetterQueueS3: dead,
							storage: {
								bucketArn: bucket.bucketArn,
								expectedBucketOwner: Aws.ACCOUNT_ID,
								compressionType: 'GZIP',
								storageClass: 'STANDARD',
								outputPrefix: prefix,
							},
						},
					}),
		});
		made.node.addDependency(role);
		return 'let its role read the topic by a policy of the cluster';
	},
};
