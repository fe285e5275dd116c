import type { Cluster, DescribeClustersCommandOutput } from '@aws-sdk/client-memorydb';
import { keyNamed } from '../reading/keys.ts';
import { listed } from '../reading/listed.ts';
import { atMostOf, measured } from '../reading/measured.ts';
import { getMetricData, readSeries, type Series } from '../reading/metrics.ts';
import { tellSource } from '../reading/tell-source.ts';
import { newestOf } from '../reading/week.ts';
import type { Collector, Metric, Reading } from './collector.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-28. */
const describeClusters = {
	service: 'memorydb',
	operation: 'DescribeClusters',
	action: 'memorydb:DescribeClusters',
	rate: 5,
	burst: 10,
	answers: 'Clusters',
	why: 'Lists MemoryDB clusters with nodes, key and TLS.',
} as const;

const used: Metric = {
	namespace: 'AWS/MemoryDB',
	name: 'BytesUsedForMemoryDB',
	statistic: 'Maximum',
	days: 2,
	why: 'What data takes in the memory of a node.',
};

/** MemoryDB clusters. What they keep is never read. */
export const memorydbCluster: Collector = {
	title: 'MemoryDB clusters',
	family: 'cache',
	scope: 'region',
	calls: [describeClusters, getMetricData],
	metrics: [used],
	async collect(reading) {
		const found: Row[] = [];
		const pages = listed<DescribeClustersCommandOutput>(reading, describeClusters, {
			input: { MaxResults: 100, ShowShardDetails: true },
			token: 'NextToken',
			next: ({ NextToken }) => NextToken,
		});
		for await (const { Clusters = [] } of pages) for (const cluster of Clusters) found.push(tell(reading, cluster));
		await measure(reading, found);
	},
};

/** A cluster, with a series for each of its nodes. */
interface Row {
	readonly id: string;
	readonly nodes: readonly Series[];
}

function tell(reading: Reading, cluster: Cluster): Row {
	const { ARN: id = '', Name: title = '', EngineVersion, KmsKeyId, TLSEnabled, Shards = [] } = cluster;
	const facts = measured(
		{
			engine: 'redis',
			'engine.version': EngineVersion,
			managed: 'other',
			encrypted: true,
			key: KmsKeyId ? keyNamed(KmsKeyId) : 'service',
			'tls.only': TLSEnabled,
			public: false,
		},
		{ by: describeClusters, reading },
	);
	tellSource(reading, { id, kind: 'memorydb-cluster', family: 'cache', title, facts });
	const nodes = Shards.flatMap(({ Nodes = [] }) => Nodes.map(({ Name = '' }) => Name));
	const series = (NodeName: string): Series => {
		return { id, metric: used, dimensions: { ClusterName: title, NodeName }, facts: ['volume'] };
	};
	return { id, nodes: nodes.map(series) };
}

/** A cluster holds at most what its nodes hold together, since some of them are copies. */
async function measure(reading: Reading, rows: readonly Row[]): Promise<void> {
	const points = await readSeries(
		reading,
		rows.flatMap(({ nodes }) => nodes),
	);
	for (const { id, nodes } of rows) {
		const held = nodes.flatMap((node) => newestOf(points, node) ?? []);
		if (held.length === 0 || held.length < nodes.length) continue;
		const volume = held.reduce((sum, { value }) => sum + value, 0);
		const at = reading.now().toISOString();
		reading.emit.facts(id, atMostOf('volume', volume, { evidence: `cloudwatch ${used.name}`, at }));
	}
}
