import type { CacheCluster, DescribeCacheClustersCommandOutput } from '@aws-sdk/client-elasticache';
import { arnOf } from '../reading/arn.ts';
import { listed } from '../reading/listed.ts';
import { atMostOf, factsOf, measured, type Stated } from '../reading/measured.ts';
import { getMetricData, readSeries, type Series } from '../reading/metrics.ts';
import { tellSource } from '../reading/tell-source.ts';
import { newestOf } from '../reading/week.ts';
import type { Collector, Metric, Reading } from './collector.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-22. */
const describeClusters = {
	service: 'elasticache',
	operation: 'DescribeCacheClusters',
	action: 'elasticache:DescribeCacheClusters',
	rate: 5,
	burst: 10,
	answers: 'CacheClusters',
	why: 'Lists caches with engine, encryption and the group they belong to.',
} as const;

const used: Metric = {
	namespace: 'AWS/ElastiCache',
	name: 'BytesUsedForCache',
	statistic: 'Average',
	days: 7,
	why: 'What a node keeps in memory.',
};

/** Caches of their own nodes; the members of a replication group are one. Mostly copies of what another source holds. */
export const elasticacheCluster: Collector = {
	title: 'ElastiCache clusters',
	family: 'cache',
	scope: 'region',
	calls: [describeClusters, getMetricData],
	metrics: [used],
	async collect(reading) {
		const groups = new Map<string, CacheCluster[]>();
		const pages = listed<DescribeCacheClustersCommandOutput>(reading, describeClusters, {
			input: { MaxRecords: 100 },
			token: 'Marker',
			next: ({ Marker }) => Marker,
		});
		for await (const { CacheClusters = [] } of pages) {
			for (const cluster of CacheClusters) {
				const id = idOf(reading, cluster);
				const members = groups.get(id);
				if (members) members.push(cluster);
				else groups.set(id, [cluster]);
				if (members === undefined) tell(reading, id, cluster);
			}
		}
		await measure(reading, groups);
	},
};

const idOf = (reading: Reading, { ReplicationGroupId: group, CacheClusterId: own = '' }: CacheCluster): string =>
	arnOf(reading, 'elasticache', group === undefined ? `cluster:${own}` : `replicationgroup:${group}`);

function tell(reading: Reading, id: string, cluster: CacheCluster): void {
	tellSource(reading, {
		id,
		kind: 'elasticache-cluster',
		family: 'cache',
		title: cluster.ReplicationGroupId ?? cluster.CacheClusterId ?? '',
		facts: measured(stated(cluster), { by: describeClusters, reading }),
	});
}

/** Valkey speaks as Redis does. Whose a KMS key is, is not said here. */
const stated = (cluster: CacheCluster): Stated => ({
	engine: cluster.Engine && (/^(?:redis|valkey)$/.test(cluster.Engine) ? 'redis' : 'other'),
	'engine.version': cluster.EngineVersion,
	managed: 'other',
	encrypted: cluster.AtRestEncryptionEnabled,
	key: cluster.AtRestEncryptionEnabled === false ? 'none' : undefined,
	'tls.only': cluster.TransitEncryptionEnabled && cluster.TransitEncryptionMode !== 'preferred',
});

/** A group holds at most what its nodes hold together, since some of them are copies; memory of a Memcached is not told so. */
async function measure(reading: Reading, groups: ReadonlyMap<string, readonly CacheCluster[]>): Promise<void> {
	const rows = [...groups].map(([id, members]) => ({
		id,
		nodes: members.map(({ CacheClusterId = '' }): Series => {
			return { id, metric: used, dimensions: { CacheClusterId }, facts: ['volume'] };
		}),
	}));
	const points = await readSeries(
		reading,
		rows.flatMap(({ nodes }) => nodes),
	);
	for (const { id, nodes } of rows) {
		const held = nodes.flatMap((node) => newestOf(points, node) ?? []);
		if (held.length === 0 || held.length < nodes.length) continue;
		const volume = held.reduce((sum, { value }) => sum + value, 0);
		const evidence = `cloudwatch ${used.name}`;
		const at = reading.now().toISOString();
		const facts = nodes.length === 1 ? factsOf({ volume }, evidence, at) : atMostOf('volume', volume, { evidence, at });
		reading.emit.facts(id, facts);
	}
}
