import { DescribeFeatureGroupCommand, ListFeatureGroupsCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of Amazon SageMaker AI that may be sent; the bundle carries no others. */
const commands = {
	DescribeFeatureGroup: DescribeFeatureGroupCommand,
	ListFeatureGroups: ListFeatureGroupsCommand,
};

/** A connection to Amazon SageMaker AI. */
export const connect = (settings: Settings): Connection =>
	connection(new SageMakerClient(clientSettings(settings)), commands);
