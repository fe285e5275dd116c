import { DescribeFileSystemsCommand, FSxClient } from '@aws-sdk/client-fsx';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of Amazon FSx that may be sent; the bundle carries no others. */
const commands = {
	DescribeFileSystems: DescribeFileSystemsCommand,
};

/** A connection to Amazon FSx. */
export const connect = (settings: Settings): Connection =>
	connection(new FSxClient(clientSettings(settings)), commands);
