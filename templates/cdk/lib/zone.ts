import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import {
	BlockPublicAccess,
	Bucket,
	BucketEncryption,
	type IBucket,
	type LifecycleRule,
	ObjectOwnership,
	StorageClass,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Store } from './plan.ts';

/** What every bucket of this app has: no public access, TLS 1.2, an owner, and it outlives the stack. */
export const guarded = {
	blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
	enforceSSL: true,
	minimumTLSVersion: 1.2,
	objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
	removalPolicy: RemovalPolicy.RETAIN,
} as const;

/** The metrics of requests that tell whether anything comes in. */
export const loads = 'loads';

export interface ZoneProps {
	readonly store: Pick<Store, 'id' | 'archiveAfterDays' | 'deleteAfterDays'>;
	readonly key: IKey;
	readonly accessLogs: IBucket;
	/** Requests are counted, so that an alarm can tell when nothing comes in; that is paid for. */
	readonly counted?: boolean;
}

/** A bucket of the lake: encrypted with the lake's key, versioned, its accesses logged, with the lifecycle that the plan gives it. */
export class Zone extends Construct {
	readonly bucket: Bucket;

	constructor(scope: Construct, id: string, { store, key, accessLogs, counted = false }: ZoneProps) {
		super(scope, id);
		this.bucket = new Bucket(this, 'bucket', {
			...guarded,
			encryption: BucketEncryption.KMS,
			encryptionKey: key,
			bucketKeyEnabled: true,
			versioned: true,
			serverAccessLogsBucket: accessLogs,
			serverAccessLogsPrefix: `${store.id}/`,
			lifecycleRules: lifecycle(store),
			metrics: counted ? [{ id: loads }] : [],
		});
	}
}

/** Old versions go after 30 days: without that, deleting a person's rows would leave them readable. */
function lifecycle({ archiveAfterDays, deleteAfterDays }: ZoneProps['store']): LifecycleRule[] {
	const archived = archiveAfterDays !== undefined && archiveAfterDays < (deleteAfterDays ?? Number.POSITIVE_INFINITY);
	return [
		{
			id: 'tidy-up',
			abortIncompleteMultipartUploadAfter: Duration.days(7),
			noncurrentVersionExpiration: Duration.days(30),
			expiredObjectDeleteMarker: deleteAfterDays === undefined,
		},
		...(archived
			? [
					{
						id: 'archive',
						// Read within milliseconds, so that training on old data needs no restore.
						transitions: [
							{
								storageClass: StorageClass.GLACIER_INSTANT_RETRIEVAL,
								transitionAfter: Duration.days(archiveAfterDays),
							},
						],
					},
				]
			: []),
		...(deleteAfterDays === undefined ? [] : [{ id: 'delete', expiration: Duration.days(deleteAfterDays) }]),
	];
}

/** A bucket that is there already, with the key that encrypts it if it is known: whoever may read the one may then use the other. */
export const existingBucket = (scope: Construct, id: string, bucketName: string, key?: string): IBucket =>
	Bucket.fromBucketAttributes(scope, id, {
		bucketName,
		...(key === undefined ? {} : { encryptionKey: Key.fromKeyArn(scope, `${id}-key`, key) }),
	});
