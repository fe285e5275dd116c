import {
	ListNamespacesCommand,
	ListWorkgroupsCommand,
	RedshiftServerlessClient,
} from '@aws-sdk/client-redshift-serverless';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of Amazon Redshift Serverless that may be sent; the bundle carries no others. */
const commands = {
	ListNamespaces: ListNamespacesCommand,
	ListWorkgroups: ListWorkgroupsCommand,
};

/** A connection to Amazon Redshift Serverless. */
export const connect = (settings: Settings): Connection =>
	connection(new RedshiftServerlessClient(clientSettings(settings)), commands);
