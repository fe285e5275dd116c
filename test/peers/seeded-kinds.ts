import { CloudTrailClient, CreateTrailCommand } from '@aws-sdk/client-cloudtrail';
import { CreateEndpointCommand, DatabaseMigrationServiceClient } from '@aws-sdk/client-database-migration-service';
import {
	CreateLocationS3Command,
	CreateLocationSmbCommand,
	CreateTaskCommand,
	DataSyncClient,
} from '@aws-sdk/client-datasync';
import {
	CreateCustomerGatewayCommand,
	CreateFlowLogsCommand,
	CreateVolumeCommand,
	CreateVpcCommand,
	CreateVpnConnectionCommand,
	CreateVpnGatewayCommand,
	EC2Client,
} from '@aws-sdk/client-ec2';
import { CreateFileSystemCommand as CreateEfsCommand, EFSClient } from '@aws-sdk/client-efs';
import { CreateCacheClusterCommand, ElastiCacheClient } from '@aws-sdk/client-elasticache';
import { CreateDeliveryStreamCommand, FirehoseClient } from '@aws-sdk/client-firehose';
import { CreateFileSystemCommand as CreateFsxCommand, FSxClient } from '@aws-sdk/client-fsx';
import { CreateConnectionCommand, CreateDatabaseCommand, CreateTableCommand, GlueClient } from '@aws-sdk/client-glue';
import { CreateTopicRuleCommand, IoTClient } from '@aws-sdk/client-iot';
import { CreateStreamCommand, KinesisClient } from '@aws-sdk/client-kinesis';
import { CreateDomainCommand, OpenSearchClient } from '@aws-sdk/client-opensearch';
import { CreateClusterCommand, RedshiftClient } from '@aws-sdk/client-redshift';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { canary } from './seeded.ts';

const role = 'arn:aws:iam::123456789012:role/headwater-test';
const lake = 'arn:aws:s3:::lake-of-kinds';
/** More than a page of each list that the emulator pages. */
export const streams = Array.from({ length: 110 }, (_, index) => `telemetry-${String(index).padStart(3, '0')}`);
export const deliveries = Array.from({ length: 12 }, (_, index) => `delivery-${String(index).padStart(2, '0')}`);

/**
Fills an account with what stands beside buckets, databases, tables and logs. Kafka clusters, Direct Connect lines and DMS
tasks are left out: the emulator answers their dates in a form that the SDK does not read.
*/
export async function seedKinds(endpoint: string): Promise<void> {
	const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'not-a-secret' };
	const settings = { endpoint, region: 'us-east-1', credentials };
	await new S3Client({ ...settings, forcePathStyle: true }).send(new CreateBucketCommand({ Bucket: 'lake-of-kinds' }));
	await seedStreams(settings);
	await seedStores(settings);
	await seedFiles(settings);
	await seedPaths(settings);
	await seedTransfers(settings);
	await seedCatalogue(settings);
}

interface Settings {
	readonly endpoint: string;
	readonly region: string;
	readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

async function seedStreams(settings: Settings): Promise<void> {
	const kinesis = new KinesisClient({ ...settings, requestHandler: new NodeHttpHandler() });
	for (const StreamName of streams) {
		await kinesis.send(new CreateStreamCommand({ StreamName, StreamModeDetails: { StreamMode: 'ON_DEMAND' } }));
	}
	const firehose = new FirehoseClient(settings);
	const ExtendedS3DestinationConfiguration = { BucketARN: lake, RoleARN: role };
	for (const DeliveryStreamName of deliveries) {
		await firehose.send(
			new CreateDeliveryStreamCommand({
				DeliveryStreamName,
				DeliveryStreamType: 'KinesisStreamAsSource',
				KinesisStreamSourceConfiguration: {
					KinesisStreamARN: `arn:aws:kinesis:us-east-1:123456789012:stream/${streams[0]}`,
					RoleARN: role,
				},
				ExtendedS3DestinationConfiguration,
			}),
		);
	}
	await firehose.send(
		new CreateDeliveryStreamCommand({
			DeliveryStreamName: 'puts',
			DeliveryStreamType: 'DirectPut',
			ExtendedS3DestinationConfiguration,
		}),
	);
	await new IoTClient(settings).send(
		new CreateTopicRuleCommand({
			ruleName: 'taps',
			topicRulePayload: {
				sql: "SELECT * FROM 'plant/taps'",
				actions: [{ kinesis: { streamName: streams[0], roleArn: role } }],
			},
		}),
	);
}

async function seedStores(settings: Settings): Promise<void> {
	await new RedshiftClient(settings).send(
		new CreateClusterCommand({
			ClusterIdentifier: 'sales',
			NodeType: 'ra3.large',
			NumberOfNodes: 2,
			MasterUsername: 'reader',
			MasterUserPassword: `A1${canary}`,
			PubliclyAccessible: false,
			Encrypted: true,
			Tags: [{ Key: 'owner', Value: 'finance' }],
		}),
	);
	await new OpenSearchClient(settings).send(
		new CreateDomainCommand({
			DomainName: 'tickets',
			EngineVersion: 'OpenSearch_2.5',
			ClusterConfig: { InstanceType: 'm6g.large.search', InstanceCount: 3 },
			EBSOptions: { EBSEnabled: true, VolumeSize: 100 },
			EncryptionAtRestOptions: { Enabled: true },
			DomainEndpointOptions: { EnforceHTTPS: true },
		}),
	);
	const cache = new ElastiCacheClient(settings);
	await cache.send(
		new CreateCacheClusterCommand({
			CacheClusterId: 'sessions',
			Engine: 'redis',
			CacheNodeType: 'cache.m6g.large',
			NumCacheNodes: 1,
		}),
	);
}

async function seedFiles(settings: Settings): Promise<void> {
	const tags = [{ Key: 'Name', Value: 'home' }];
	await new EFSClient(settings).send(new CreateEfsCommand({ CreationToken: 'home', Encrypted: true, Tags: tags }));
	await new FSxClient(settings).send(
		new CreateFsxCommand({ FileSystemType: 'WINDOWS', StorageCapacity: 300, SubnetIds: ['subnet-1'], Tags: tags }),
	);
	const ec2 = new EC2Client(settings);
	for (const Size of [40, 900]) await ec2.send(new CreateVolumeCommand({ AvailabilityZone: 'us-east-1a', Size }));
}

async function seedPaths(settings: Settings): Promise<void> {
	const ec2 = new EC2Client(settings);
	const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: '10.7.0.0/16' }));
	await ec2.send(
		new CreateFlowLogsCommand({
			ResourceIds: [Vpc?.VpcId ?? ''],
			ResourceType: 'VPC',
			TrafficType: 'ALL',
			LogDestinationType: 's3',
			LogDestination: lake,
		}),
	);
	const { CustomerGateway } = await ec2.send(
		new CreateCustomerGatewayCommand({ Type: 'ipsec.1', IpAddress: '203.0.113.9' }),
	);
	const { VpnGateway } = await ec2.send(new CreateVpnGatewayCommand({ Type: 'ipsec.1' }));
	await ec2.send(
		new CreateVpnConnectionCommand({
			Type: 'ipsec.1',
			CustomerGatewayId: CustomerGateway?.CustomerGatewayId,
			VpnGatewayId: VpnGateway?.VpnGatewayId,
		}),
	);
	const dms = new DatabaseMigrationServiceClient(settings);
	await dms.send(
		new CreateEndpointCommand({
			EndpointIdentifier: 'erp',
			EndpointType: 'source',
			EngineName: 'sqlserver',
			ServerName: 'ERP.plant.example',
			Port: 1433,
			DatabaseName: 'erp',
			Username: 'reader',
			Password: canary,
		}),
	);
}

async function seedTransfers(settings: Settings): Promise<void> {
	const datasync = new DataSyncClient(settings);
	const from = await datasync.send(
		new CreateLocationSmbCommand({
			ServerHostname: 'filer.plant.example',
			Subdirectory: '/reports',
			User: 'reader',
			Password: canary,
			AgentArns: ['arn:aws:datasync:us-east-1:123456789012:agent/agent-1'],
		}),
	);
	const to = await datasync.send(
		new CreateLocationS3Command({
			S3BucketArn: lake,
			Subdirectory: '/reports',
			S3Config: { BucketAccessRoleArn: role },
		}),
	);
	await datasync.send(
		new CreateTaskCommand({ SourceLocationArn: from.LocationArn, DestinationLocationArn: to.LocationArn }),
	);
}

async function seedCatalogue(settings: Settings): Promise<void> {
	const glue = new GlueClient(settings);
	await glue.send(new CreateDatabaseCommand({ DatabaseInput: { Name: 'lake' } }));
	await glue.send(
		new CreateTableCommand({
			DatabaseName: 'lake',
			TableInput: {
				Name: 'events',
				Parameters: { classification: 'parquet', recordCount: '7', sizeKey: '4096' },
				StorageDescriptor: { Location: 's3://lake-of-kinds/events/' },
			},
		}),
	);
	await glue.send(
		new CreateConnectionCommand({
			ConnectionInput: {
				Name: 'mes',
				ConnectionType: 'JDBC',
				ConnectionProperties: {
					JDBC_CONNECTION_URL: 'jdbc:oracle:thin://@mes.plant.example:1521/MES',
					USERNAME: 'reader',
					PASSWORD: canary,
				},
			},
		}),
	);
	await new CloudTrailClient(settings).send(new CreateTrailCommand({ Name: 'all', S3BucketName: 'lake-of-kinds' }));
}
