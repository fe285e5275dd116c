import { Duration, RemovalPolicy, Size } from 'aws-cdk-lib';
import {
	Compression,
	DeliveryStream,
	EnableLogging,
	type IDataProcessor,
	KinesisStreamSource,
	S3Bucket,
	StreamEncryption,
} from 'aws-cdk-lib/aws-kinesisfirehose';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
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

/** A delivery stream into the unit's prefix; `id` tells it from others of the same unit. */
export function deliver(
	scope: Construct,
	{ flow, source, bucket, prefix }: Unit,
	around: Around,
	processors: readonly IDataProcessor[] = [],
): DeliveryStream {
	const { lake } = around;
	const logs = new LogGroup(scope, 'delivery-logs', {
		encryptionKey: lake.key,
		retention: RetentionDays.SIX_MONTHS,
		removalPolicy: RemovalPolicy.DESTROY,
	});
	const stream = streamOf(scope, source, around);
	const seconds = Number(flow.settings['data-firehose']?.bufferSeconds ?? 300);
	return new DeliveryStream(scope, 'delivery', {
		// What comes from a stream is encrypted there; Firehose then refuses a key of its own.
		...(stream
			? { source: new KinesisStreamSource(stream) }
			: { encryption: StreamEncryption.customerManagedKey(lake.key) }),
		destination: new S3Bucket(bucket, {
			dataOutputPrefix: `${prefix}arrived=!{timestamp:yyyy-MM-dd-HH}/`,
			errorOutputPrefix: `failed/${prefix}!{firehose:error-output-type}/!{timestamp:yyyy-MM-dd}/`,
			bufferingInterval: Duration.seconds(Math.min(Math.max(Math.round(seconds), 0) || 0, 900)),
			bufferingSize: Size.mebibytes(128),
			compression: Compression.GZIP,
			encryptionKey: lake.key,
			fileExtension: '.json.gz',
			processors: [...processors],
			loggingConfig: new EnableLogging(logs),
		}),
	});
}
