import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of Amazon CloudWatch Logs that read contents; a profile sends them after a yes, and discovery cannot. */
const commands = {
	FilterLogEvents: FilterLogEventsCommand,
};

/** A connection to Amazon CloudWatch Logs that reads contents. */
export const connect = (settings: Settings): Connection =>
	connection(new CloudWatchLogsClient({ ...clientSettings(settings) }), commands);
