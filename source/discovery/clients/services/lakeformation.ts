import { LakeFormationClient, ListResourcesCommand } from '@aws-sdk/client-lakeformation';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of AWS Lake Formation that may be sent; the bundle carries no others. */
const commands = {
	ListResources: ListResourcesCommand,
};

/** A connection to AWS Lake Formation. */
export const connect = (settings: Settings): Connection =>
	connection(new LakeFormationClient(clientSettings(settings)), commands);
