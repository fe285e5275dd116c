import { AccountPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Environment } from './environment.ts';
import { usesKey } from './grants.ts';
import type { Around, Unit } from './ingest/ingest.ts';
import { arns, partOf } from './names.ts';
import type { PlannedSource } from './plan.ts';

/**
 * How the border between two accounts is crossed: this account reads what the owner lets it read; the owner's account writes what
 * this one lets it write; or a network leads there, and an account means nothing to it.
 */
export type Crossing = 'read' | 'written' | 'connected';

const crossings: Readonly<Record<string, Crossing>> = {
	datasync: 'read',
	's3-direct': 'read',
	'data-transfer-terminal': 'written',
	'dynamodb-export': 'written',
	'own-dump': 'written',
	'rds-snapshot-export': 'written',
	'redshift-unload': 'written',
	's3-replication': 'written',
	's3-transfer-acceleration': 'written',
	's3-upload': 'written',
	'warehouse-export': 'written',
	'athena-federation': 'connected',
	dms: 'connected',
	'glue-jdbc': 'connected',
};

/** How a service crosses to the account of a source; undefined where it cannot, and its part is deployed there. */
export function crossingOf(service: string, source: PlannedSource): Crossing | undefined {
	const crossing = Object.hasOwn(crossings, service) ? crossings[service] : undefined;
	// A table of DynamoDB is asked by its own account's API.
	if (crossing === 'connected' && partOf(source, arns.table) !== undefined) return undefined;
	if (crossing === 'read' && partOf(source, arns.bucket) === undefined) return undefined;
	return crossing;
}

/** The account of a source, where it is another than the one that is deployed to. */
export const ownerOf = ({ account }: PlannedSource, deployed: string | undefined): string | undefined =>
	deployed === undefined || deployed.startsWith('${') || account === deployed ? undefined : account;

/** The role with which an owner writes: its name is agreed, so that the policies of both sides can be written before it is there. */
export const writerName = ({ name }: Pick<Environment, 'name'>): string => `${name}-writes`;

const writing = [
	's3:AbortMultipartUpload',
	's3:ListMultipartUploadParts',
	's3:ObjectOwnerOverrideToBucketOwner',
	's3:PutObject',
	's3:ReplicateObject',
	's3:ReplicateTags',
];

/** What an owner's role may do in a bucket of this account: write below one prefix. */
export const writesBelow = (bucketArn: string, prefix: string) => [
	{ actions: ['s3:GetBucketLocation', 's3:ListBucketMultipartUploads'], resources: [bucketArn] },
	{ actions: writing, resources: [`${bucketArn}/${prefix}*`] },
];

/** Lets the role of an owner write below the prefix of its source, with the key of the lake: this side of the border. */
export function letWrite({ bucket, prefix }: Unit, owner: string, { lake, environment }: Around): void {
	if (!(bucket instanceof Bucket)) return;
	const role = `arn:${bucket.stack.partition}:iam::${owner}:role/${writerName(environment)}`;
	const who = new AccountPrincipal(owner).withConditions({ ArnEquals: { 'aws:PrincipalArn': role } });
	for (const { actions, resources } of writesBelow(bucket.bucketArn, prefix))
		bucket.addToResourcePolicy(
			new PolicyStatement({ principals: [who], actions: [...actions], resources: [...resources] }),
		);
	if (lake.key instanceof Key) lake.key.grant(who, ...usesKey);
}
