import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IStream } from 'aws-cdk-lib/aws-kinesis';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Asset } from 'aws-cdk-lib/aws-s3-assets';

/** A role, or a policy that somebody is given. */
interface Grantee {
	addToPrincipalPolicy(statement: PolicyStatement): unknown;
}

// The grants of CDK write `s3:GetObject*` and `kms:GenerateDataKey*`. These name each action, so that a policy says what it gives.
const listing = ['s3:GetBucketLocation', 's3:ListBucket'];
const writing = [
	's3:AbortMultipartUpload',
	's3:DeleteObject',
	's3:GetObject',
	's3:ListMultipartUploadParts',
	's3:PutObject',
];

/** What a service does with a key that encrypts what it reads and writes. */
export const usesKey = ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'];

/** Lets somebody do what is named, with what is named. */
export const allow = (who: Grantee, actions: readonly string[], resources: readonly string[]): void => {
	who.addToPrincipalPolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }));
};

/** Lets somebody decrypt with a key, and with `write` also encrypt. */
export function mayUseKey(who: Grantee, key: IKey, use: 'read' | 'write' = 'write'): void {
	allow(who, use === 'read' ? ['kms:Decrypt', 'kms:DescribeKey'] : usesKey, [key.keyArn]);
}

/** Lets somebody list a bucket and read its objects below a prefix, with the key of the bucket if it is one of this app. */
export function mayRead(who: Grantee, bucket: IBucket, prefix = '', more: readonly string[] = []): void {
	allow(who, listing, [bucket.bucketArn]);
	allow(who, ['s3:GetObject', ...more], [bucket.arnForObjects(`${prefix}*`)]);
	if (bucket.encryptionKey) mayUseKey(who, bucket.encryptionKey, 'read');
}

/** Lets somebody list a bucket, and read, write and delete its objects below a prefix. */
export function mayWrite(who: Grantee, bucket: IBucket, prefix = '', more: readonly string[] = []): void {
	allow(who, [...listing, 's3:ListBucketMultipartUploads'], [bucket.bucketArn]);
	allow(who, [...writing, ...more], [bucket.arnForObjects(`${prefix}*`)]);
	if (bucket.encryptionKey) mayUseKey(who, bucket.encryptionKey);
}

/** Lets somebody read a file that is deployed with the app. */
export function mayFetch(who: Grantee, asset: Asset): void {
	allow(who, ['s3:GetObject'], [asset.bucket.arnForObjects(asset.s3ObjectKey)]);
}

/** Lets somebody read what was put below a prefix of a bucket, such as the JAR of a connector. */
export function mayFetchBelow(who: Grantee, bucket: IBucket, prefix: string): void {
	allow(who, ['s3:GetObject'], [bucket.arnForObjects(`${prefix}*`)]);
	if (bucket.encryptionKey) mayUseKey(who, bucket.encryptionKey, 'read');
}

/** Lets somebody put records into a stream. */
export function maySend(who: Grantee, stream: IStream): void {
	allow(
		who,
		['kinesis:DescribeStreamSummary', 'kinesis:ListShards', 'kinesis:PutRecord', 'kinesis:PutRecords'],
		[stream.streamArn],
	);
	if (stream.encryptionKey) mayUseKey(who, stream.encryptionKey);
}

/** Lets somebody read the records of a stream. */
export function mayReceive(who: Grantee, stream: IStream): void {
	const reading = ['DescribeStream', 'DescribeStreamSummary', 'GetRecords', 'GetShardIterator', 'ListShards'];
	allow(
		who,
		reading.map((action) => `kinesis:${action}`),
		[stream.streamArn],
	);
	if (stream.encryptionKey) mayUseKey(who, stream.encryptionKey, 'read');
}
