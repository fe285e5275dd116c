import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import {
	CloudWatchLogsClient,
	CreateLogGroupCommand,
	PutRetentionPolicyCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { CreateTableCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { CreateDBClusterCommand, CreateDBInstanceCommand, RDSClient } from '@aws-sdk/client-rds';
import { CreateBucketCommand, PutBucketVersioningCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

/** Words that stand in what people stored; they must not turn up in anything that discovery writes or sends. */
export const canary = 'canary-7f3e91';

export const buckets = Array.from({ length: 30 }, (_, index) => `clicks-${String(index).padStart(2, '0')}`);
export const databases = ['orders', 'billing', 'maintenance', 'warehouse', 'people'];
export const tables = Array.from({ length: 120 }, (_, index) => `profiles-${String(index).padStart(3, '0')}`);
export const logGroups = ['/shop/web', '/shop/api', '/plant/gateway'];

const yesterday = (): Date => new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000 - 3_600_000);

/** What else stands in Ireland, where tables are few enough to be read in a second. */
export const ireland = {
	'rds-instance': ['stock'],
	'aurora-cluster': ['ledger'],
	'dynamodb-table': ['carts', 'prices', 'stores'],
	'log-group': ['/stores/till'],
};

/** Fills an account: 30 buckets (one in Frankfurt), 5 instances, a cluster, 120 tables (more than a page), 3 log groups. */
export async function seed(url: string): Promise<void> {
	const settings = settingsOf(url, 'us-east-1');
	await seedBuckets(settings);
	await seedDatabases(settings, databases, ['cards']);
	await seedTables(settings, tables);
	await seedLogs(settings, logGroups);
	await seedMetrics(settings);
	const other = settingsOf(url, 'eu-west-1');
	await seedDatabases(other, ireland['rds-instance'], ireland['aurora-cluster']);
	await seedTables(other, ireland['dynamodb-table']);
	await seedLogs(other, ireland['log-group']);
}

const settingsOf = (endpoint: string, region: string) => ({
	endpoint,
	region,
	credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'not-a-secret' },
});
type Settings = ReturnType<typeof settingsOf>;

async function seedBuckets(settings: Settings): Promise<void> {
	const s3 = new S3Client({ ...settings, forcePathStyle: true });
	for (const Bucket of buckets) {
		const place =
			Bucket === 'clicks-07' ? { CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' as const } } : {};
		await s3.send(new CreateBucketCommand({ Bucket, ...place }));
	}
	await s3.send(new PutObjectCommand({ Bucket: 'clicks-00', Key: 'a.json', Body: canary.repeat(100) }));
	await s3.send(
		new PutBucketVersioningCommand({ Bucket: 'clicks-01', VersioningConfiguration: { Status: 'Enabled' } }),
	);
}

async function seedDatabases(settings: Settings, instances: readonly string[], clusters: readonly string[]) {
	const rds = new RDSClient(settings);
	for (const DBInstanceIdentifier of instances) {
		await rds.send(
			new CreateDBInstanceCommand({
				DBInstanceIdentifier,
				Engine: 'postgres',
				DBInstanceClass: 'db.m6g.large',
				AllocatedStorage: 100,
				MasterUsername: 'reader',
				MasterUserPassword: canary,
				StorageEncrypted: true,
			}),
		);
	}
	for (const DBClusterIdentifier of clusters) {
		await rds.send(
			new CreateDBClusterCommand({
				DBClusterIdentifier,
				Engine: 'aurora-postgresql',
				MasterUsername: 'reader',
				MasterUserPassword: canary,
			}),
		);
	}
}

async function seedTables(settings: Settings, names: readonly string[]): Promise<void> {
	const dynamodb = new DynamoDBClient(settings);
	for (const TableName of names) {
		await dynamodb.send(
			new CreateTableCommand({
				TableName,
				AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
				KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
				BillingMode: 'PAY_PER_REQUEST',
			}),
		);
	}
	await dynamodb.send(new PutItemCommand({ TableName: names[0], Item: { id: { S: canary } } }));
}

async function seedLogs(settings: Settings, names: readonly string[]): Promise<void> {
	const logs = new CloudWatchLogsClient(settings);
	for (const logGroupName of names) await logs.send(new CreateLogGroupCommand({ logGroupName }));
	await logs.send(new PutRetentionPolicyCommand({ logGroupName: names[0], retentionInDays: 90 }));
}

async function seedMetrics(settings: Settings): Promise<void> {
	const cloudwatch = new CloudWatchClient(settings);
	const put = (Namespace: string, MetricName: string, [Name, Value]: readonly [string, string], value: number) =>
		cloudwatch.send(
			new PutMetricDataCommand({
				Namespace,
				MetricData: [{ MetricName, Dimensions: [{ Name, Value }], Value: value, Timestamp: yesterday() }],
			}),
		);
	await put('AWS/RDS', 'FreeStorageSpace', ['DBInstanceIdentifier', 'orders'], 40 * 2 ** 30);
	await put('AWS/RDS', 'CPUUtilization', ['DBInstanceIdentifier', 'orders'], 25);
	await put('AWS/Logs', 'IncomingBytes', ['LogGroupName', '/shop/web'], 8_640_000);
	await put('AWS/Logs', 'IncomingLogEvents', ['LogGroupName', '/shop/web'], 86_400);
}
