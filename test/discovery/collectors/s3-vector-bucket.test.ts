import { expect, test } from 'vitest';
import { s3VectorBucket } from '../../../source/discovery/collectors/s3-vector-bucket.ts';
import { collect, valuesOf } from '../../peers/reading.ts';

const id = 'arn:aws:s3vectors:eu-central-1:123456789012:bucket/faces';

test('a vector bucket is told with its key, and no vector is read', async () => {
	const { sources, gaps, caller } = await collect(s3VectorBucket, {
		ListVectorBuckets: ({ input }) =>
			input.nextToken === undefined
				? { vectorBuckets: [], nextToken: 'more' }
				: { vectorBuckets: [{ vectorBucketArn: id, vectorBucketName: 'faces' }] },
		GetVectorBucket: { vectorBucket: { encryptionConfiguration: { sseType: 'AES256' } } },
	});
	expect(gaps).toEqual([]);
	expect(sources.map(({ id: own, kind, family, title }) => [own, kind, family, title])).toEqual([
		[id, 's3-vector-bucket', 'vector', 'faces'],
	]);
	expect(valuesOf(sources[0]?.facts)).toEqual({
		protocol: 'api',
		managed: 's3',
		public: false,
		encrypted: true,
		key: 'service',
	});
	expect(caller.asked).toHaveLength(3);
});
