import type { DBCluster, DescribeDBClustersCommandOutput } from '@aws-sdk/client-rds';
import { gibibytes } from '../../facts/units.ts';
import { ask, tellGaps } from '../reading/ask.ts';
import { engineOf, isRelational } from '../reading/engine.ts';
import { describeKey, tellKeys } from '../reading/keys.ts';
import { atMostOf, factsOf, measured, type Stated } from '../reading/measured.ts';
import { getMetricData, readSeries, type Series } from '../reading/metrics.ts';
import { pages } from '../reading/pages.ts';
import { awsPlace } from '../reading/place.ts';
import { loadSeries, processor, relational, tellLoad, writes } from '../reading/relational.ts';
import { ownerIn } from '../reading/tags.ts';
import type { Collector, Metric, Reading } from './collector.ts';
import { describeInstances, instancePages, keyOf } from './rds-instance.ts';

/** Of DocumentDB and Neptune too. No quota is published; 5 a second is what other tools live with. Checked 2026-11-22. */
export const describeClusters = {
	service: 'rds',
	operation: 'DescribeDBClusters',
	action: 'rds:DescribeDBClusters',
	rate: 5,
	burst: 10,
	answers: 'DBClusters',
	why: 'Lists clusters with engine, encryption, members and backups.',
} as const;

const used: Metric = {
	namespace: 'AWS/RDS',
	name: 'VolumeBytesUsed',
	statistic: 'Average',
	days: 7,
	why: 'The volume of a cluster grows by itself; what it takes is only known here.',
};

/** Aurora clusters, and RDS clusters over three zones, whose storage is allocated as that of instances. */
export const auroraCluster: Collector = {
	title: 'Aurora and Multi-AZ clusters',
	family: 'relational',
	scope: 'region',
	calls: [describeClusters, describeInstances, describeKey, getMetricData],
	metrics: [used, processor, writes],
	async collect(reading) {
		const found: DBCluster[] = [];
		const fetch = (Marker: string | undefined) =>
			ask<DescribeDBClustersCommandOutput>(reading, describeClusters, {
				MaxRecords: 100,
				...(Marker ? { Marker } : {}),
			});
		for await (const { DBClusters = [] } of pages(fetch, ({ Marker }) => Marker)) {
			for (const cluster of DBClusters.filter(({ Engine = '' }) => isRelational(Engine))) {
				found.push(cluster);
				tell(reading, cluster);
			}
		}
		if (found.length === 0) return;
		const locked = found.map((cluster) => ({
			id: cluster.DBClusterArn ?? '',
			key: keyOf(cluster) === undefined ? cluster.KmsKeyId : undefined,
		}));
		await Promise.all([tellOpen(reading, found), measure(reading, found), tellKeys(reading, locked)]);
	},
};

const isAurora = ({ Engine = '' }: DBCluster): boolean => Engine.startsWith('aurora');

function tell(reading: Reading, cluster: DBCluster): void {
	const { account, region } = reading;
	const { DBClusterArn = '', DBClusterIdentifier = '', AllocatedStorage } = cluster;
	const at = reading.now().toISOString();
	reading.emit.source({
		id: DBClusterArn,
		kind: 'aurora-cluster',
		family: 'relational',
		title: DBClusterIdentifier,
		place: awsPlace(account, region),
		account,
		region,
		facts: {
			...measured(stated(cluster), { by: describeClusters, reading }),
			...(AllocatedStorage && !isAurora(cluster)
				? atMostOf('volume', gibibytes(AllocatedStorage), { evidence: 'rds:DescribeDBClusters AllocatedStorage', at })
				: {}),
		},
	});
}

const stated = (cluster: DBCluster): Stated => ({
	...relational,
	managed: isAurora(cluster) ? 'aurora' : 'rds',
	engine: engineOf(cluster.Engine ?? ''),
	'engine.version': cluster.EngineVersion,
	encrypted: cluster.StorageEncrypted,
	key: keyOf(cluster),
	replica: cluster.DBClusterMembers?.some(({ IsClusterWriter }) => IsClusterWriter === false),
	pitr: cluster.BackupRetentionPeriod === undefined ? undefined : cluster.BackupRetentionPeriod > 0,
	owner: ownerIn(cluster.TagList),
});

/** Whether the public can reach a cluster is said by its members. */
async function tellOpen(reading: Reading, clusters: readonly DBCluster[]): Promise<void> {
	const open = new Map<string, boolean>();
	try {
		for await (const { DBInstances = [] } of instancePages(reading)) {
			for (const { DBClusterIdentifier: cluster, PubliclyAccessible } of DBInstances) {
				if (cluster === undefined || PubliclyAccessible === undefined) continue;
				open.set(cluster, (open.get(cluster) ?? false) || PubliclyAccessible);
			}
		}
	} catch (error) {
		const about = clusters.map(({ DBClusterArn = '' }) => DBClusterArn);
		return tellGaps(reading, { error, call: describeInstances, region: reading.region, about, facts: ['public'] });
	}
	for (const { DBClusterArn = '', DBClusterIdentifier = '' } of clusters) {
		const stated = { public: open.get(DBClusterIdentifier) };
		reading.emit.facts(DBClusterArn, measured(stated, { by: describeInstances, reading }));
	}
}

async function measure(reading: Reading, clusters: readonly DBCluster[]): Promise<void> {
	const rows = clusters.map((cluster) => {
		const { DBClusterArn: id = '', DBClusterIdentifier = '' } = cluster;
		const volume: readonly Series[] = isAurora(cluster)
			? [{ id, metric: used, dimensions: { DBClusterIdentifier }, facts: ['volume'] }]
			: [];
		return { id, volume, load: loadSeries(id, { DBClusterIdentifier, Role: 'WRITER' }) };
	});
	const points = await readSeries(
		reading,
		rows.flatMap(({ volume, load }) => [...volume, ...load]),
	);
	for (const { id, volume, load } of rows) {
		const newest = volume[0] && points.get(volume[0])?.[0];
		if (newest) {
			const evidence = `cloudwatch ${used.name}`;
			reading.emit.facts(id, factsOf({ volume: newest.value }, evidence, reading.now().toISOString()));
		}
		tellLoad(reading, load, points);
	}
}
