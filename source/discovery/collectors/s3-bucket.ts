import type {
	GetBucketLocationCommandOutput,
	ListBucketsCommandOutput,
	Bucket as ListedBucket,
} from '@aws-sdk/client-s3';
import { ask, tellGaps } from '../reading/ask.ts';
import { atOnce } from '../reading/at-once.ts';
import { type Bucket, bucketCalls, getBucketLocation, readBucket } from '../reading/bucket-details.ts';
import { getReplication, readReplication } from '../reading/bucket-replication.ts';
import { bucketObjects, bucketSize, listMetrics, measureBuckets } from '../reading/bucket-sizes.ts';
import { measured } from '../reading/measured.ts';
import { getMetricData } from '../reading/metrics.ts';
import { pages } from '../reading/pages.ts';
import { awsPlace, partitionOf } from '../reading/place.ts';
import type { Collector, Reading } from './collector.ts';

/** Pages of 1,000: without a size AWS leaves the regions out, and refuses accounts above 10,000 buckets. */
const listBuckets = {
	service: 's3',
	operation: 'ListBuckets',
	action: 's3:ListAllMyBuckets',
	rate: 5,
	burst: 10,
	answers: 'Buckets',
	why: 'Lists buckets with their regions.',
} as const;

/** General purpose buckets of all regions. Sizes come from CloudWatch; objects are never listed. */
export const s3Bucket: Collector = {
	title: 'S3 buckets',
	family: 'object',
	scope: 'global',
	calls: [listBuckets, ...bucketCalls, getReplication, listMetrics, getMetricData],
	metrics: [bucketSize, bucketObjects],
	async collect(reading) {
		const found: Bucket[] = [];
		const lane = atOnce(20);
		const fetch = (ContinuationToken: string | undefined) =>
			ask<ListBucketsCommandOutput>(reading, listBuckets, {
				MaxBuckets: 1000,
				...(ContinuationToken ? { ContinuationToken } : {}),
			});
		for await (const { Buckets = [] } of pages(fetch, ({ ContinuationToken }) => ContinuationToken)) {
			for (const listed of Buckets) {
				await lane.add(async () => {
					const bucket = await tell(reading, listed);
					found.push(bucket);
					await Promise.all([readBucket(reading, bucket), readReplication(reading, bucket)]);
				});
			}
		}
		await lane.done();
		const regions = Map.groupBy(found, ({ region }) => region);
		await Promise.all([...regions].map(([region, buckets]) => measureBuckets(reading, buckets, region)));
	},
};

async function tell(reading: Reading, { Name: name = '', BucketRegion }: ListedBucket): Promise<Bucket> {
	const { account, emit } = reading;
	const id = `arn:${partitionOf(reading.region)}:s3:::${name}`;
	const region = BucketRegion ?? (await locate(reading, id, name));
	emit.source({
		id,
		kind: 's3-bucket',
		family: 'object',
		title: name,
		place: awsPlace(account, region),
		account,
		...(region === undefined ? {} : { region }),
		facts: measured({ protocol: 's3', managed: 's3' }, { by: listBuckets, reading }),
	});
	return { id, name, region: region ?? reading.region };
}

/** The region of a bucket that is listed without one; undefined, with a gap, where AWS does not tell. */
async function locate(reading: Reading, id: string, Bucket: string): Promise<string | undefined> {
	try {
		const { LocationConstraint: location } = await ask<GetBucketLocationCommandOutput>(reading, getBucketLocation, {
			Bucket,
		});
		// The two oldest regions have names from before there were regions.
		if (!location) return 'us-east-1';
		return location === 'EU' ? 'eu-west-1' : location;
	} catch (error) {
		tellGaps(reading, { error, call: getBucketLocation, region: reading.region, about: [id], facts: [] });
		return undefined;
	}
}
