import { DescribeCacheClustersCommand, ElastiCacheClient } from '@aws-sdk/client-elasticache';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of Amazon ElastiCache that may be sent; the bundle carries no others. */
const commands = {
	DescribeCacheClusters: DescribeCacheClustersCommand,
};

/** A connection to Amazon ElastiCache. */
export const connect = (settings: Settings): Connection =>
	connection(new ElastiCacheClient(clientSettings(settings)), commands);
