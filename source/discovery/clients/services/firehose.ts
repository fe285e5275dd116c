import { DescribeDeliveryStreamCommand, FirehoseClient, ListDeliveryStreamsCommand } from '@aws-sdk/client-firehose';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of Amazon Data Firehose that may be sent; the bundle carries no others. */
const commands = {
	DescribeDeliveryStream: DescribeDeliveryStreamCommand,
	ListDeliveryStreams: ListDeliveryStreamsCommand,
};

/** A connection to Amazon Data Firehose. */
export const connect = (settings: Settings): Connection =>
	connection(new FirehoseClient(clientSettings(settings)), commands);
