import type { DBCluster, DescribeDBClustersCommandOutput } from '@aws-sdk/client-rds';
import type { Family } from '../../facts/families.ts';
import type { DeclaredCall, Metric, Reading } from '../collectors/collector.ts';
import type { CollectedKind } from '../collectors/index.ts';
import { tellKeys } from './keys.ts';
import { listed } from './listed.ts';
import { factsOf, measured, type Stated } from './measured.ts';
import { readSeries, type Series } from './metrics.ts';
import { ownerIn } from './tags.ts';
import { tellSource } from './tell-source.ts';
import { meanOf, newestOf, tellWeek } from './week.ts';

/** A service whose clusters the RDS API lists beside its own. */
export interface ClusterService {
	readonly kind: CollectedKind;
	readonly family: Family;
	/** As RDS names it, where only these are asked for: `docdb`. */
	readonly engine: string;
	readonly call: DeclaredCall;
	/** The volume that all instances of a cluster share, and how busy they are. */
	readonly used: Metric;
	readonly processor: Metric;
	readonly stated: Stated;
}

/** The clusters of such a service: encryption, backups, version, owner; the volume that grows by itself, and the load. */
export async function readClusters(reading: Reading, service: ClusterService): Promise<void> {
	const found: { id: string; key: string | undefined; used: Series; load: Series }[] = [];
	const pages = listed<DescribeDBClustersCommandOutput>(reading, service.call, {
		input: { MaxRecords: 100, Filters: [{ Name: 'engine', Values: [service.engine] }] },
		token: 'Marker',
		next: ({ Marker }) => Marker,
	});
	for await (const { DBClusters = [] } of pages) {
		for (const cluster of DBClusters) {
			// Some endpoints leave the filter undone.
			if (cluster.Engine !== service.engine) continue;
			const id = tell(reading, service, cluster);
			const dimensions = { DBClusterIdentifier: cluster.DBClusterIdentifier ?? '' };
			found.push({
				id,
				key: cluster.KmsKeyId,
				used: { id, metric: service.used, dimensions, facts: ['volume'] },
				load: { id, metric: service.processor, dimensions, facts: ['load.share'] },
			});
		}
	}
	const [points] = await Promise.all([
		readSeries(
			reading,
			found.flatMap(({ used, load }) => [used, load]),
		),
		tellKeys(reading, found),
	]);
	for (const { id, used, load } of found) {
		const newest = newestOf(points, used);
		const at = reading.now().toISOString();
		if (newest) reading.emit.facts(id, factsOf({ volume: newest.value }, `cloudwatch ${service.used.name}`, at));
		const percent = meanOf(reading, points, load);
		if (percent !== undefined) tellWeek(reading, id, { 'load.share': Math.min(1, percent / 100) }, service.processor);
	}
}

function tell(reading: Reading, { kind, family, call, stated }: ClusterService, cluster: DBCluster): string {
	const { DBClusterArn: id = '', DBClusterIdentifier: title = '', StorageEncrypted: encrypted } = cluster;
	const facts = measured(
		{
			...stated,
			managed: 'other',
			'engine.version': cluster.EngineVersion,
			encrypted,
			key: encrypted === false ? 'none' : undefined,
			replica: cluster.DBClusterMembers?.some(({ IsClusterWriter }) => IsClusterWriter === false),
			pitr: cluster.BackupRetentionPeriod === undefined ? undefined : cluster.BackupRetentionPeriod > 0,
			owner: ownerIn(cluster.TagList),
		},
		{ by: call, reading },
	);
	return tellSource(reading, { id, kind, family, title, facts });
}
