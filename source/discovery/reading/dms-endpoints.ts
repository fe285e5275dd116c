import type { DescribeEndpointsCommandOutput, Endpoint } from '@aws-sdk/client-database-migration-service';
import type { DeclaredCall, Reading } from '../collectors/collector.ts';
import { bucketArn } from './arn.ts';
import { type Address, databaseId } from './databases.ts';
import { listed } from './listed.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-22. */
export const describeEndpoints = {
	service: 'dms',
	operation: 'DescribeEndpoints',
	action: 'dms:DescribeEndpoints',
	rate: 5,
	burst: 10,
	answers: 'Endpoints',
	why: 'Lists the databases that DMS reads and writes, by engine and address.',
} as const satisfies DeclaredCall;

/** The pages of the endpoints of a region. */
export const endpointPages = (reading: Reading) =>
	listed<DescribeEndpointsCommandOutput>(reading, describeEndpoints, {
		input: { MaxRecords: 100 },
		token: 'Marker',
		next: ({ Marker }) => Marker,
	});

/** The address of an endpoint; undefined for what has none of a server. Of its secrets nothing is kept. */
export function addressOf(endpoint: Endpoint): Address | undefined {
	const { EngineName: engine, MongoDbSettings: mongo, KafkaSettings: kafka } = endpoint;
	const host = endpoint.ServerName ?? mongo?.ServerName ?? kafka?.Broker?.split(',')[0]?.split(':')[0];
	if (!engine || !host) return undefined;
	const port = endpoint.Port ?? mongo?.Port;
	const database = endpoint.DatabaseName ?? mongo?.DatabaseName;
	return { engine, host, port, database };
}

/** What an endpoint stands for in the estate; its own ARN where that is not told. */
export function endOf(reading: Reading, endpoint: Endpoint): string {
	const address = addressOf(endpoint);
	if (address) return databaseId(reading, address);
	const { S3Settings, KinesisSettings, EndpointArn = '' } = endpoint;
	if (S3Settings?.BucketName) return bucketArn(reading, S3Settings.BucketName);
	return KinesisSettings?.StreamArn ?? EndpointArn;
}
