import { expect, test } from 'vitest';
import { rdsInstance } from '../../../source/discovery/collectors/rds-instance.ts';
import { collect, daysAgo, metrics, valuesOf } from '../../peers/reading.ts';
import { denied, type Table } from '../../peers/table-caller.ts';

const id = 'arn:aws:rds:eu-central-1:123456789012:db:orders';
const orders = {
	DBInstanceIdentifier: 'orders',
	DBInstanceArn: id,
	Engine: 'mysql',
	EngineVersion: '8.0.40',
	AllocatedStorage: 800,
	StorageEncrypted: true,
	KmsKeyId: 'arn:aws:kms:eu-central-1:123456789012:key/1',
	PubliclyAccessible: false,
	BackupRetentionPeriod: 7,
	ReadReplicaDBInstanceIdentifiers: ['orders-replica'],
	TagList: [{ Key: 'Team', Value: 'shop' }],
};
const listing = (...DBInstances: readonly object[]): Table => ({
	DescribeDBInstances: { DBInstances },
	DescribeKey: { KeyMetadata: { KeyManager: 'CUSTOMER' } },
	GetMetricData: { MetricDataResults: [] },
});
const bound = 800 * 2 ** 30;

test('an instance is told with its settings; without metrics its storage is a bound above', async () => {
	const { sources, gaps } = await collect(rdsInstance, listing(orders));
	expect(sources.map(({ facts, ...rest }) => rest)).toEqual([
		{
			id,
			kind: 'rds-instance',
			family: 'relational',
			title: 'orders',
			place: 'aws:123456789012:eu-central-1',
			account: '123456789012',
			region: 'eu-central-1',
		},
	]);
	expect(valuesOf(sources[0]?.facts)).toEqual({
		format: 'rows',
		structure: 'structured',
		protocol: 'jdbc',
		managed: 'rds',
		engine: 'mysql',
		'engine.version': '8.0.40',
		encrypted: true,
		key: 'customer',
		public: false,
		replica: true,
		pitr: true,
		owner: 'shop',
		volume: bound,
	});
	expect(sources[0]?.facts.volume).toEqual({
		value: bound,
		from: 'measured',
		evidence: 'rds:DescribeDBInstances AllocatedStorage, a bound above',
		at: '2026-11-25T09:00:00.000Z',
		between: [0, bound],
	});
	expect(gaps).toEqual([]);
});

test('volume is what is allocated less what is free; load is the mean of whole days; writes bound the changes', async () => {
	const { sources } = await collect(rdsInstance, {
		...listing(orders),
		GetMetricData: metrics({
			'FreeStorageSpace orders': [
				[daysAgo(0), 200 * 2 ** 30],
				[daysAgo(1), 210 * 2 ** 30],
			],
			'CPUUtilization orders': [
				[daysAgo(0), 99],
				[daysAgo(1), 50],
				[daysAgo(2), 40],
			],
			'WriteThroughput orders': [[daysAgo(1), 120_000]],
		}),
	});
	const at = '2026-11-25T09:00:00.000Z';
	const { volume, 'load.share': load, change } = sources[0]?.facts ?? {};
	expect({ volume, load, change }).toEqual({
		volume: {
			value: 600 * 2 ** 30,
			from: 'measured',
			evidence: 'rds:DescribeDBInstances AllocatedStorage less cloudwatch FreeStorageSpace',
			at,
		},
		load: { value: 0.45, from: 'measured', evidence: 'cloudwatch CPUUtilization, mean of a week', at },
		change: {
			value: 120_000,
			from: 'measured',
			evidence: 'cloudwatch WriteThroughput, mean of a week, a bound above',
			at,
			between: [0, 120_000],
		},
	});
});

test('metrics that are denied leave the facts open, each with the action', async () => {
	const { sources, gaps } = await collect(rdsInstance, {
		...listing(orders),
		GetMetricData: denied('cloudwatch:GetMetricData'),
	});
	expect(sources).toHaveLength(1);
	expect(gaps.map(({ about, fact, action }) => ({ about, fact, action }))).toEqual(
		['volume', 'load.share', 'change'].map((fact) => ({ about: id, fact, action: 'cloudwatch:GetMetricData' })),
	);
});

test('members of clusters, replicas beside their source and other services are no instances of their own', async () => {
	const { sources } = await collect(
		rdsInstance,
		listing(
			orders,
			{ DBInstanceArn: 'a:cards-1', Engine: 'aurora-postgresql', DBClusterIdentifier: 'cards' },
			{ DBInstanceArn: 'a:graph', Engine: 'neptune' },
			{ DBInstanceArn: 'a:papers', Engine: 'docdb' },
			{ ...orders, DBInstanceArn: 'a:replica', ReadReplicaSourceDBInstanceIdentifier: 'orders' },
			{ ...orders, DBInstanceArn: 'a:far', ReadReplicaSourceDBInstanceIdentifier: 'arn:aws:rds:us-east-1:1:db:orders' },
		),
	);
	expect(sources.map((source) => source.id)).toEqual(['a:far', id]);
});

test('what RDS does not say stays unknown', async () => {
	const { sources } = await collect(rdsInstance, listing({ DBInstanceArn: id, Engine: 'mysql' }));
	expect(valuesOf(sources[0]?.facts)).toEqual({
		format: 'rows',
		structure: 'structured',
		protocol: 'jdbc',
		managed: 'rds',
		engine: 'mysql',
		replica: false,
	});
});

test.each([
	['an unencrypted one has no key', { StorageEncrypted: false }, 'none'],
	['one with the key of the service', { StorageEncrypted: true, StorageEncryptionType: 'sse-rds' }, 'service'],
	['whose a KMS key is, KMS says', { StorageEncrypted: true, StorageEncryptionType: 'sse-kms' }, 'customer'],
])('key: %s', async (_, more, key) => {
	const { sources } = await collect(rdsInstance, listing({ ...orders, ...more }));
	expect(valuesOf(sources[0]?.facts).key).toBe(key);
});

test('all pages are read', async () => {
	const { sources, caller } = await collect(rdsInstance, {
		DescribeDBInstances: ({ input }) =>
			input.Marker === undefined
				? { DBInstances: [orders], Marker: 'more' }
				: { DBInstances: [{ ...orders, DBInstanceArn: 'arn:second' }] },
		GetMetricData: { MetricDataResults: [] },
	});
	expect(sources.map((source) => source.id)).toEqual([id, 'arn:second']);
	expect(caller.inputsOf('DescribeDBInstances')).toEqual([{ MaxRecords: 100 }, { MaxRecords: 100, Marker: 'more' }]);
});
