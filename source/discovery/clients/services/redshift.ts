import { DescribeClustersCommand, DescribeIntegrationsCommand, RedshiftClient } from '@aws-sdk/client-redshift';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of Amazon Redshift that may be sent; the bundle carries no others. */
const commands = {
	DescribeClusters: DescribeClustersCommand,
	DescribeIntegrations: DescribeIntegrationsCommand,
};

/** A connection to Amazon Redshift. */
export const connect = (settings: Settings): Connection =>
	connection(new RedshiftClient(clientSettings(settings)), commands);
