import { DescribeChannelCommand, KafkaClient, ListChannelsCommand, ListClustersV2Command } from '@aws-sdk/client-kafka';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of Amazon MSK that may be sent; the bundle carries no others. */
const commands = {
	DescribeChannel: DescribeChannelCommand,
	ListChannels: ListChannelsCommand,
	ListClustersV2: ListClustersV2Command,
};

/** A connection to Amazon MSK. */
export const connect = (settings: Settings): Connection =>
	connection(new KafkaClient(clientSettings(settings)), commands);
