import {
	DescribeDBClustersCommand,
	DescribeDBInstancesCommand,
	DescribeIntegrationsCommand,
	RDSClient,
} from '@aws-sdk/client-rds';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of Amazon RDS and Aurora that may be sent; the bundle carries no others. */
const commands = {
	DescribeDBClusters: DescribeDBClustersCommand,
	DescribeDBInstances: DescribeDBInstancesCommand,
	DescribeIntegrations: DescribeIntegrationsCommand,
};

/** A connection to Amazon RDS and Aurora. */
export const connect = (settings: Settings): Connection =>
	connection(new RDSClient(clientSettings(settings)), commands);
