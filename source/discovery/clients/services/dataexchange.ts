import { DataExchangeClient, ListDataSetsCommand } from '@aws-sdk/client-dataexchange';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of AWS Data Exchange that may be sent; the bundle carries no others. */
const commands = {
	ListDataSets: ListDataSetsCommand,
};

/** A connection to AWS Data Exchange. */
export const connect = (settings: Settings): Connection =>
	connection(new DataExchangeClient(clientSettings(settings)), commands);
