import {
	GetBucketEncryptionCommand,
	GetBucketLifecycleConfigurationCommand,
	GetBucketLocationCommand,
	GetBucketPolicyStatusCommand,
	GetBucketReplicationCommand,
	GetBucketTaggingCommand,
	GetBucketVersioningCommand,
	GetPublicAccessBlockCommand,
	ListBucketsCommand,
	ListDirectoryBucketsCommand,
	S3Client,
} from '@aws-sdk/client-s3';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of Amazon S3 that may be sent; the bundle carries no others. */
const commands = {
	GetBucketEncryption: GetBucketEncryptionCommand,
	GetBucketLifecycleConfiguration: GetBucketLifecycleConfigurationCommand,
	GetBucketLocation: GetBucketLocationCommand,
	GetBucketPolicyStatus: GetBucketPolicyStatusCommand,
	GetBucketReplication: GetBucketReplicationCommand,
	GetBucketTagging: GetBucketTaggingCommand,
	GetBucketVersioning: GetBucketVersioningCommand,
	GetPublicAccessBlock: GetPublicAccessBlockCommand,
	ListBuckets: ListBucketsCommand,
	ListDirectoryBuckets: ListDirectoryBucketsCommand,
};

/** A connection to Amazon S3. */
export const connect = (settings: Settings): Connection =>
	connection(
		new S3Client({
			...clientSettings(settings),
			forcePathStyle: true,
			followRegionRedirects: true,
		}),
		commands,
	);
