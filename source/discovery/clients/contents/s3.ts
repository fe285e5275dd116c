import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of Amazon S3 that read contents; a profile sends them after a yes, and discovery cannot. */
const commands = {
	GetObject: GetObjectCommand,
	ListObjectsV2: ListObjectsV2Command,
};

/** A connection to Amazon S3 that reads contents. */
export const connect = (settings: Settings): Connection =>
	connection(
		new S3Client({
			...clientSettings(settings),
			forcePathStyle: true,
			followRegionRedirects: true,
			// The sum of a whole object says nothing about a part of it.
			responseChecksumValidation: 'WHEN_REQUIRED',
		}),
		commands,
		'contents',
	);
