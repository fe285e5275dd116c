import { DescribeFileSystemsCommand, EFSClient } from '@aws-sdk/client-efs';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of Amazon EFS that may be sent; the bundle carries no others. */
const commands = {
	DescribeFileSystems: DescribeFileSystemsCommand,
};

/** A connection to Amazon EFS. */
export const connect = (settings: Settings): Connection =>
	connection(new EFSClient(clientSettings(settings)), commands);
