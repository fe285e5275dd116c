import { expect, test } from 'vitest';
import { neptuneCluster } from '../../../source/discovery/collectors/neptune-cluster.ts';
import { collect, daysAgo, metrics, valuesOf } from '../../peers/reading.ts';

const id = 'arn:aws:rds:eu-central-1:123456789012:cluster:one';
const cluster = {
	DBClusterArn: id,
	DBClusterIdentifier: 'one',
	Engine: 'neptune',
	EngineVersion: '5.0.0',
	StorageEncrypted: false,
	BackupRetentionPeriod: 7,
	MasterUsername: 'canary',
	DBClusterMembers: [{ IsClusterWriter: true }, { IsClusterWriter: false }],
	TagList: [{ Key: 'owner', Value: 'shop' }],
};

test('a cluster is told by the RDS API, with the volume that its instances share and their load', async () => {
	const { sources, gaps, caller } = await collect(neptuneCluster, {
		DescribeDBClusters: { DBClusters: [cluster] },
		GetMetricData: metrics({
			'VolumeBytesUsed one': [[daysAgo(0), 4e10]],
			'CPUUtilization one': [[daysAgo(1), 30]],
		}),
	});
	expect(gaps).toEqual([]);
	expect(sources.map(({ id: own, kind, family }) => [own, kind, family])).toEqual([[id, 'neptune-cluster', 'graph']]);
	expect(valuesOf(sources[0]?.facts)).toMatchObject({
		engine: 'neptune',
		'engine.version': '5.0.0',
		managed: 'other',
		structure: 'semi-structured',
		encrypted: false,
		key: 'none',
		replica: true,
		pitr: true,
		owner: 'shop',
		volume: 4e10,
		'load.share': 0.3,
	});
	expect(JSON.stringify(sources)).not.toContain('canary');
	expect(caller.inputsOf('DescribeDBClusters')).toEqual([
		{ MaxRecords: 100, Filters: [{ Name: 'engine', Values: ['neptune'] }] },
	]);
});

test('clusters of another service, which some endpoints list all the same, are left to their own kind', async () => {
	const { sources } = await collect(neptuneCluster, {
		DescribeDBClusters: { DBClusters: [{ ...cluster, Engine: 'aurora-mysql' }] },
	});
	expect(sources).toEqual([]);
});
