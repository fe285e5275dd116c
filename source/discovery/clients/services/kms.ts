import { DescribeKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of AWS KMS that may be sent; the bundle carries no others. */
const commands = {
	DescribeKey: DescribeKeyCommand,
};

/** A connection to AWS KMS. */
export const connect = (settings: Settings): Connection =>
	connection(new KMSClient(clientSettings(settings)), commands);
