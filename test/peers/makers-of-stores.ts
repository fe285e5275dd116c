import { CreateTableCommand as CreateDynamoCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateVolumeCommand, EC2Client } from '@aws-sdk/client-ec2';
import { CreateFileSystemCommand as CreateEfsCommand, EFSClient } from '@aws-sdk/client-efs';
import { CreateCacheClusterCommand, ElastiCacheClient } from '@aws-sdk/client-elasticache';
import { CreateFileSystemCommand as CreateFsxCommand, FSxClient } from '@aws-sdk/client-fsx';
import { CreateClusterCommand as CreateMemoryCommand, MemoryDBClient } from '@aws-sdk/client-memorydb';
import { CreateDomainCommand, OpenSearchClient } from '@aws-sdk/client-opensearch';
import { CreateDBClusterCommand, CreateDBInstanceCommand, RDSClient } from '@aws-sdk/client-rds';
import { CreateClusterCommand as CreateRedshiftCommand, RedshiftClient } from '@aws-sdk/client-redshift';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateDbInstanceCommand, TimestreamInfluxDBClient } from '@aws-sdk/client-timestream-influxdb';
import { CreateDatabaseCommand, CreateTableCommand, TimestreamWriteClient } from '@aws-sdk/client-timestream-write';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { canary } from './seeded.ts';
import type { Makers } from './seeded-everywhere.ts';

/** How stores are made in a region of the emulator. */
export function makersOfStores(endpoint: string, region: string): Makers {
	const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'not-a-secret' };
	const settings = { endpoint, region, credentials, requestHandler: new NodeHttpHandler() };
	const login = { MasterUsername: 'reader', MasterUserPassword: `A1${canary}` };
	const s3 = new S3Client({ ...settings, forcePathStyle: true });
	const rds = new RDSClient(settings);
	const dynamodb = new DynamoDBClient(settings);
	const redshift = new RedshiftClient(settings);
	const opensearch = new OpenSearchClient(settings);
	const elasticache = new ElastiCacheClient(settings);
	const memorydb = new MemoryDBClient(settings);
	const efs = new EFSClient(settings);
	const fsx = new FSxClient(settings);
	const ec2 = new EC2Client(settings);
	const timestream = new TimestreamWriteClient(settings);
	const influx = new TimestreamInfluxDBClient(settings);
	const cluster = (Engine: string) => (index: number) =>
		rds.send(new CreateDBClusterCommand({ DBClusterIdentifier: `${Engine}-${index}`, Engine, ...login }));
	return {
		's3-bucket': [
			12,
			(index) =>
				s3.send(
					new CreateBucketCommand({
						Bucket: `clicks-${region}-${index}`,
						...(region === 'us-east-1' ? {} : { CreateBucketConfiguration: { LocationConstraint: region as never } }),
					}),
				),
		],
		'rds-instance': [
			101,
			(index) =>
				rds.send(
					new CreateDBInstanceCommand({
						DBInstanceIdentifier: `orders-${index}`,
						DBInstanceClass: 'db.t3.micro',
						Engine: 'postgres',
						AllocatedStorage: 20,
						...login,
					}),
				),
		],
		'aurora-cluster': [101, cluster('aurora-mysql')],
		'neptune-cluster': [12, cluster('neptune')],
		'dynamodb-table': [
			101,
			(index) =>
				dynamodb.send(
					new CreateDynamoCommand({
						TableName: `profiles-${index}`,
						BillingMode: 'PAY_PER_REQUEST',
						AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
						KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
					}),
				),
		],
		'redshift-cluster': [
			101,
			(index) =>
				redshift.send(
					new CreateRedshiftCommand({ ClusterIdentifier: `sales-${index}`, NodeType: 'ra3.large', ...login }),
				),
		],
		'opensearch-domain': [
			12,
			(index) =>
				opensearch.send(new CreateDomainCommand({ DomainName: `texts-${index}`, EngineVersion: 'OpenSearch_2.5' })),
		],
		'elasticache-cluster': [
			101,
			(index) =>
				elasticache.send(
					new CreateCacheClusterCommand({
						CacheClusterId: `carts-${index}`,
						Engine: 'redis',
						CacheNodeType: 'cache.t3.micro',
						NumCacheNodes: 1,
					}),
				),
		],
		'memorydb-cluster': [
			12,
			(index) =>
				memorydb.send(
					new CreateMemoryCommand({ ClusterName: `memory-${index}`, NodeType: 'db.t4g.small', ACLName: 'open-access' }),
				),
		],
		'timestream-table': [
			21,
			async (index) => {
				if (index === 0) await timestream.send(new CreateDatabaseCommand({ DatabaseName: 'plant' }));
				await timestream.send(new CreateTableCommand({ DatabaseName: 'plant', TableName: `taps-${index}` }));
			},
		],
		'influxdb-instance': [
			12,
			(index) =>
				influx.send(
					new CreateDbInstanceCommand({
						name: `influx-${index}`,
						password: canary,
						dbInstanceType: 'db.influx.medium',
						vpcSubnetIds: ['subnet-0123456789abcdef0'],
						vpcSecurityGroupIds: ['sg-0123456789abcdef0'],
						allocatedStorage: 20,
					}),
				),
		],
		'efs-file-system': [101, (index) => efs.send(new CreateEfsCommand({ CreationToken: `files-${index}` }))],
		'fsx-file-system': [
			101,
			() =>
				fsx.send(
					new CreateFsxCommand({
						FileSystemType: 'LUSTRE',
						StorageCapacity: 1200,
						SubnetIds: ['subnet-0123456789abcdef0'],
					}),
				),
		],
		'ebs-volume': [12, () => ec2.send(new CreateVolumeCommand({ AvailabilityZone: `${region}a`, Size: 8 }))],
	};
}
