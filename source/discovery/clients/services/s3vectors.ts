import { GetVectorBucketCommand, ListVectorBucketsCommand, S3VectorsClient } from '@aws-sdk/client-s3vectors';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of Amazon S3 Vectors that may be sent; the bundle carries no others. */
const commands = {
	GetVectorBucket: GetVectorBucketCommand,
	ListVectorBuckets: ListVectorBucketsCommand,
};

/** A connection to Amazon S3 Vectors. */
export const connect = (settings: Settings): Connection =>
	connection(new S3VectorsClient(clientSettings(settings)), commands);
