import {
	DescribeIntegrationsCommand,
	GetConnectionsCommand,
	GetDatabasesCommand,
	GetJobRunsCommand,
	GetJobsCommand,
	GetTablesCommand,
	GlueClient,
} from '@aws-sdk/client-glue';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of AWS Glue that may be sent; the bundle carries no others. */
const commands = {
	DescribeIntegrations: DescribeIntegrationsCommand,
	GetConnections: GetConnectionsCommand,
	GetDatabases: GetDatabasesCommand,
	GetJobRuns: GetJobRunsCommand,
	GetJobs: GetJobsCommand,
	GetTables: GetTablesCommand,
};

/** A connection to AWS Glue. */
export const connect = (settings: Settings): Connection =>
	connection(new GlueClient(clientSettings(settings)), commands);
