import { expect, test } from 'vitest';
import { auroraCluster } from '../../../source/discovery/collectors/aurora-cluster.ts';
import { collect, daysAgo, metrics, valuesOf } from '../../peers/reading.ts';
import { denied, type Table } from '../../peers/table-caller.ts';

const id = 'arn:aws:rds:eu-central-1:123456789012:cluster:cards';
const cards = {
	DBClusterIdentifier: 'cards',
	DBClusterArn: id,
	Engine: 'aurora-postgresql',
	EngineVersion: '16.6',
	AllocatedStorage: 1,
	StorageEncrypted: true,
	BackupRetentionPeriod: 35,
	DBClusterMembers: [{ IsClusterWriter: true }, { IsClusterWriter: false }],
};
const members = [
	{ DBInstanceArn: 'a:1', DBClusterIdentifier: 'cards', PubliclyAccessible: false },
	{ DBInstanceArn: 'a:2', DBClusterIdentifier: 'cards', PubliclyAccessible: true },
	{ DBInstanceArn: 'a:3', PubliclyAccessible: true },
];
const listing = (...DBClusters: readonly object[]): Table => ({
	DescribeDBClusters: { DBClusters },
	DescribeDBInstances: { DBInstances: members },
	GetMetricData: { MetricDataResults: [] },
});

test('a cluster is told with its settings; one open member opens it', async () => {
	const { sources, gaps } = await collect(auroraCluster, listing(cards));
	expect(sources.map(({ facts, ...rest }) => ({ ...rest, facts: valuesOf(facts) }))).toEqual([
		{
			id,
			kind: 'aurora-cluster',
			family: 'relational',
			title: 'cards',
			place: 'aws:123456789012:eu-central-1',
			account: '123456789012',
			region: 'eu-central-1',
			facts: {
				format: 'rows',
				structure: 'structured',
				protocol: 'jdbc',
				managed: 'aurora',
				engine: 'aurora-postgresql',
				'engine.version': '16.6',
				encrypted: true,
				replica: true,
				pitr: true,
				public: true,
			},
		},
	]);
	expect(gaps).toEqual([]);
});

test('its volume, the load of its writer and its writes are measured', async () => {
	const { sources, caller } = await collect(auroraCluster, {
		...listing(cards),
		GetMetricData: metrics({
			'VolumeBytesUsed cards': [[daysAgo(0), 820e9]],
			'CPUUtilization cards': [[daysAgo(1), 64]],
			'WriteThroughput cards': [[daysAgo(1), 140_000]],
		}),
	});
	const { volume, change, 'load.share': load } = valuesOf(sources[0]?.facts);
	expect({ volume, change, load }).toEqual({ volume: 820e9, change: 140_000, load: 0.64 });
	expect(caller.inputsOf('GetMetricData')).toHaveLength(1);
});

test('an RDS cluster over three zones has storage that is allocated', async () => {
	const multiAz = { ...cards, Engine: 'postgres', AllocatedStorage: 400 };
	const { sources } = await collect(auroraCluster, listing(multiAz));
	const { managed, engine, volume } = valuesOf(sources[0]?.facts);
	expect({ managed, engine, volume }).toEqual({ managed: 'rds', engine: 'postgresql', volume: 400 * 2 ** 30 });
});

test('members that may not be read leave only open whether the public can reach them', async () => {
	const { sources, gaps } = await collect(auroraCluster, {
		...listing(cards),
		DescribeDBInstances: denied('rds:DescribeDBInstances'),
	});
	expect(sources).toHaveLength(1);
	expect(gaps.map(({ about, fact, action }) => ({ about, fact, action }))).toEqual([
		{ about: id, fact: 'public', action: 'rds:DescribeDBInstances' },
	]);
});

test('clusters of other services are no source of this kind, and nothing more is asked about none', async () => {
	const { sources, caller } = await collect(auroraCluster, listing({ ...cards, Engine: 'neptune' }));
	expect({ sources, asked: caller.asked }).toEqual({ sources: [], asked: ['eu-central-1 DescribeDBClusters'] });
});
