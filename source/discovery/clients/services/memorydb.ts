import { DescribeClustersCommand, MemoryDBClient } from '@aws-sdk/client-memorydb';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of Amazon MemoryDB that may be sent; the bundle carries no others. */
const commands = {
	DescribeClusters: DescribeClustersCommand,
};

/** A connection to Amazon MemoryDB. */
export const connect = (settings: Settings): Connection =>
	connection(new MemoryDBClient(clientSettings(settings)), commands);
