import { AthenaClient, CreateDataCatalogCommand, CreateWorkGroupCommand } from '@aws-sdk/client-athena';
import { CloudTrailClient, CreateTrailCommand } from '@aws-sdk/client-cloudtrail';
import { CloudWatchLogsClient, CreateLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs';
import { CreateEndpointCommand, DatabaseMigrationServiceClient } from '@aws-sdk/client-database-migration-service';
import { CreateLocationSmbCommand, DataSyncClient } from '@aws-sdk/client-datasync';
import { CreateDeliveryStreamCommand, FirehoseClient } from '@aws-sdk/client-firehose';
import { CreateConnectionCommand, CreateJobCommand, GlueClient } from '@aws-sdk/client-glue';
import { CreateTopicRuleCommand, IoTClient } from '@aws-sdk/client-iot';
import { CreateStreamCommand, KinesisClient } from '@aws-sdk/client-kinesis';
import { LakeFormationClient, RegisterResourceCommand } from '@aws-sdk/client-lakeformation';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { canary } from './seeded.ts';
import type { Makers } from './seeded-everywhere.ts';

const role = 'arn:aws:iam::123456789012:role/headwater-test';

/** How streams, logs, catalogues and what carries data are made in a region of the emulator. */
export function makersOfCarriers(endpoint: string, region: string): Makers {
	const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'not-a-secret' };
	const settings = { endpoint, region, credentials, requestHandler: new NodeHttpHandler() };
	const logs = new CloudWatchLogsClient(settings);
	const kinesis = new KinesisClient(settings);
	const firehose = new FirehoseClient(settings);
	const glue = new GlueClient(settings);
	const athena = new AthenaClient(settings);
	const lake = new LakeFormationClient(settings);
	const dms = new DatabaseMigrationServiceClient(settings);
	const datasync = new DataSyncClient(settings);
	const trails = new CloudTrailClient(settings);
	const iot = new IoTClient(settings);
	return {
		'log-group': [51, (index) => logs.send(new CreateLogGroupCommand({ logGroupName: `/web/${index}` }))],
		'kinesis-stream': [
			101,
			(index) =>
				kinesis.send(
					new CreateStreamCommand({ StreamName: `taps-${index}`, StreamModeDetails: { StreamMode: 'ON_DEMAND' } }),
				),
		],
		'firehose-stream': [
			12,
			(index) =>
				firehose.send(
					new CreateDeliveryStreamCommand({
						DeliveryStreamName: `puts-${index}`,
						DeliveryStreamType: 'DirectPut',
						ExtendedS3DestinationConfiguration: { BucketARN: 'arn:aws:s3:::lake', RoleARN: role },
					}),
				),
		],
		'glue-connection': [
			101,
			(index) =>
				glue.send(
					new CreateConnectionCommand({
						ConnectionInput: {
							Name: `erp-${index}`,
							ConnectionType: 'JDBC',
							ConnectionProperties: { JDBC_CONNECTION_URL: `jdbc:postgresql://erp-${index}.plant.example:5432/erp` },
						},
					}),
				),
		],
		'glue-job': [
			101,
			(index) =>
				glue.send(
					new CreateJobCommand({
						Name: `nightly-${index}`,
						Role: role,
						Command: { Name: 'glueetl', ScriptLocation: 's3://x/y' },
					}),
				),
		],
		'athena-catalog': [
			12,
			(index) =>
				athena.send(
					new CreateDataCatalogCommand({
						Name: `sales-${index}`,
						Type: 'LAMBDA',
						Parameters: { function: 'arn:aws:lambda:us-east-1:123456789012:function:f' },
					}),
				),
		],
		'athena-workgroup': [
			51,
			(index) =>
				athena.send(
					new CreateWorkGroupCommand({
						Name: `analysts-${index}`,
						Configuration: { ResultConfiguration: { OutputLocation: 's3://results/' } },
					}),
				),
		],
		'lake-formation-resource': [
			12,
			(index) => lake.send(new RegisterResourceCommand({ ResourceArn: `arn:aws:s3:::lake-${index}`, RoleArn: role })),
		],
		'dms-endpoint': [
			101,
			(index) =>
				dms.send(
					new CreateEndpointCommand({
						EndpointIdentifier: `mes-${index}`,
						EndpointType: 'source',
						EngineName: 'oracle',
						ServerName: `mes-${region}-${index}.plant.example`,
						Port: 1521,
						DatabaseName: 'MES',
					}),
				),
		],
		'datasync-location': [
			101,
			(index) =>
				datasync.send(
					new CreateLocationSmbCommand({
						ServerHostname: `filer-${region}-${index}.plant.example`,
						Subdirectory: '/reports',
						User: 'reader',
						Password: canary,
						AgentArns: ['arn:aws:datasync:us-east-1:123456789012:agent/agent-0123456789abcdef0'],
					}),
				),
		],
		'cloudtrail-trail': [
			1,
			(index) =>
				trails.send(new CreateTrailCommand({ Name: `trail-${region}-${index}`, S3BucketName: `clicks-${region}-0` })),
		],
		'iot-topic-rule': [
			101,
			(index) =>
				iot.send(
					new CreateTopicRuleCommand({
						ruleName: `rule_${index}`,
						topicRulePayload: {
							sql: `SELECT * FROM 'plant/${index}'`,
							actions: [{ kinesis: { streamName: 'taps-0', roleArn: role } }],
						},
					}),
				),
		],
	};
}
