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
export const connect = (settings: Settings): Connection =>
	connection(new DynamoDBClient({ ...clientSettings(settings), accountIdEndpointMode: 'disabled' }), commands);
