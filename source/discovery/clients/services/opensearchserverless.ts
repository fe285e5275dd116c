import {
	BatchGetCollectionCommand,
	ListCollectionsCommand,
	OpenSearchServerlessClient,
} from '@aws-sdk/client-opensearchserverless';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of Amazon OpenSearch Serverless that may be sent; the bundle carries no others. */
const commands = {
	BatchGetCollection: BatchGetCollectionCommand,
	ListCollections: ListCollectionsCommand,
};

/** A connection to Amazon OpenSearch Serverless. */
export const connect = (settings: Settings): Connection =>
	connection(new OpenSearchServerlessClient(clientSettings(settings)), commands);
