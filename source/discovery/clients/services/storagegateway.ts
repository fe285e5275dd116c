import {
	DescribeNFSFileSharesCommand,
	DescribeSMBFileSharesCommand,
	ListFileSharesCommand,
	StorageGatewayClient,
} from '@aws-sdk/client-storage-gateway';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of AWS Storage Gateway that may be sent; the bundle carries no others. */
const commands = {
	DescribeNFSFileShares: DescribeNFSFileSharesCommand,
	DescribeSMBFileShares: DescribeSMBFileSharesCommand,
	ListFileShares: ListFileSharesCommand,
};

/** A connection to AWS Storage Gateway. */
export const connect = (settings: Settings): Connection =>
	connection(new StorageGatewayClient(clientSettings(settings)), commands);
