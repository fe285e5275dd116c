import { GetRecordsCommand, GetShardIteratorCommand, KinesisClient, ListShardsCommand } from '@aws-sdk/client-kinesis';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of Amazon Kinesis Data Streams that read contents; a profile sends them after a yes, and discovery cannot. */
const commands = {
	GetRecords: GetRecordsCommand,
	GetShardIterator: GetShardIteratorCommand,
	ListShards: ListShardsCommand,
};

/** A connection to Amazon Kinesis Data Streams that reads contents. */
export const connect = (settings: Settings): Connection =>
	connection(new KinesisClient({ ...clientSettings(settings), accountIdEndpointMode: 'disabled' }), commands);
