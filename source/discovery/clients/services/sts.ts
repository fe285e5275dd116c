import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of AWS STS that may be sent; the bundle carries no others. */
const commands = {
	GetCallerIdentity: GetCallerIdentityCommand,
};

/** A connection to AWS STS. */
export const connect = (settings: Settings): Connection =>
	connection(new STSClient(clientSettings(settings)), commands);
