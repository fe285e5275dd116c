import { Aws } from 'aws-cdk-lib';
import { CfnChannel } from 'aws-cdk-lib/aws-kinesis';
import { mayReceive } from '../grants.ts';
import { channelOf } from './channel.ts';
import { type Ingest, streamOf } from './ingest.ts';

/** An on-demand stream that writes itself to S3, as objects or as an Iceberg table, without a consumer. */
export const kinesisS3Delivery: Ingest = {
	build(scope, unit, around) {
		const stream = streamOf(scope, unit.source, around);
		if (!stream) return 'there is no stream that it sends into';
		const { bucket, prefix } = unit;
		const channel = channelOf(scope, unit, around, 'kinesis.amazonaws.com');
		const { role, table, freshness, failed } = channel;
		mayReceive(role, stream);
		const dead = { bucketArn: bucket.bucketArn, expectedBucketOwner: Aws.ACCOUNT_ID, errorOutputPrefix: failed };
		const made = new CfnChannel(scope, 'channel', {
			channelName: channel.name,
			serviceExecutionRoleArn: role.roleArn,
			encryptionConfiguration: { encryptionType: 'KMS', keyId: around.lake.key.keyArn },
			loggingConfiguration: {
				cloudWatchLogs: {
					enabled: true,
					logGroupName: channel.logs.logGroupName,
					logStreamName: channel.log.logStreamName,
				},
			},
			streamConfigurationList: [
				{
					streamArn: stream.streamArn,
					recordConfiguration: { recordFormatType: 'JSON', ...(table ? { gsrSchemaArn: table.schemaArn } : {}) },
				},
			],
			...(table
				? {
						s3TablesDestinationConfiguration: {
							dataFreshnessInSeconds: freshness,
							deadLetterQueueS3Configuration: dead,
							s3TablesConfigurationList: [
								{
									tableBucketArn: table.store.bucketArn,
									namespace: table.store.namespace,
									tableName: table.name,
									compressionType: 'ZSTD',
								},
							],
						},
					}
				: {
						s3DestinationConfiguration: {
							dataFreshnessInSeconds: freshness,
							deadLetterQueueS3Configuration: dead,
							storageConfiguration: {
								bucketArn: bucket.bucketArn,
								expectedBucketOwner: Aws.ACCOUNT_ID,
								compressionType: 'GZIP',
								storageClass: 'STANDARD',
								outputKeyTemplate: `${prefix}arrived=!{yyyy}-!{MM}-!{dd}-!{HH}/!{channel-id}-!{mm}!{extension:.json.gz}`,
							},
						},
					}),
		});
		made.node.addDependency(role);
		return table && 'register its schema, and integrate S3 Tables with the analytics services of AWS once';
	},
};
