import { expect, test } from 'vitest';
import { s3Bucket } from '../../../source/discovery/collectors/s3-bucket.ts';
import { collect, daysAgo, metrics, valuesOf } from '../../peers/reading.ts';
import { awsError, denied, type Table } from '../../peers/table-caller.ts';

const region = 'eu-central-1';
const clicks = 'arn:aws:s3:::clicks';

/** One bucket as AWS makes them today: closed, encrypted, otherwise bare. */
const bare: Table = {
	DescribeKey: { KeyMetadata: { KeyManager: 'CUSTOMER' } },
	ListBuckets: { Buckets: [{ Name: 'clicks', BucketRegion: region }] },
	GetBucketEncryption: {
		ServerSideEncryptionConfiguration: { Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] },
	},
	GetBucketVersioning: {},
	GetBucketLifecycleConfiguration: awsError('NoSuchLifecycleConfiguration', 'none', 404),
	GetBucketTagging: awsError('NoSuchTagSet', 'none', 404),
	GetPublicAccessBlock: {
		PublicAccessBlockConfiguration: { RestrictPublicBuckets: true, IgnorePublicAcls: true },
	},
	GetBucketReplication: awsError('ReplicationConfigurationNotFoundError', 'none', 404),
	ListMetrics: { Metrics: [] },
	GetMetricData: { MetricDataResults: [] },
};
const stored = (StorageType: string, bucket = 'clicks') => ({
	Dimensions: [
		{ Name: 'StorageType', Value: StorageType },
		{ Name: 'BucketName', Value: bucket },
	],
});

test('a bucket is told with what its settings say, and its size stays unknown where CloudWatch has none', async () => {
	const { sources, gaps, caller } = await collect(s3Bucket, bare);
	const at = '2026-11-25T09:00:00.000Z';
	const known = (value: unknown, evidence: string) => ({ value, from: 'measured', evidence, at });
	expect(sources).toEqual([
		{
			id: clicks,
			kind: 's3-bucket',
			family: 'object',
			title: 'clicks',
			place: 'aws:123456789012:eu-central-1',
			account: '123456789012',
			region,
			facts: {
				encrypted: known(true, 's3:GetBucketEncryption'),
				key: known('service', 's3:GetBucketEncryption'),
				'lifecycle.rules': known(false, 's3:GetBucketLifecycleConfiguration'),
				managed: known('s3', 's3:ListBuckets'),
				protocol: known('s3', 's3:ListBuckets'),
				public: known(false, 's3:GetPublicAccessBlock'),
				versioned: known(false, 's3:GetBucketVersioning'),
			},
		},
	]);
	expect(gaps).toEqual([]);
	expect(caller.asked.toSorted()).toEqual([
		'eu-central-1 GetBucketEncryption clicks',
		'eu-central-1 GetBucketLifecycleConfiguration clicks',
		'eu-central-1 GetBucketReplication clicks',
		'eu-central-1 GetBucketTagging clicks',
		'eu-central-1 GetBucketVersioning clicks',
		'eu-central-1 GetPublicAccessBlock clicks',
		'eu-central-1 ListBuckets',
		'eu-central-1 ListMetrics',
	]);
});

test('size is the sum over storage classes, without what S3 keeps for itself; objects are counted once', async () => {
	const { sources } = await collect(s3Bucket, {
		...bare,
		ListMetrics: {
			Metrics: [
				...['StandardStorage', 'GlacierStorage', 'GlacierObjectOverhead', 'GlacierStagingStorage'].map((type) =>
					stored(type),
				),
				stored('StandardStorage', 'of-another-account'),
			],
		},
		GetMetricData: metrics({
			'BucketSizeBytes StandardStorage': [[daysAgo(1), 4e12]],
			'BucketSizeBytes GlacierStorage': [[daysAgo(2), 3e12]],
			'BucketSizeBytes GlacierObjectOverhead': [[daysAgo(1), 5e9]],
			'BucketSizeBytes GlacierStagingStorage': [[daysAgo(1), 5e9]],
			'NumberOfObjects clicks': [
				[daysAgo(1), 41_000],
				[daysAgo(2), 40_000],
			],
		}),
	});
	expect({ volume: sources[0]?.facts.volume, objects: sources[0]?.facts.objects }).toEqual({
		volume: { value: 7e12, from: 'measured', evidence: 'cloudwatch BucketSizeBytes', at: '2026-11-24T00:00:00.000Z' },
		objects: {
			value: 41_000,
			from: 'measured',
			evidence: 'cloudwatch NumberOfObjects',
			at: '2026-11-24T00:00:00.000Z',
		},
	});
});

test('a bucket that grows says how fast; one that does not leaves it open', async () => {
	const changeOf = async (sizes: readonly number[]) => {
		const { sources } = await collect(s3Bucket, {
			...bare,
			ListMetrics: { Metrics: [stored('StandardStorage')] },
			GetMetricData: metrics({
				'BucketSizeBytes StandardStorage': sizes.map((value, index) => [daysAgo(1 + index * 10), value] as const),
			}),
		});
		return sources[0]?.facts.change;
	};
	expect(await changeOf([3e12, 2e12, 1e12])).toEqual({
		value: 2e12 / (20 * 86_400),
		from: 'measured',
		evidence: 'cloudwatch BucketSizeBytes, net growth of 20 days',
		at: '2026-11-24T00:00:00.000Z',
	});
	expect(await changeOf([1e12, 1e12])).toBeUndefined();
	expect(await changeOf([1e12, 2e12])).toBeUndefined();
});

test('buckets of all pages and regions are found, and each is read in its own region', async () => {
	const page = (names: readonly string[], BucketRegion: string, ContinuationToken?: string) => ({
		Buckets: names.map((Name) => ({ Name, BucketRegion })),
		ContinuationToken,
	});
	const pages: Readonly<Record<string, object>> = {
		start: page(['a', 'b'], region, 'more'),
		more: page([], region, 'rest'),
		rest: page(['c'], 'us-east-1'),
	};
	const { sources, caller } = await collect(s3Bucket, {
		...bare,
		ListBuckets: ({ input }) => pages[String(input.ContinuationToken ?? 'start')],
	});
	expect(sources.map(({ title, place }) => `${title} ${place}`)).toEqual([
		'a aws:123456789012:eu-central-1',
		'b aws:123456789012:eu-central-1',
		'c aws:123456789012:us-east-1',
	]);
	expect(caller.inputsOf('ListBuckets')).toEqual([
		{ MaxBuckets: 1000 },
		{ MaxBuckets: 1000, ContinuationToken: 'more' },
		{ MaxBuckets: 1000, ContinuationToken: 'rest' },
	]);
	expect(caller.asked.filter((call) => call.startsWith('us-east-1')).toSorted()).toEqual([
		'us-east-1 GetBucketEncryption c',
		'us-east-1 GetBucketLifecycleConfiguration c',
		'us-east-1 GetBucketReplication c',
		'us-east-1 GetBucketTagging c',
		'us-east-1 GetBucketVersioning c',
		'us-east-1 GetPublicAccessBlock c',
		'us-east-1 ListMetrics',
	]);
});

test.each([
	[{}, 'us-east-1'],
	[{ LocationConstraint: 'EU' }, 'eu-west-1'],
	[{ LocationConstraint: 'ap-south-1' }, 'ap-south-1'],
])('where the list does not say the region, the bucket does: %j', async (location, expected) => {
	const { sources } = await collect(s3Bucket, {
		...bare,
		ListBuckets: { Buckets: [{ Name: 'clicks' }] },
		GetBucketLocation: location,
	});
	expect(sources.map((source) => source.region)).toEqual([expected]);
});

test('a bucket whose region is kept secret is still found', async () => {
	const { sources, gaps } = await collect(s3Bucket, {
		...bare,
		ListBuckets: { Buckets: [{ Name: 'clicks' }] },
		GetBucketLocation: denied('s3:GetBucketLocation'),
	});
	expect(sources.map(({ id, place, region }) => ({ id, place, region }))).toEqual([
		{ id: clicks, place: 'aws:123456789012:unknown', region: undefined },
	]);
	expect(gaps).toEqual([
		{
			about: clicks,
			action: 's3:GetBucketLocation',
			why: 'These credentials may not call s3:GetBucketLocation.',
			cure: 'Allow it, or the whole read-only policy that `headwater policy` prints, then discover again with --resume.',
		},
	]);
});

test.each([
	['GetBucketEncryption', ['encrypted', 'key'], 's3:GetEncryptionConfiguration'],
	['GetBucketVersioning', ['versioned'], 's3:GetBucketVersioning'],
	['GetBucketLifecycleConfiguration', ['lifecycle.rules', 'lifecycle.small'], 's3:GetLifecycleConfiguration'],
	['GetBucketTagging', ['owner'], 's3:GetBucketTagging'],
	['GetPublicAccessBlock', ['public'], 's3:GetBucketPublicAccessBlock'],
	['ListMetrics', ['change', 'objects', 'volume'], 'cloudwatch:ListMetrics'],
])('%s denied: %j stays unknown, the action is named, the rest is there', async (operation, facts, action) => {
	const whole = await collect(s3Bucket, bare);
	const { sources, gaps } = await collect(s3Bucket, { ...bare, [operation]: denied(action) });
	const expected = Object.entries(valuesOf(whole.sources[0]?.facts)).filter(([fact]) => !facts.includes(fact));
	expect(valuesOf(sources[0]?.facts)).toEqual(Object.fromEntries(expected));
	expect(gaps.map(({ about, fact, action }) => ({ about, fact, action })).toSorted(byFact)).toEqual(
		facts.map((fact) => ({ about: clicks, fact, action })),
	);
});
const byFact = (a: { fact: string | undefined }, b: { fact: string | undefined }) =>
	String(a.fact) < String(b.fact) ? -1 : 1;

const encryptedBy = (algorithm: string, key?: string) => ({
	ServerSideEncryptionConfiguration: {
		Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: algorithm, KMSMasterKeyID: key } }],
	},
});
test.each([
	['a key that AWS owns', encryptedBy('AES256'), { encrypted: true, key: 'service' }],
	['the aws/s3 key', encryptedBy('aws:kms'), { encrypted: true, key: 'aws-managed' }],
	[
		'the aws/s3 key, named',
		encryptedBy('aws:kms', 'arn:aws:kms:eu-central-1:123456789012:alias/aws/s3'),
		{ encrypted: true, key: 'aws-managed' },
	],
	['a key of the customer', encryptedBy('aws:kms:dsse', 'arn:aws:kms:x:1:key/2'), { encrypted: true, key: 'customer' }],
	[
		'no encryption, as stores that resemble S3 say',
		awsError('ServerSideEncryptionConfigurationNotFoundError', 'none', 404),
		{ encrypted: false, key: 'none' },
	],
])('encrypted with %s', async (_, answer, expected) => {
	const { sources, gaps } = await collect(s3Bucket, { ...bare, GetBucketEncryption: answer });
	const { encrypted, key } = valuesOf(sources[0]?.facts);
	expect({ encrypted, key, gaps }).toEqual({ ...expected, gaps: [] });
});

const block = (RestrictPublicBuckets: boolean, IgnorePublicAcls: boolean) => ({
	PublicAccessBlockConfiguration: { RestrictPublicBuckets, IgnorePublicAcls },
});
const noBlock = awsError('NoSuchPublicAccessBlockConfiguration', 'none', 404);
const policy = (IsPublic: boolean) => ({ PolicyStatus: { IsPublic } });
const noPolicy = awsError('NoSuchBucketPolicy', 'none', 404);
test.each([
	['everything is blocked', block(true, true), policy(true), false],
	['the policy opens it and nothing is blocked', noBlock, policy(true), true],
	['the policy opens it and only lists are blocked', block(false, true), policy(true), true],
	['the policy keeps it closed and lists are blocked', block(false, true), policy(false), false],
	['there is no policy and lists are blocked', block(false, true), noPolicy, false],
	['lists may open it, which nobody read', noBlock, noPolicy, undefined],
	['lists may open it, whatever the policy', block(true, false), policy(true), undefined],
	['the endpoint does not say', noBlock, { PolicyStatus: {} }, undefined],
])('open to the public: %s', async (_, GetPublicAccessBlock, GetBucketPolicyStatus, expected) => {
	const { sources, gaps } = await collect(s3Bucket, { ...bare, GetPublicAccessBlock, GetBucketPolicyStatus });
	expect({ public: valuesOf(sources[0]?.facts).public, gaps }).toEqual({ public: expected, gaps: [] });
});

test('a bucket that is deleted while it is read is no gap', async () => {
	const gone = awsError('NoSuchBucket', 'gone', 404);
	const { gaps } = await collect(s3Bucket, {
		...bare,
		GetBucketEncryption: gone,
		GetBucketVersioning: gone,
		GetBucketLifecycleConfiguration: gone,
		GetBucketTagging: gone,
		GetPublicAccessBlock: gone,
	});
	expect(gaps).toEqual([]);
});

test('the owner comes from the tags, however they are spelled', async () => {
	const { sources } = await collect(s3Bucket, {
		...bare,
		GetBucketTagging: {
			TagSet: [
				{ Key: 'team', Value: 'web' },
				{ Key: 'Owner', Value: 'ana' },
			],
		},
	});
	expect(valuesOf(sources[0]?.facts).owner).toBe('ana');
});

test('a token that expires while buckets are read ends the reading', async () => {
	const expired = awsError('ExpiredToken', 'expired', 403);
	await expect(collect(s3Bucket, { ...bare, GetBucketTagging: expired })).rejects.toBe(expired);
});

const moving = (TransitionDefaultMinimumObjectSize?: string) => ({
	Rules: [{ Status: 'Enabled', Transitions: [{ Days: 90, StorageClass: 'GLACIER' }] }],
	TransitionDefaultMinimumObjectSize,
});
test.each([
	['they move small objects too', moving('varies_by_storage_class'), { rules: true, small: true }],
	['they leave small objects', moving('all_storage_classes_128K'), { rules: true, small: false }],
	['they do not say', moving(), { rules: true, small: undefined }],
	['they only delete', { Rules: [{ Status: 'Enabled', Expiration: { Days: 30 } }] }, { rules: true, small: undefined }],
	['they are switched off', { Rules: [{ Status: 'Disabled' }] }, { rules: false, small: undefined }],
])('lifecycle rules: %s', async (_, GetBucketLifecycleConfiguration, expected) => {
	const { sources } = await collect(s3Bucket, { ...bare, GetBucketLifecycleConfiguration });
	const { 'lifecycle.rules': rules, 'lifecycle.small': small } = valuesOf(sources[0]?.facts);
	expect({ rules, small }).toEqual(expected);
});

test('rules that copy objects are links to the other bucket; rules that are off are not', async () => {
	const Rules = [
		{ ID: 'all', Status: 'Enabled', Destination: { Bucket: 'arn:aws:s3:::copy' } },
		{ ID: 'old', Status: 'Disabled', Destination: { Bucket: 'arn:aws:s3:::older' } },
	];
	const { links } = await collect(s3Bucket, { ...bare, GetBucketReplication: { ReplicationConfiguration: { Rules } } });
	expect(links).toEqual([{ from: clicks, to: 'arn:aws:s3:::copy', by: `${clicks}/replication/all` }]);
	const untold = await collect(s3Bucket, { ...bare, GetBucketReplication: denied('s3:GetReplicationConfiguration') });
	expect([untold.links, untold.gaps.map(({ about, action }) => [about, action])]).toEqual([
		[],
		[[clicks, 's3:GetReplicationConfiguration']],
	]);
});
