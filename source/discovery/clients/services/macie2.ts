import {
	DescribeBucketsCommand,
	GetFindingStatisticsCommand,
	GetMacieSessionCommand,
	Macie2Client,
} from '@aws-sdk/client-macie2';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of Amazon Macie that may be sent; the bundle carries no others. */
const commands = {
	DescribeBuckets: DescribeBucketsCommand,
	GetFindingStatistics: GetFindingStatisticsCommand,
	GetMacieSession: GetMacieSessionCommand,
};

/** A connection to Amazon Macie. */
export const connect = (settings: Settings): Connection =>
	connection(new Macie2Client(clientSettings(settings)), commands);
