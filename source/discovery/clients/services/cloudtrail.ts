import { CloudTrailClient, DescribeTrailsCommand } from '@aws-sdk/client-cloudtrail';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of AWS CloudTrail that may be sent; the bundle carries no others. */
const commands = {
	DescribeTrails: DescribeTrailsCommand,
};

/** A connection to AWS CloudTrail. */
export const connect = (settings: Settings): Connection =>
	connection(new CloudTrailClient(clientSettings(settings)), commands);
