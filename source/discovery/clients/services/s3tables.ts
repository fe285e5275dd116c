import {
	GetTableBucketEncryptionCommand,
	ListTableBucketsCommand,
	ListTablesCommand,
	S3TablesClient,
} from '@aws-sdk/client-s3tables';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of Amazon S3 Tables that may be sent; the bundle carries no others. */
const commands = {
	GetTableBucketEncryption: GetTableBucketEncryptionCommand,
	ListTableBuckets: ListTableBucketsCommand,
	ListTables: ListTablesCommand,
};

/** A connection to Amazon S3 Tables. */
export const connect = (settings: Settings): Connection =>
	connection(new S3TablesClient(clientSettings(settings)), commands);
