import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Database } from 'aws-cdk-lib/aws-glue';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { sourcesInPlace, writesTable } from './datasets.ts';
import type { Environment } from './environment.ts';
import { mayEncryptLogs } from './log-key.ts';
import { arns, constructId, partOf } from './names.ts';
import type { Plan, Store } from './plan.ts';
import { TableStore } from './table-store.ts';
import { guarded, Zone } from './zone.ts';

export interface LakeProps extends StackProps {
	readonly plan: Plan;
	readonly environment: Environment;
}

/** Everything that holds data: the key, a bucket for each store, a database for each zone. Other stacks can be destroyed; this one stays. */
export class LakeStack extends Stack {
	readonly key: IKey;
	readonly accessLogs: Bucket;
	/** Results of queries and what queries spill; gone after a week. */
	readonly scratch: Bucket;
	/** Our own buckets, by store id. */
	readonly buckets: ReadonlyMap<string, IBucket>;
	/** Tables that S3 keeps up itself, by store id: where a stream writes its own. */
	readonly tables: ReadonlyMap<string, TableStore>;
	/** Existing buckets that are read where they lie, by source id. */
	readonly existing: ReadonlyMap<string, IBucket>;
	/** What is left to do by hand, a sentence each. */
	readonly byHand: readonly string[];
	/** Databases of the Data Catalog by zone. */
	readonly databases: ReadonlyMap<Store['zone'], Database>;

	constructor(scope: Construct, id: string, { plan, environment, ...props }: LakeProps) {
		super(scope, id, props);
		const { name } = environment;
		this.key = this.keyOf(environment);
		this.accessLogs = new Bucket(this, 'access-logs', {
			...guarded,
			// S3 delivers access logs only to buckets with keys of S3.
			encryption: BucketEncryption.S3_MANAGED,
			versioned: true,
			lifecycleRules: [{ expiration: Duration.days(365), noncurrentVersionExpiration: Duration.days(30) }],
		});
		this.scratch = new Zone(this, 'scratch', {
			store: { id: 'scratch', deleteAfterDays: 7 },
			key: this.key,
			accessLogs: this.accessLogs,
		}).bucket;
		const { key, accessLogs } = this;
		this.buckets = new Map(
			plan.stores
				.filter(({ kind }) => kind === 'object store' || kind === 'table')
				.map((store) => [store.id, new Zone(this, `zone-${store.id}`, { store, key, accessLogs }).bucket]),
		);
		this.tables = new Map(
			plan.stores
				.filter(({ id, kind }) => kind === 'table' && plan.flows.some((flow) => flow.to === id && writesTable(flow)))
				.map(({ id, zone }) => [id, new TableStore(this, `tables-${id}`, { name, zone, key })]),
		);
		this.existing = new Map(
			sourcesInPlace(plan).flatMap((source) => {
				const name = partOf(source, arns.bucket);
				return name === undefined
					? []
					: [[source.id, Bucket.fromBucketName(this, `existing-${constructId(source)}`, name)] as const];
			}),
		);
		const locked = sourcesInPlace(plan).filter(
			({ id, decidedBy }) => this.existing.has(id) && decidedBy.key?.value === 'customer',
		);
		this.byHand = [
			...locked.map(({ title }) => `${title}: let the roles that read it use the key of its bucket.`),
			...(environment.key === undefined
				? []
				: [`Let CloudWatch Logs of this account and region use the key ${environment.key}, by its own policy.`]),
		];
		const zones = new Set(plan.stores.filter(({ kind }) => kind !== 'online store').map(({ zone }) => zone));
		this.databases = new Map(
			[...zones].map((zone) => [
				zone,
				new Database(this, `database-${zone}`, {
					databaseName: `${name.replaceAll('-', '_')}_${zone}`,
					description: `Tables of the ${zone} zone`,
				}),
			]),
		);
	}

	/** A key of its own, or the one that the environment names; of that only its owner writes the policy. */
	private keyOf({ key }: Environment): IKey {
		if (key !== undefined) return Key.fromKeyArn(this, 'key', key);
		const own = new Key(this, 'key', { description: 'Encrypts the data lake', enableKeyRotation: true });
		mayEncryptLogs(own);
		return own;
	}

	/** The database of the zone in which a store is. */
	databaseOf({ stores }: Plan, store: string): Database | undefined {
		const zone = stores.find((one) => one.id === store)?.zone;
		return zone && this.databases.get(zone);
	}
}
