import type { Cluster, DescribeClustersCommandOutput } from '@aws-sdk/client-redshift';
import { megabytes } from '../../facts/units.ts';
import { arnOf } from '../reading/arn.ts';
import { describeKey, tellKeys } from '../reading/keys.ts';
import { listed } from '../reading/listed.ts';
import { atMostOf, factsOf, measured, type Stated } from '../reading/measured.ts';
import { getMetricData, readSeries, type Series } from '../reading/metrics.ts';
import { ownerIn } from '../reading/tags.ts';
import { tellSource } from '../reading/tell-source.ts';
import { meanOf, newestOf, tellChangeAtMost, tellWeek } from '../reading/week.ts';
import type { Collector, Metric, Reading } from './collector.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-22. */
const describeClusters = {
	service: 'redshift',
	operation: 'DescribeClusters',
	action: 'redshift:DescribeClusters',
	rate: 5,
	burst: 10,
	answers: 'Clusters',
	why: 'Lists warehouses with storage, encryption and openness.',
} as const;

const full: Metric = {
	namespace: 'AWS/Redshift',
	name: 'PercentageDiskSpaceUsed',
	statistic: 'Average',
	days: 7,
	why: 'The share of the storage that is taken.',
};
const processor: Metric = {
	namespace: 'AWS/Redshift',
	name: 'CPUUtilization',
	statistic: 'Average',
	days: 7,
	why: 'The mean of a week shows whether reads for training would get in the way.',
};
const writes: Metric = {
	namespace: 'AWS/Redshift',
	name: 'WriteThroughput',
	statistic: 'Average',
	days: 7,
	why: 'Bytes a node writes to disk are at least its share of the bytes of changed rows.',
};

/** Provisioned Redshift clusters. */
export const redshiftCluster: Collector = {
	title: 'Redshift clusters',
	family: 'warehouse',
	scope: 'region',
	calls: [describeClusters, describeKey, getMetricData],
	metrics: [full, processor, writes],
	async collect(reading) {
		const found: Row[] = [];
		const pages = listed<DescribeClustersCommandOutput>(reading, describeClusters, {
			input: { MaxRecords: 100 },
			token: 'Marker',
			next: ({ Marker }) => Marker,
		});
		for await (const { Clusters = [] } of pages) for (const cluster of Clusters) found.push(tell(reading, cluster));
		await Promise.all([measure(reading, found), tellKeys(reading, found)]);
	},
};

/** A cluster with what is measured of it. Capacity in bytes, where AWS says it. */
interface Row {
	readonly id: string;
	readonly key: string | undefined;
	readonly capacity: number | undefined;
	readonly nodes: number;
	readonly full: Series;
	readonly load: Series;
	readonly writes: Series;
}

function tell(reading: Reading, cluster: Cluster): Row {
	const { ClusterIdentifier = '', TotalStorageCapacityInMegaBytes: size, NumberOfNodes: nodes = 1 } = cluster;
	const id = arnOf(reading, 'redshift', `cluster:${ClusterIdentifier}`);
	const capacity = size ? megabytes(size) : undefined;
	const evidence = 'redshift:DescribeClusters TotalStorageCapacityInMegaBytes';
	tellSource(reading, {
		id,
		kind: 'redshift-cluster',
		family: 'warehouse',
		title: ClusterIdentifier,
		facts: {
			...measured(stated(cluster), { by: describeClusters, reading }),
			...(capacity ? atMostOf('volume', capacity, { evidence, at: reading.now().toISOString() }) : {}),
		},
	});
	const dimensions = { ClusterIdentifier };
	return {
		id,
		key: cluster.KmsKeyId,
		capacity,
		nodes,
		full: { id, metric: full, dimensions, facts: ['volume'] },
		load: { id, metric: processor, dimensions, facts: ['load.share'] },
		writes: { id, metric: writes, dimensions, facts: ['change'] },
	};
}

const stated = ({ Encrypted, PubliclyAccessible, Tags }: Cluster): Stated => ({
	format: 'rows',
	structure: 'structured',
	protocol: 'jdbc',
	engine: 'redshift',
	managed: 'other',
	encrypted: Encrypted,
	key: Encrypted === false ? 'none' : undefined,
	public: PubliclyAccessible,
	owner: ownerIn(Tags),
});

async function measure(reading: Reading, rows: readonly Row[]): Promise<void> {
	const points = await readSeries(
		reading,
		rows.flatMap((row) => [row.full, row.load, row.writes]),
	);
	for (const { id, capacity, nodes, ...row } of rows) {
		const taken = newestOf(points, row.full);
		if (taken && capacity) {
			const evidence = `redshift:DescribeClusters TotalStorageCapacityInMegaBytes by cloudwatch ${full.name}`;
			const volume = (capacity * Math.min(100, taken.value)) / 100;
			reading.emit.facts(id, factsOf({ volume }, evidence, reading.now().toISOString()));
		}
		const percent = meanOf(reading, points, row.load);
		if (percent !== undefined) tellWeek(reading, id, { 'load.share': Math.min(1, percent / 100) }, processor);
		const written = meanOf(reading, points, row.writes);
		if (written !== undefined) tellChangeAtMost(reading, id, written * nodes, writes);
	}
}
