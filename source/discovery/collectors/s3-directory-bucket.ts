import type { ListDirectoryBucketsCommandOutput, Bucket as ListedBucket } from '@aws-sdk/client-s3';
import { arnOf } from '../reading/arn.ts';
import type { Bucket } from '../reading/bucket-details.ts';
import { bucketObjects, bucketSize, listMetrics, measureBuckets } from '../reading/bucket-sizes.ts';
import { listed } from '../reading/listed.ts';
import { measured } from '../reading/measured.ts';
import { getMetricData } from '../reading/metrics.ts';
import { tellSource } from '../reading/tell-source.ts';
import type { Collector, Reading } from './collector.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-28. */
const listBuckets = {
	service: 's3',
	operation: 'ListDirectoryBuckets',
	action: 's3express:ListAllMyDirectoryBuckets',
	rate: 5,
	burst: 10,
	answers: 'Buckets',
	why: 'Lists directory buckets (S3 Express One Zone), which no other list holds.',
} as const;

/** How every directory bucket is named; an endpoint that knows none lists all buckets under the same request. */
const isDirectory = /--x-s3$/;

/** Directory buckets of S3 Express One Zone. They are always encrypted and never open to the public. */
export const s3DirectoryBucket: Collector = {
	title: 'S3 directory buckets',
	family: 'object',
	scope: 'region',
	calls: [listBuckets, listMetrics, getMetricData],
	metrics: [bucketSize, bucketObjects],
	async collect(reading) {
		const found: Bucket[] = [];
		const pages = listed<ListDirectoryBucketsCommandOutput>(reading, listBuckets, {
			input: { MaxDirectoryBuckets: 1000 },
			token: 'ContinuationToken',
			next: ({ ContinuationToken }) => ContinuationToken,
		});
		for await (const { Buckets = [] } of pages) {
			for (const bucket of Buckets) if (isDirectory.test(bucket.Name ?? '')) found.push(tell(reading, bucket));
		}
		if (found.length > 0) await measureBuckets(reading, found, reading.region);
	},
};

function tell(reading: Reading, { Name: name = '', BucketArn }: ListedBucket): Bucket {
	const id = BucketArn ?? arnOf(reading, 's3express', `bucket/${name}`);
	const facts = measured(
		{ protocol: 's3', managed: 's3', encrypted: true, public: false, versioned: false },
		{ by: listBuckets, reading },
	);
	tellSource(reading, { id, kind: 's3-directory-bucket', family: 'object', title: name, facts });
	return { id, name, region: reading.region };
}
