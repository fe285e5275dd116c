import {
	DescribeContinuousBackupsCommand,
	DescribeTableCommand,
	DynamoDBClient,
	ListTablesCommand,
} from '@aws-sdk/client-dynamodb';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of Amazon DynamoDB that may be sent; the bundle carries no others. */
const commands = {
	DescribeContinuousBackups: DescribeContinuousBackupsCommand,
	DescribeTable: DescribeTableCommand,
	ListTables: ListTablesCommand,
};

/** A connection to Amazon DynamoDB. */
export function connect(settings: Settings): Connection {
	const client = new DynamoDBClient({ ...clientSettings(settings), accountIdEndpointMode: 'disabled' });
	const { endpointProvider } = client.config;
	// Tables have no addresses of their own in this mode, but the SDK would work the address out for each table anew.
	client.config.endpointProvider = ({ ResourceArn: _, ResourceArnList: __, ...asked }, context) =>
		endpointProvider(asked, context);
	return connection(client, commands);
}
