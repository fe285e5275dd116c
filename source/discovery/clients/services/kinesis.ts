import {
	DescribeChannelCommand,
	DescribeStreamSummaryCommand,
	KinesisClient,
	ListChannelsCommand,
	ListStreamsCommand,
} from '@aws-sdk/client-kinesis';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of Amazon Kinesis Data Streams that may be sent; the bundle carries no others. */
const commands = {
	DescribeChannel: DescribeChannelCommand,
	DescribeStreamSummary: DescribeStreamSummaryCommand,
	ListChannels: ListChannelsCommand,
	ListStreams: ListStreamsCommand,
};

/** A connection to Amazon Kinesis Data Streams. */
export const connect = (settings: Settings): Connection =>
	connection(new KinesisClient({ ...clientSettings(settings), accountIdEndpointMode: 'disabled' }), commands);
