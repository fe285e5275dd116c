import { expect, test } from 'vitest';
import { s3DirectoryBucket } from '../../../source/discovery/collectors/s3-directory-bucket.ts';
import { collect, daysAgo, metrics, valuesOf } from '../../peers/reading.ts';

const id = 'arn:aws:s3express:eu-central-1:123456789012:bucket/fast--euc1-az1--x-s3';
const size = {
	Dimensions: [
		{ Name: 'StorageType', Value: 'ExpressOneZone' },
		{ Name: 'BucketName', Value: 'fast--euc1-az1--x-s3' },
	],
};

test('a directory bucket is closed and encrypted, and holds what its daily metric says', async () => {
	const { sources, gaps } = await collect(s3DirectoryBucket, {
		ListDirectoryBuckets: { Buckets: [{ Name: 'fast--euc1-az1--x-s3' }] },
		ListMetrics: { Metrics: [size] },
		GetMetricData: metrics({ 'BucketSizeBytes ExpressOneZone': [[daysAgo(1), 5e9]] }),
	});
	expect(gaps).toEqual([]);
	expect(sources.map(({ id: own, kind, family }) => [own, kind, family])).toEqual([
		[id, 's3-directory-bucket', 'object'],
	]);
	expect(valuesOf(sources[0]?.facts)).toEqual({
		protocol: 's3',
		managed: 's3',
		encrypted: true,
		public: false,
		versioned: false,
		volume: 5e9,
	});
});

test('pages follow the token, what is named otherwise is none, and a region without one asks for no metric', async () => {
	const { sources } = await collect(s3DirectoryBucket, {
		ListDirectoryBuckets: ({ input }) =>
			input.ContinuationToken === undefined
				? { Buckets: [{ Name: 'a--x-s3' }], ContinuationToken: 'more' }
				: { Buckets: [{ Name: 'b--x-s3' }, { Name: 'no-directory' }] },
		ListMetrics: { Metrics: [] },
	});
	expect(sources.map(({ title }) => title)).toEqual(['a--x-s3', 'b--x-s3']);
	const { caller } = await collect(s3DirectoryBucket, { ListDirectoryBuckets: { Buckets: [] } });
	expect(caller.asked).toEqual(['eu-central-1 ListDirectoryBuckets']);
});
