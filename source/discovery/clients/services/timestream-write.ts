import {
	DescribeEndpointsCommand,
	ListDatabasesCommand,
	ListTablesCommand,
	TimestreamWriteClient,
} from '@aws-sdk/client-timestream-write';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of Amazon Timestream for LiveAnalytics that may be sent; the bundle carries no others. */
const commands = {
	DescribeEndpoints: DescribeEndpointsCommand,
	ListDatabases: ListDatabasesCommand,
	ListTables: ListTablesCommand,
};

/** A connection to Amazon Timestream for LiveAnalytics. */
export const connect = (settings: Settings): Connection =>
	connection(new TimestreamWriteClient(clientSettings(settings)), commands);
