import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of Amazon CloudWatch Logs that may be sent; the bundle carries no others. */
const commands = {
	DescribeLogGroups: DescribeLogGroupsCommand,
};

/** A connection to Amazon CloudWatch Logs. */
export const connect = (settings: Settings): Connection =>
	connection(new CloudWatchLogsClient(clientSettings(settings)), commands);
