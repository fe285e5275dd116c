import type {
	DescribeDeliveryStreamCommandOutput,
	DestinationDescription,
	ListDeliveryStreamsCommandOutput,
	SourceDescription,
} from '@aws-sdk/client-firehose';
import type { Link } from '../../estate/estate.ts';
import { arnOf, bucketIn } from '../reading/arn.ts';
import { ask, tellGaps } from '../reading/ask.ts';
import { atOnce } from '../reading/at-once.ts';
import { agedAtMost } from '../reading/copy-age.ts';
import { keyNamed } from '../reading/keys.ts';
import { lastName, listed } from '../reading/listed.ts';
import { measured, type Stated } from '../reading/measured.ts';
import { getMetricData, readSeries, type Series } from '../reading/metrics.ts';
import { measureStreams, type RateMetrics } from '../reading/stream-rates.ts';
import { tellSource } from '../reading/tell-source.ts';
import { newestOf } from '../reading/week.ts';
import type { Collector, Metric, Reading } from './collector.ts';

/** 5 calls a second for an account in a region, and no more on request: Data Firehose quotas, 2026-11-22. */
const listStreams = {
	service: 'firehose',
	operation: 'ListDeliveryStreams',
	action: 'firehose:ListDeliveryStreams',
	rate: 5,
	burst: 5,
	answers: 'DeliveryStreamNames',
	why: 'Lists delivery streams.',
} as const;
const describeStream = {
	service: 'firehose',
	operation: 'DescribeDeliveryStream',
	action: 'firehose:DescribeDeliveryStream',
	rate: 5,
	burst: 5,
	answers: 'DeliveryStreamDescription',
	why: 'Says what a delivery stream reads and where it delivers.',
} as const;

const metrics: RateMetrics = {
	bytes: {
		namespace: 'AWS/Firehose',
		name: 'IncomingBytes',
		statistic: 'Sum',
		days: 7,
		why: 'What applications put into a delivery stream a day.',
	},
	records: {
		namespace: 'AWS/Firehose',
		name: 'IncomingRecords',
		statistic: 'Sum',
		days: 7,
		why: 'How many records they put a day, and so how large one is.',
	},
};

/** Seconds since the oldest record that is not delivered yet came in: Data Firehose metrics, 2026-11-22. */
const freshness: Metric = {
	namespace: 'AWS/Firehose',
	name: 'DeliveryToS3.DataFreshness',
	statistic: 'Maximum',
	days: 2,
	why: 'How old what lies in a bucket is at most.',
};

/** Firehose streams: a link from the stream that is read to where it is delivered; a source where applications put records. */
export const firehoseStream: Collector = {
	title: 'Firehose streams',
	family: 'stream',
	scope: 'region',
	calls: [listStreams, describeStream, getMetricData],
	metrics: [metrics.bytes, metrics.records, freshness],
	async collect(reading) {
		const links: Link[] = [];
		const put: { id: string; dimensions: { DeliveryStreamName: string } }[] = [];
		const lane = atOnce(5);
		const pages = listed<ListDeliveryStreamsCommandOutput>(reading, listStreams, {
			input: { Limit: 100 },
			token: 'ExclusiveStartDeliveryStreamName',
			next: ({ HasMoreDeliveryStreams, DeliveryStreamNames }) => lastName(HasMoreDeliveryStreams, DeliveryStreamNames),
		});
		for await (const { DeliveryStreamNames = [] } of pages) {
			for (const name of DeliveryStreamNames) {
				await lane.add(async () => {
					const id = arnOf(reading, 'firehose', `deliverystream/${name}`);
					reading.emit.seen(id);
					if (await tell(reading, id, name, links)) put.push({ id, dimensions: { DeliveryStreamName: name } });
				});
			}
		}
		await lane.done();
		await Promise.all([measureStreams(reading, metrics, put), measureAge(reading, links)]);
	},
};

/** Tells a stream; whether applications put into it, so that it is a source of its own. */
async function tell(reading: Reading, id: string, DeliveryStreamName: string, links: Link[]): Promise<boolean> {
	const { emit, cell: about } = reading;
	try {
		const { DeliveryStreamDescription: stream } = await ask<DescribeDeliveryStreamCommandOutput>(
			reading,
			describeStream,
			{ DeliveryStreamName },
		);
		const from = readFrom(stream?.Source) ?? id;
		for (const to of (stream?.Destinations ?? []).flatMap(deliversTo)) {
			const link = { from, to, by: id };
			emit.link(link);
			if (bucketIn(to)) links.push(link);
		}
		if (stream?.DeliveryStreamType !== 'DirectPut') return false;
		const { Status, KeyType, KeyARN } = stream.DeliveryStreamEncryptionConfiguration ?? {};
		const stated: Stated = {
			protocol: 'api',
			managed: 'other',
			updates: 'append',
			encrypted: Status === 'ENABLED' ? true : undefined,
			key: KeyType === 'AWS_OWNED_CMK' ? 'service' : keyNamed(KeyARN),
		};
		const facts = measured(stated, { by: describeStream, reading });
		tellSource(reading, { id, kind: 'firehose-stream', family: 'stream', title: DeliveryStreamName, facts });
		return true;
	} catch (error) {
		tellGaps(reading, { error, call: describeStream, region: reading.region, about: [about], facts: [] });
		return false;
	}
}

/** How old the objects are that a stream delivers; of other destinations it is not told here. */
async function measureAge(reading: Reading, links: readonly Link[]): Promise<void> {
	const rows = links.map((link) => {
		const DeliveryStreamName = link.by.slice(link.by.lastIndexOf('/') + 1);
		const series: Series = { id: link.by, metric: freshness, dimensions: { DeliveryStreamName }, facts: [] };
		return { link, series };
	});
	const points = await readSeries(
		reading,
		rows.map(({ series }) => series),
	);
	for (const { link, series } of rows) {
		const newest = newestOf(points, series);
		if (newest) reading.emit.link({ ...link, ...agedAtMost(reading, newest.value, `cloudwatch ${freshness.name}`) });
	}
}

const readFrom = (source: SourceDescription | undefined): string | undefined =>
	source?.KinesisStreamSourceDescription?.KinesisStreamARN ?? source?.MSKSourceDescription?.MSKClusterARN;

/** Where a destination stands: a bucket, a domain or a catalogue by its ARN, a warehouse by the address of its database. */
const deliversTo = (one: DestinationDescription): readonly string[] =>
	[
		one.AmazonopensearchserviceDestinationDescription?.DomainARN,
		one.IcebergDestinationDescription?.CatalogConfiguration?.CatalogARN,
		one.RedshiftDestinationDescription?.ClusterJDBCURL?.split(/[?;]/)[0],
		one.SnowflakeDestinationDescription?.AccountUrl,
		(one.ExtendedS3DestinationDescription ?? one.S3DestinationDescription)?.BucketARN,
	].flatMap((to) => to ?? []);
