import { type Answers, account, denied, first, home, key, named, refusal } from '../recording.ts';

/** A bucket as its many small reads tell it. Absent: AWS says that there is none. */
interface Bucket {
	readonly region: string;
	readonly created: string;
	/** The key that encrypts new objects; S3's own when left out. */
	readonly kmsKey?: string;
	readonly versioned?: boolean;
	readonly lifecycle?: readonly object[] | 'denied';
	readonly tags?: Readonly<Record<string, string>>;
	/** Whether all public access is blocked; absent where nobody said. */
	readonly blocked?: boolean;
	readonly policy?: 'private' | 'public' | 'denied';
}

const toRare = (days: number, StorageClass: string) => ({
	ID: `after-${days}-days`,
	Status: 'Enabled',
	Filter: { Prefix: '' },
	Transitions: [{ Days: days, StorageClass }],
});

const buckets: Readonly<Record<string, Bucket>> = {
	'brightmoor-clickstream-archive': {
		region: first,
		created: '2019-03-11T09:14:00Z',
		lifecycle: [toRare(90, 'STANDARD_IA')],
		tags: { owner: 'web-analytics', 'data-class': 'personal' },
		blocked: true,
	},
	'brightmoor-contact-recordings': {
		region: home,
		created: '2023-05-02T07:40:00Z',
		kmsKey: key('6b1f0c1e-9a55-4c6e-8a61-3f7d2a0c9e51'),
		versioned: true,
		lifecycle: 'denied',
		tags: { owner: 'customer-service', 'data-class': 'personal' },
		blocked: true,
		policy: 'private',
	},
	'brightmoor-equipment-logs': {
		region: home,
		created: '2021-08-23T12:02:00Z',
		tags: { owner: 'plant-engineering' },
		blocked: true,
	},
	'brightmoor-org-trail': {
		region: home,
		created: '2020-01-15T16:20:00Z',
		kmsKey: key('c2a4d9f0-51b7-4e0b-9d0e-8b7f6a5e4d3c'),
		versioned: true,
		lifecycle: [toRare(365, 'GLACIER_IR')],
		tags: { owner: 'security' },
		policy: 'denied',
	},
	'brightmoor-product-images': {
		region: home,
		created: '2020-06-30T10:00:00Z',
		versioned: true,
		tags: { owner: 'merchandising' },
		blocked: false,
		policy: 'public',
	},
	'brightmoor-vpc-flow-logs': {
		region: home,
		created: '2020-01-15T16:25:00Z',
		tags: { owner: 'security' },
		blocked: true,
		policy: 'private',
	},
};

const bucketOf = (input: Readonly<Record<string, unknown>>): readonly [name: string, bucket: Bucket] => {
	const name = named(input, 'Bucket');
	const bucket = buckets[name];
	if (bucket) return [name, bucket];
	throw refusal('NoSuchBucket', 'The specified bucket does not exist', 404);
};

const rule = (kmsKey: string | undefined) => ({
	ApplyServerSideEncryptionByDefault: kmsKey
		? { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: kmsKey }
		: { SSEAlgorithm: 'AES256' },
	BucketKeyEnabled: kmsKey !== undefined,
});

/** What Amazon S3 answers about the recorded buckets. */
export const s3: Answers = {
	ListBuckets: () => ({
		Buckets: Object.entries(buckets).map(([Name, { region, created }]) => ({
			Name,
			BucketRegion: region,
			BucketArn: `arn:aws:s3:::${Name}`,
			CreationDate: new Date(created),
		})),
		Owner: { ID: account },
	}),
	GetBucketLocation(input) {
		const [, { region }] = bucketOf(input);
		return region === first ? {} : { LocationConstraint: region };
	},
	GetBucketEncryption(input) {
		const [, { kmsKey }] = bucketOf(input);
		return { ServerSideEncryptionConfiguration: { Rules: [rule(kmsKey)] } };
	},
	GetBucketVersioning(input) {
		const [, { versioned }] = bucketOf(input);
		return versioned ? { Status: 'Enabled' } : {};
	},
	GetBucketLifecycleConfiguration(input) {
		const [name, { lifecycle }] = bucketOf(input);
		if (lifecycle === 'denied') throw denied('s3:GetLifecycleConfiguration', `arn:aws:s3:::${name}`);
		if (lifecycle) return { Rules: lifecycle, TransitionDefaultMinimumObjectSize: 'all_storage_classes_128K' };
		throw refusal('NoSuchLifecycleConfiguration', 'The lifecycle configuration does not exist', 404);
	},
	GetBucketTagging(input) {
		const [, { tags }] = bucketOf(input);
		if (tags) return { TagSet: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) };
		throw refusal('NoSuchTagSet', 'The TagSet does not exist', 404);
	},
	GetPublicAccessBlock(input) {
		const [, { blocked }] = bucketOf(input);
		if (blocked === undefined) {
			throw refusal('NoSuchPublicAccessBlockConfiguration', 'The public access block configuration was not found', 404);
		}
		return {
			PublicAccessBlockConfiguration: {
				BlockPublicAcls: blocked,
				IgnorePublicAcls: blocked,
				BlockPublicPolicy: blocked,
				RestrictPublicBuckets: blocked,
			},
		};
	},
	GetBucketReplication() {
		throw refusal('ReplicationConfigurationNotFoundError', 'The replication configuration was not found', 404);
	},
	ListDirectoryBuckets: () => ({ Buckets: [] }),
	GetBucketPolicyStatus(input) {
		const [name, { policy }] = bucketOf(input);
		if (policy === 'denied') throw denied('s3:GetBucketPolicyStatus', `arn:aws:s3:::${name}`);
		if (policy) return { PolicyStatus: { IsPublic: policy === 'public' } };
		throw refusal('NoSuchBucketPolicy', 'The bucket policy does not exist', 404);
	},
	GetBucketLogging(input) {
		bucketOf(input);
		return {};
	},
};
