import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Database } from 'aws-cdk-lib/aws-glue';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { ownerOf } from './crossing.ts';
import { sourcesInPlace, writesTable } from './datasets.ts';
import { knownOf } from './decided-by.ts';
import type { Environment } from './environment.ts';
import { mayEncryptLogs } from './log-key.ts';
import { arns, constructId, partOf } from './names.ts';
import type { Plan, Store } from './plan.ts';
import { servingTable } from './serving-table.ts';
import { TableStore } from './table-store.ts';
import { existingBucket, guarded, Zone } from './zone.ts';

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
	/** Where single records are served by key, if a flow of the plan writes there. */
	readonly serving: ITable | undefined;
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
				.map((store) => {
					const counted = plan.flows.some(({ to }) => to === store.id);
					return [store.id, new Zone(this, `zone-${store.id}`, { store, key, accessLogs, counted }).bucket] as const;
				}),
		);
		this.serving = servingTable(this, plan, key);
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
					: [
							[
								source.id,
								existingBucket(this, `existing-${constructId(source)}`, name, environment.keys?.[source.id]),
							] as const,
						];
			}),
		);
		const locked = sourcesInPlace(plan).filter(
			(source) =>
				this.existing.get(source.id)?.encryptionKey === undefined && knownOf(plan, source, 'key')?.value === 'customer',
		);
		const owners = new Set(
			sourcesInPlace(plan).flatMap((source) =>
				this.existing.has(source.id) ? (ownerOf(source, this.account) ?? []) : [],
			),
		);
		this.byHand = [
			...locked.map(
				({ id, title }) =>
					`${title}: say the key of its bucket in environment.json, "keys", below ${JSON.stringify(id)}: the roles that read it may then use it, and its own policy must let them.`,
			),
			...[...owners].map(
				(owner) => `Account ${owner} lets this one read what it owns: hand it owners/${owner}.json (npm run owners).`,
			),
			...(environment.key === undefined
				? []
				: [`Let CloudWatch Logs of this account and region use the key ${environment.key}, by its own policy.`]),
		];
		this.tellOwners(plan);
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

	/** Names that the owners of other accounts fill into what they set up. */
	private tellOwners(plan: Plan): void {
		const away = plan.sources.some((source) => ownerOf(source, this.account) !== undefined);
		if (!away) return;
		for (const [store, bucket] of this.buckets) new CfnOutput(this, `bucket-of-${store}`, { value: bucket.bucketName });
		new CfnOutput(this, 'key-of-the-lake', { value: this.key.keyArn });
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
