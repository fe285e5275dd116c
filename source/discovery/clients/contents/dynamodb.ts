import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of Amazon DynamoDB that read contents; a profile sends them after a yes, and discovery cannot. */
const commands = {
	Scan: ScanCommand,
};

/** A connection to Amazon DynamoDB that reads contents. */
export const connect = (settings: Settings): Connection =>
	connection(new DynamoDBClient({ ...clientSettings(settings), accountIdEndpointMode: 'disabled' }), commands);
