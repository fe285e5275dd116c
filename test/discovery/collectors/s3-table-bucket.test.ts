import { expect, test } from 'vitest';
import { s3TableBucket } from '../../../source/discovery/collectors/s3-table-bucket.ts';
import { collect, daysAgo, metrics, valuesOf } from '../../peers/reading.ts';
import { awsError, denied } from '../../peers/table-caller.ts';

const id = 'arn:aws:s3tables:eu-central-1:123456789012:bucket/lake';
const bucket = { arn: id, name: 'lake', type: 'customer' };
const always = {
	format: 'parquet',
	structure: 'structured',
	'structure.iceberg': true,
	protocol: 's3',
	managed: 's3',
	public: false,
};

test('a table bucket holds Iceberg tables, as much as its daily metric says', async () => {
	const { sources, gaps, caller } = await collect(s3TableBucket, {
		ListTableBuckets: { tableBuckets: [bucket] },
		GetTableBucketEncryption: { encryptionConfiguration: { sseAlgorithm: 'AES256' } },
		GetMetricData: metrics({ 'TotalBucketStorage lake': [[daysAgo(1), 7e12]] }),
	});
	expect(gaps).toEqual([]);
	expect(valuesOf(sources[0]?.facts)).toEqual({ ...always, encrypted: true, key: 'service', volume: 7e12 });
	expect(caller.inputsOf('GetTableBucketEncryption')).toEqual([{ tableBucketARN: id }]);
});

test('one that AWS keeps says so; a KMS key leaves open whose it is, and no setting means the key of the service', async () => {
	const kms = { sseAlgorithm: 'aws:kms', kmsKeyArn: 'arn:aws:kms:eu-central-1:123456789012:key/1' };
	const { sources } = await collect(s3TableBucket, {
		ListTableBuckets: { tableBuckets: [{ ...bucket, type: 'aws' }] },
		GetTableBucketEncryption: { encryptionConfiguration: kms },
		GetMetricData: { MetricDataResults: [] },
	});
	expect(sources.map(({ title }) => title)).toEqual(['lake (kept by AWS)']);
	expect(valuesOf(sources[0]?.facts)).toEqual({ ...always, encrypted: true });
	const bare = await collect(s3TableBucket, {
		ListTableBuckets: { tableBuckets: [bucket] },
		GetTableBucketEncryption: awsError('NotFoundException', 'none', 404),
		GetMetricData: { MetricDataResults: [] },
	});
	expect(bare.sources[0]?.facts.key?.value).toBe('service');
});

test('a denied detail leaves its facts open and names the action', async () => {
	const { gaps } = await collect(s3TableBucket, {
		ListTableBuckets: { tableBuckets: [bucket] },
		GetTableBucketEncryption: denied('s3tables:GetTableBucketEncryption'),
		GetMetricData: { MetricDataResults: [] },
	});
	expect(gaps.map(({ about, fact, action }) => [about, fact, action])).toEqual([
		[id, 'encrypted', 's3tables:GetTableBucketEncryption'],
		[id, 'key', 's3tables:GetTableBucketEncryption'],
	]);
});
