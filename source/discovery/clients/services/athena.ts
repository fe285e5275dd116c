import {
	AthenaClient,
	GetDataCatalogCommand,
	GetWorkGroupCommand,
	ListDataCatalogsCommand,
	ListWorkGroupsCommand,
} from '@aws-sdk/client-athena';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of Amazon Athena that may be sent; the bundle carries no others. */
const commands = {
	GetDataCatalog: GetDataCatalogCommand,
	GetWorkGroup: GetWorkGroupCommand,
	ListDataCatalogs: ListDataCatalogsCommand,
	ListWorkGroups: ListWorkGroupsCommand,
};

/** A connection to Amazon Athena. */
export const connect = (settings: Settings): Connection =>
	connection(new AthenaClient(clientSettings(settings)), commands);
