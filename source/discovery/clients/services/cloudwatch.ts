import { CloudWatchClient, GetMetricDataCommand, ListMetricsCommand } from '@aws-sdk/client-cloudwatch';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of Amazon CloudWatch that may be sent; the bundle carries no others. */
const commands = {
	GetMetricData: GetMetricDataCommand,
	ListMetrics: ListMetricsCommand,
};

/** A connection to Amazon CloudWatch. */
export const connect = (settings: Settings): Connection =>
	connection(new CloudWatchClient(clientSettings(settings)), commands);
