import type { ListMetricsCommandOutput } from '@aws-sdk/client-cloudwatch';
import type { DeclaredCall, Metric, Reading } from '../collectors/collector.ts';
import { ask, tellGaps } from './ask.ts';
import type { Bucket } from './bucket-details.ts';
import { factsOf } from './measured.ts';
import { type Point, readSeries, type Series } from './metrics.ts';
import { pages } from './pages.ts';
import { growth, sizeOf } from './stored.ts';

/** Quota of 25 a second a region: CloudWatch quotas, 2026-11-22. */
export const listMetrics = {
	service: 'cloudwatch',
	operation: 'ListMetrics',
	action: 'cloudwatch:ListMetrics',
	rate: 25,
	burst: 25,
	answers: 'Metrics',
	why: 'Says which storage classes a bucket has, so that only those are measured.',
} as const satisfies DeclaredCall;

/** Published once a day, up to two days late, so that the newest point of some days counts. */
export const bucketSize: Metric = {
	namespace: 'AWS/S3',
	name: 'BucketSizeBytes',
	statistic: 'Average',
	days: 30,
	why: 'Size of a bucket in each storage class, and how it grew.',
};
export const bucketObjects: Metric = {
	namespace: 'AWS/S3',
	name: 'NumberOfObjects',
	statistic: 'Average',
	days: 30,
	why: 'Number of objects of a bucket.',
};

/** What S3 stores for itself, or of uploads that were never finished. */
const notData = /Overhead$|Staging/;

/** Size, objects and growth of the buckets of one region; unknown where CloudWatch has no metric of a bucket yet. */
export async function measureBuckets(reading: Reading, buckets: readonly Bucket[], region: string): Promise<void> {
	const named = new Map(buckets.map((bucket) => [bucket.name, bucket]));
	const sizes = new Map<string, Series[]>();
	try {
		const input = { Namespace: bucketSize.namespace, MetricName: bucketSize.name };
		const fetch = (NextToken: string | undefined) =>
			ask<ListMetricsCommandOutput>(reading, listMetrics, NextToken ? { ...input, NextToken } : input, region);
		for await (const { Metrics = [] } of pages(fetch, ({ NextToken }) => NextToken)) {
			for (const { Dimensions = [] } of Metrics) {
				const dimensions = Object.fromEntries(Dimensions.map(({ Name = '', Value = '' }) => [Name, Value]));
				const bucket = named.get(dimensions.BucketName ?? '');
				if (bucket === undefined || notData.test(dimensions.StorageType ?? '')) continue;
				const series: Series = { id: bucket.id, metric: bucketSize, dimensions, facts: ['volume', 'change'] };
				sizes.set(bucket.id, [...(sizes.get(bucket.id) ?? []), series]);
			}
		}
	} catch (error) {
		const about = buckets.map(({ id }) => id);
		return tellGaps(reading, { error, call: listMetrics, region, about, facts: ['volume', 'change', 'objects'] });
	}
	const rows = buckets.flatMap(({ id, name }) => {
		const dimensions = { StorageType: 'AllStorageTypes', BucketName: name };
		const objects: Series = { id, metric: bucketObjects, dimensions, facts: ['objects'] };
		const stored = sizes.get(id);
		return stored ? [{ id, stored, objects }] : [];
	});
	const points = await readSeries(
		reading,
		rows.flatMap(({ stored, objects }) => [...stored, objects]),
		region,
	);
	const pointsOf = (series: Series): readonly Point[] => points.get(series) ?? [];
	for (const { id, stored, objects } of rows) tell(reading, id, stored.map(pointsOf), pointsOf(objects));
}

function tell(reading: Reading, id: string, stored: readonly (readonly Point[])[], objects: readonly Point[]): void {
	const size = sizeOf(stored);
	if (size) {
		reading.emit.facts(id, factsOf({ volume: size.value }, `cloudwatch ${bucketSize.name}`, size.at.toISOString()));
	}
	const count = objects[0];
	if (count) {
		reading.emit.facts(
			id,
			factsOf({ objects: count.value }, `cloudwatch ${bucketObjects.name}`, count.at.toISOString()),
		);
	}
	const grew = growth(stored);
	if (grew) {
		const evidence = `cloudwatch ${bucketSize.name}, net growth of ${grew.days} days`;
		reading.emit.facts(id, factsOf({ change: grew.rate }, evidence, grew.until.toISOString()));
	}
}
