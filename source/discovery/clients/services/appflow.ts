import { AppflowClient, DescribeFlowCommand, ListFlowsCommand } from '@aws-sdk/client-appflow';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of Amazon AppFlow that may be sent; the bundle carries no others. */
const commands = {
	DescribeFlow: DescribeFlowCommand,
	ListFlows: ListFlowsCommand,
};

/** A connection to Amazon AppFlow. */
export const connect = (settings: Settings): Connection =>
	connection(new AppflowClient(clientSettings(settings)), commands);
