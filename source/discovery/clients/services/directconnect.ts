import { DescribeConnectionsCommand, DirectConnectClient } from '@aws-sdk/client-direct-connect';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of AWS Direct Connect that may be sent; the bundle carries no others. */
const commands = {
	DescribeConnections: DescribeConnectionsCommand,
};

/** A connection to AWS Direct Connect. */
export const connect = (settings: Settings): Connection =>
	connection(new DirectConnectClient(clientSettings(settings)), commands);
