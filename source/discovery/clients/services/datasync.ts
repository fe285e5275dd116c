import { DataSyncClient, DescribeTaskCommand, ListLocationsCommand, ListTasksCommand } from '@aws-sdk/client-datasync';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of AWS DataSync that may be sent; the bundle carries no others. */
const commands = {
	DescribeTask: DescribeTaskCommand,
	ListLocations: ListLocationsCommand,
	ListTasks: ListTasksCommand,
};

/** A connection to AWS DataSync. */
export const connect = (settings: Settings): Connection =>
	connection(new DataSyncClient(clientSettings(settings)), commands);
