import { RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnDeliveryStream } from 'aws-cdk-lib/aws-kinesisfirehose';
import { LogGroup, LogStream, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { mayReceive, mayUseKey, mayWrite } from '../grants.ts';
import { type Around, type Ingest, streamOf, type Unit } from './ingest.ts';

/** Delivery of a stream, or of records put to it, into the lake: gzipped JSON, a folder for each hour. */
export const dataFirehose: Ingest = {
	build(scope, unit, around) {
		// The rule or the subscription before it makes the delivery that it needs.
		const { services } = unit.flow;
		const isMade = services.includes('iot-core') && !streamOf(scope, unit.source, around);
		if (isMade || services.includes('cloudwatch-logs-delivery')) return undefined;
		deliver(scope, unit, around);
		return unit.flow.settings['data-firehose']?.format === 'parquet'
			? 'it is delivered as JSON; for Parquet, name a table of the Data Catalog as its schema in lib/ingest/data-firehose.ts'
			: undefined;
	},
};

/** Takes log events out of the envelope in which CloudWatch Logs packs them. */
export const unpackLogs: readonly CfnDeliveryStream.ProcessorProperty[] = [
	{ type: 'Decompression', parameters: [{ parameterName: 'CompressionFormat', parameterValue: 'GZIP' }] },
	{ type: 'CloudWatchLogProcessing', parameters: [{ parameterName: 'DataMessageExtraction', parameterValue: 'true' }] },
];

/** A delivery stream into the unit's prefix. */
export function deliver(
	scope: Construct,
	{ flow, source, bucket, prefix }: Unit,
	around: Around,
	processors: readonly CfnDeliveryStream.ProcessorProperty[] = [],
): CfnDeliveryStream {
	const { lake } = around;
	const logs = new LogGroup(scope, 'delivery-logs', {
		encryptionKey: lake.key,
		retention: RetentionDays.SIX_MONTHS,
		removalPolicy: RemovalPolicy.DESTROY,
	});
	const log = new LogStream(scope, 'delivery-log', { logGroup: logs, removalPolicy: RemovalPolicy.DESTROY });
	const stream = streamOf(scope, source, around);
	const role = new Role(scope, 'delivery-role', { assumedBy: new ServicePrincipal('firehose.amazonaws.com') });
	mayWrite(role, bucket, prefix);
	mayWrite(role, bucket, `failed/${prefix}`);
	mayUseKey(role, lake.key);
	role.addToPolicy(new PolicyStatement({ actions: ['logs:PutLogEvents'], resources: [logs.logGroupArn] }));
	if (stream) mayReceive(role, stream);
	const seconds = Number(flow.settings['data-firehose']?.bufferSeconds ?? 300);
	const delivery = new CfnDeliveryStream(scope, 'delivery', {
		// What comes from a stream is encrypted there; Firehose then refuses a key of its own.
		...(stream
			? {
					deliveryStreamType: 'KinesisStreamAsSource',
					kinesisStreamSourceConfiguration: { kinesisStreamArn: stream.streamArn, roleArn: role.roleArn },
				}
			: {
					deliveryStreamType: 'DirectPut',
					deliveryStreamEncryptionConfigurationInput: {
						keyType: 'CUSTOMER_MANAGED_CMK',
						keyArn: lake.key.keyArn,
					},
				}),
		extendedS3DestinationConfiguration: {
			bucketArn: bucket.bucketArn,
			roleArn: role.roleArn,
			prefix: `${prefix}arrived=!{timestamp:yyyy-MM-dd-HH}/`,
			errorOutputPrefix: `failed/${prefix}!{firehose:error-output-type}/!{timestamp:yyyy-MM-dd}/`,
			bufferingHints: {
				intervalInSeconds: Math.min(Math.max(Math.round(seconds), 0) || 0, 900),
				sizeInMBs: 128,
			},
			compressionFormat: 'GZIP',
			fileExtension: '.json.gz',
			encryptionConfiguration: { kmsEncryptionConfig: { awskmsKeyArn: lake.key.keyArn } },
			cloudWatchLoggingOptions: { enabled: true, logGroupName: logs.logGroupName, logStreamName: log.logStreamName },
			...(processors.length > 0 ? { processingConfiguration: { enabled: true, processors: [...processors] } } : {}),
		},
	});
	// Firehose tries what its role may when it is made.
	delivery.node.addDependency(role);
	return delivery;
}
