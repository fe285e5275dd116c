import {
	DescribeStorageConfigurationCommand,
	IoTSiteWiseClient,
	ListAssetModelsCommand,
} from '@aws-sdk/client-iotsitewise';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of AWS IoT SiteWise that may be sent; the bundle carries no others. */
const commands = {
	DescribeStorageConfiguration: DescribeStorageConfigurationCommand,
	ListAssetModels: ListAssetModelsCommand,
};

/** A connection to AWS IoT SiteWise. */
export const connect = (settings: Settings): Connection =>
	connection(new IoTSiteWiseClient(clientSettings(settings)), commands);
