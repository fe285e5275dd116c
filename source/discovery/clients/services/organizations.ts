import { ListAccountsCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of AWS Organizations that may be sent; the bundle carries no others. */
const commands = {
	ListAccounts: ListAccountsCommand,
};

/** A connection to AWS Organizations. */
export const connect = (settings: Settings): Connection =>
	connection(new OrganizationsClient(clientSettings(settings)), commands);
