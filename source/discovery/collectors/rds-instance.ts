import type { DBInstance, DescribeDBInstancesCommandOutput } from '@aws-sdk/client-rds';
import { gibibytes } from '../../facts/units.ts';
import { ask } from '../reading/ask.ts';
import { engineOf, isRelational } from '../reading/engine.ts';
import { describeKey, type Locked, tellKeys } from '../reading/keys.ts';
import { atMostOf, factsOf, measured, type Stated } from '../reading/measured.ts';
import { getMetricData, readSeries, type Series } from '../reading/metrics.ts';
import { pages } from '../reading/pages.ts';
import { awsPlace } from '../reading/place.ts';
import { loadSeries, processor, relational, tellLoad, writes } from '../reading/relational.ts';
import { ownerIn } from '../reading/tags.ts';
import type { Collector, Metric, Reading } from './collector.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-22. */
export const describeInstances = {
	service: 'rds',
	operation: 'DescribeDBInstances',
	action: 'rds:DescribeDBInstances',
	rate: 5,
	burst: 10,
	answers: 'DBInstances',
	why: 'Lists database instances with engine, storage, encryption and backups.',
} as const;

const free: Metric = {
	namespace: 'AWS/RDS',
	name: 'FreeStorageSpace',
	statistic: 'Average',
	days: 7,
	why: 'What is allocated less what is free is what the data takes.',
};

/** Database instances that stand alone. Members of clusters belong to their cluster, replicas to what they copy. */
export const rdsInstance: Collector = {
	title: 'RDS instances',
	family: 'relational',
	scope: 'region',
	calls: [describeInstances, describeKey, getMetricData],
	metrics: [free, processor, writes],
	async collect(reading) {
		const found: DBInstance[] = [];
		for await (const { DBInstances = [] } of instancePages(reading)) {
			for (const instance of DBInstances.filter(standsAlone)) {
				found.push(instance);
				tell(reading, instance);
			}
		}
		await Promise.all([measure(reading, found), tellKeys(reading, found.map(lockOf))]);
	},
};

/** Every instance of the region, as RDS pages them (100). */
export const instancePages = (reading: Reading) =>
	pages(
		(Marker) =>
			ask<DescribeDBInstancesCommandOutput>(reading, describeInstances, {
				MaxRecords: 100,
				...(Marker ? { Marker } : {}),
			}),
		({ Marker }) => Marker,
	);

/** A replica in the region of its source is named by its id, one in another region by its ARN. */
function standsAlone({ Engine = '', DBClusterIdentifier, ReadReplicaSourceDBInstanceIdentifier: copied }: DBInstance) {
	if (DBClusterIdentifier !== undefined || !isRelational(Engine)) return false;
	return copied === undefined || copied.startsWith('arn:');
}

function tell(reading: Reading, instance: DBInstance): void {
	const { account, region } = reading;
	const { DBInstanceArn = '', DBInstanceIdentifier = '', AllocatedStorage } = instance;
	const at = reading.now().toISOString();
	reading.emit.source({
		id: DBInstanceArn,
		kind: 'rds-instance',
		family: 'relational',
		title: DBInstanceIdentifier,
		place: awsPlace(account, region),
		account,
		region,
		facts: {
			...measured(stated(instance), { by: describeInstances, reading }),
			...(AllocatedStorage
				? atMostOf('volume', gibibytes(AllocatedStorage), { evidence: 'rds:DescribeDBInstances AllocatedStorage', at })
				: {}),
		},
	});
}

const stated = (instance: DBInstance): Stated => ({
	...relational,
	managed: 'rds',
	engine: engineOf(instance.Engine ?? ''),
	'engine.version': instance.EngineVersion,
	encrypted: instance.StorageEncrypted,
	key: keyOf(instance),
	public: instance.PubliclyAccessible,
	replica: (instance.ReadReplicaDBInstanceIdentifiers ?? []).length > 0,
	pitr: instance.BackupRetentionPeriod === undefined ? undefined : instance.BackupRetentionPeriod > 0,
	owner: ownerIn(instance.TagList),
});

/** An instance and its key, which its ARN does not tell the owner of. */
const lockOf = (instance: DBInstance): Locked => ({
	id: instance.DBInstanceArn ?? '',
	key: keyOf(instance) === undefined ? instance.KmsKeyId : undefined,
});

/** What encrypts a database, where that does not depend on a key. */
export function keyOf({
	StorageEncrypted,
	StorageEncryptionType,
}: {
	StorageEncrypted?: boolean | undefined;
	StorageEncryptionType?: string | undefined;
}): string | undefined {
	if (StorageEncrypted === false) return 'none';
	return StorageEncryptionType === 'sse-rds' ? 'service' : undefined;
}

async function measure(reading: Reading, instances: readonly DBInstance[]): Promise<void> {
	const rows = instances.map(({ DBInstanceArn: id = '', DBInstanceIdentifier = '', AllocatedStorage }) => {
		const dimensions = { DBInstanceIdentifier };
		const space: Series = { id, metric: free, dimensions, facts: ['volume'] };
		return { id, AllocatedStorage, space, load: loadSeries(id, dimensions) };
	});
	const points = await readSeries(
		reading,
		rows.flatMap(({ space, load }) => [space, ...load]),
	);
	for (const { id, AllocatedStorage, space, load } of rows) {
		const newest = points.get(space)?.[0];
		if (newest && AllocatedStorage) {
			const volume = Math.max(0, gibibytes(AllocatedStorage) - newest.value);
			const evidence = `rds:DescribeDBInstances AllocatedStorage less cloudwatch ${free.name}`;
			reading.emit.facts(id, factsOf({ volume }, evidence, reading.now().toISOString()));
		}
		tellLoad(reading, load, points);
	}
}
