import {
	DatabaseMigrationServiceClient,
	DescribeEndpointsCommand,
	DescribeReplicationTasksCommand,
} from '@aws-sdk/client-database-migration-service';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of AWS DMS that may be sent; the bundle carries no others. */
const commands = {
	DescribeEndpoints: DescribeEndpointsCommand,
	DescribeReplicationTasks: DescribeReplicationTasksCommand,
};

/** A connection to AWS DMS. */
export const connect = (settings: Settings): Connection =>
	connection(new DatabaseMigrationServiceClient(clientSettings(settings)), commands);
