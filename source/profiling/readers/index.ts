import type { Reader } from '../reader.ts';
import { databaseSchema } from './database-schema.ts';
import { dynamodbTable } from './dynamodb-table.ts';
import { folder } from './folder.ts';
import { kinesisStream } from './kinesis-stream.ts';
import { logGroup } from './log-group.ts';
import { s3Bucket } from './s3-bucket.ts';

/** A reader for each kind of source of which samples can be read. */
export const readers = {
	'database-schema': databaseSchema,
	'dynamodb-table': dynamodbTable,
	folder,
	'kinesis-stream': kinesisStream,
	'log-group': logGroup,
	's3-bucket': s3Bucket,
} as const satisfies Readonly<Record<string, Reader>>;

/** The reader of a kind; undefined where there is none. */
export const readerOf = (kind: string): Reader | undefined =>
	Object.hasOwn(readers, kind) ? readers[kind as keyof typeof readers] : undefined;
