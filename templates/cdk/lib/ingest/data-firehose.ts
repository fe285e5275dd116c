import { Aws, CfnCondition, CfnParameter, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnTable } from 'aws-cdk-lib/aws-glue';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnDeliveryStream } from 'aws-cdk-lib/aws-kinesisfirehose';
import { LogGroup, LogStream, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { asParquet } from '../datasets.ts';
import { mayReceive, mayUseKey, mayWrite } from '../grants.ts';
import { constructId, datasetOf } from '../names.ts';
import { type Around, type Ingest, streamOf, type Unit } from './ingest.ts';
import { topicOf } from './topic.ts';

/** Delivery of a stream, or of records put to it, into the lake: gzipped JSON, a folder for each hour. */
export const dataFirehose: Ingest = {
	build(scope, unit, around) {
		// The rule or the subscription before it makes the delivery that it needs.
		const { services } = unit.flow;
		const isMade = services.includes('iot-core') && !streamOf(scope, unit.source, around);
		const makers = ['cloudwatch-logs-delivery', 'cloudwatch-metric-streams'];
		if (isMade || makers.some((maker) => services.includes(maker))) return undefined;
		const made = deliver(scope, unit, around);
		if (made.mskSourceConfiguration !== undefined)
			return 'switch on multi-VPC connectivity with IAM on its cluster, which AWS lets nobody do while a cluster is made (aws kafka update-connectivity), and name its topic; then deploy again with ClusterIsReachable=yes';
		const wanted = unit.flow.settings['data-firehose']?.format === 'parquet';
		if (!wanted || asParquet(unit.flow, unit.source, around.environment)) return undefined;
		return `the plan wants it as Parquet; say its columns in environment.json, "columns", below ${JSON.stringify(unit.source.id)}: until then it is delivered as JSON`;
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
	unit: Unit,
	around: Around,
	processors: readonly CfnDeliveryStream.ProcessorProperty[] = [],
): CfnDeliveryStream {
	const { flow, source, bucket, prefix } = unit;
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
	const topic = stream ? undefined : topicOf(scope, unit, around, role);
	const columns = asParquet(flow, source, around.environment);
	const seconds = Number(flow.settings['data-firehose']?.bufferSeconds ?? 300);
	const delivery = new CfnDeliveryStream(scope, 'delivery', {
		// What comes from a stream is encrypted there; Firehose then refuses a key of its own.
		...(stream
			? {
					deliveryStreamType: 'KinesisStreamAsSource',
					kinesisStreamSourceConfiguration: { kinesisStreamArn: stream.streamArn, roleArn: role.roleArn },
				}
			: topic
				? {
						deliveryStreamName: `${around.environment.name}-${constructId(source)}`.slice(0, 64),
						deliveryStreamType: 'MSKAsSource',
						mskSourceConfiguration: topic,
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
			...(columns
				? { ...parquet(scope, unit, around, role, columns), fileExtension: '.parquet' }
				: { compressionFormat: 'GZIP', fileExtension: '.json.gz' }),
			encryptionConfiguration: { kmsEncryptionConfig: { awskmsKeyArn: lake.key.keyArn } },
			cloudWatchLoggingOptions: { enabled: true, logGroupName: logs.logGroupName, logStreamName: log.logStreamName },
			...(processors.length > 0 ? { processingConfiguration: { enabled: true, processors: [...processors] } } : {}),
		},
	});
	// Firehose tries what its role may when it is made.
	delivery.node.addDependency(role);
	if (topic)
		delivery.cfnOptions.condition = once(
			scope,
			'ClusterIsReachable',
			'Firehose can reach the cluster: multi-VPC connectivity is on',
		);
	return delivery;
}

/** How records become Parquet: by a table with the columns that somebody said. */
function parquet(
	scope: Construct,
	{ flow, source, bucket, prefix }: Unit,
	{ plan, lake }: Around,
	role: Role,
	columns: Readonly<Record<string, string>>,
) {
	const database = lake.databaseOf(plan, flow.to);
	if (!database) return { compressionFormat: 'UNCOMPRESSED' };
	const table = new CfnTable(scope, 'schema', {
		catalogId: Aws.ACCOUNT_ID,
		databaseName: database.databaseName,
		tableInput: {
			name: datasetOf(source),
			tableType: 'EXTERNAL_TABLE',
			parameters: { classification: 'parquet' },
			storageDescriptor: {
				columns: Object.entries(columns).map(([name, type]) => ({ name, type })),
				location: bucket.s3UrlForObject(prefix),
				inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
				outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
				serdeInfo: { serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
			},
		},
	});
	const stack = Stack.of(scope);
	const arn = (resource: string, resourceName: string) => stack.formatArn({ service: 'glue', resource, resourceName });
	role.addToPolicy(
		new PolicyStatement({
			actions: ['glue:GetDatabase', 'glue:GetTable', 'glue:GetTableVersion', 'glue:GetTableVersions'],
			resources: [
				stack.formatArn({ service: 'glue', resource: 'catalog' }),
				arn('database', database.databaseName),
				arn('table', `${database.databaseName}/${datasetOf(source)}`),
			],
		}),
	);
	return {
		compressionFormat: 'UNCOMPRESSED',
		dataFormatConversionConfiguration: {
			enabled: true,
			schemaConfiguration: {
				roleArn: role.roleArn,
				catalogId: Aws.ACCOUNT_ID,
				databaseName: database.databaseName,
				tableName: table.ref,
				region: Aws.REGION,
				versionId: 'LATEST',
			},
			inputFormatConfiguration: { deserializer: { openXJsonSerDe: {} } },
			outputFormatConfiguration: { serializer: { parquetSerDe: { compression: 'SNAPPY' } } },
		},
	};
}

/** A resource that waits until somebody says yes: making it before would fail and take the whole stack back. */
function once(scope: Construct, id: string, says: string): CfnCondition {
	const said = new CfnParameter(scope, id, { description: says, allowedValues: ['yes', 'no'], default: 'no' });
	return new CfnCondition(scope, `${id}-yes`, { expression: Fn.conditionEquals(said.valueAsString, 'yes') });
}
