import { ListDbInstancesCommand, TimestreamInfluxDBClient } from '@aws-sdk/client-timestream-influxdb';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of Amazon Timestream for InfluxDB that may be sent; the bundle carries no others. */
const commands = {
	ListDbInstances: ListDbInstancesCommand,
};

/** A connection to Amazon Timestream for InfluxDB. */
export const connect = (settings: Settings): Connection =>
	connection(new TimestreamInfluxDBClient(clientSettings(settings)), commands);
