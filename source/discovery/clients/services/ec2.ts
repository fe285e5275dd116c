import {
	DescribeFlowLogsCommand,
	DescribeRegionsCommand,
	DescribeVolumesCommand,
	DescribeVpnConnectionsCommand,
	EC2Client,
} from '@aws-sdk/client-ec2';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of Amazon EC2 and its networks that may be sent; the bundle carries no others. */
const commands = {
	DescribeFlowLogs: DescribeFlowLogsCommand,
	DescribeRegions: DescribeRegionsCommand,
	DescribeVolumes: DescribeVolumesCommand,
	DescribeVpnConnections: DescribeVpnConnectionsCommand,
};

/** A connection to Amazon EC2 and its networks. */
export const connect = (settings: Settings): Connection =>
	connection(new EC2Client(clientSettings(settings)), commands);
