import { crossingOf, ownerOf, writerName, writesBelow } from './crossing.ts';
import { knownOf } from './decided-by.ts';
import type { Environment } from './environment.ts';
import { usesKey } from './grants.ts';
import { arns, datasetOf, partOf } from './names.ts';
import type { Flow, Plan, PlannedSource } from './plan.ts';

/** A statement of a policy of IAM, as JSON. */
export type Statement = Readonly<Record<string, unknown>>;

/** What the owner of sources in another account sets up there, ready to be handed over. */
export interface Owner {
	readonly account: string;
	/** Titles of the sources that it owns. */
	readonly sources: readonly string[];
	/** What to do, in order, with the texts below. */
	readonly steps: readonly string[];
	/** Words to replace in the texts, and where what stands for them is found. */
	readonly fillIn: Readonly<Record<string, string>>;
	/** Statements to add to the policy of a bucket, by its name. What stands there already stays. */
	readonly bucketPolicies: Readonly<Record<string, readonly Statement[]>>;
	/** Statements to add to the policy of the key of a bucket, by the bucket's name. */
	readonly keyPolicies: Readonly<Record<string, readonly Statement[]>>;
	/** The role that writes, if anything is written: who may take it, and what it may do. */
	readonly role?: { readonly name: string; readonly trust: Statement; readonly permissions: Statement };
}

/** Services that take the role of an owner to write with; where none is named the owner's own people and programs do. */
const takers: Readonly<Record<string, string>> = {
	's3-replication': 's3.amazonaws.com',
	'rds-snapshot-export': 'export.rds.amazonaws.com',
	'redshift-unload': 'redshift.amazonaws.com',
};

interface Crossed {
	readonly flow: Flow;
	readonly source: PlannedSource;
	readonly service: string;
	readonly how: 'read' | 'written';
}

/** Everything that another account than the one deployed to has to set up, by account. */
export function ownersOf(plan: Plan, environment: Environment): readonly Owner[] {
	const { account } = environment;
	const crossed = plan.flows.flatMap((flow) =>
		plan.sources
			.filter((source) => flow.sources.includes(source.id) && ownerOf(source, account) !== undefined)
			.flatMap((source) =>
				flow.services.flatMap((service): readonly Crossed[] => {
					const how = crossingOf(service, source);
					return how === 'read' || how === 'written' ? [{ flow, source, service, how }] : [];
				}),
			),
	);
	const owners = [...new Set(crossed.map(({ source }) => source.account ?? ''))].toSorted();
	const region = environment.region ?? plan.network.region;
	const partition = region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
	return owners.map((owner) => {
		const mine = crossed.filter(({ source }) => source.account === owner);
		return ownerFor(owner, mine, { plan, partition, environment });
	});
}

interface Ground {
	readonly plan: Plan;
	readonly partition: string;
	readonly environment: Environment;
}

function ownerFor(account: string, crossed: readonly Crossed[], ground: Ground): Owner {
	const read = crossed.filter(({ how }) => how === 'read');
	const written = crossed.filter(({ how }) => how === 'written');
	const buckets = [...new Set(read.flatMap(({ source }) => partOf(source, arns.bucket) ?? []))];
	const hasOwnKey = (source: PlannedSource) => knownOf(ground.plan, source, 'key')?.value === 'customer';
	const locked = buckets.filter((bucket) =>
		read.some(({ source }) => partOf(source, arns.bucket) === bucket && hasOwnKey(source)),
	);
	const stores = [...new Set(written.map(({ flow }) => flow.to))].toSorted();
	return {
		account,
		sources: [...new Set(crossed.map(({ source }) => source.title))],
		steps: stepsOf(buckets, locked, written, ground),
		fillIn:
			stores.length === 0
				? {}
				: {
						...Object.fromEntries(
							stores.map((store) => [bucketWord(store), `The bucket of ${store}: output of the stack "lake".`]),
						),
						[keyWord]: 'The ARN of the key: output of the stack "lake".',
					},
		bucketPolicies: Object.fromEntries(buckets.map((bucket) => [bucket, readingOf(bucket, ground)])),
		keyPolicies: Object.fromEntries(locked.map((bucket) => [bucket, [decryptingOf(ground)]])),
		...(written.length > 0 && { role: roleOf(account, written, ground) }),
	};
}

function stepsOf(
	buckets: readonly string[],
	locked: readonly string[],
	written: readonly Crossed[],
	{ environment }: Ground,
): readonly string[] {
	const services = [...new Set(written.map(({ service }) => service))];
	const steps = [
		...buckets.map(
			(bucket) => `Add the statements of bucketPolicies to the policy of the bucket ${bucket} (10 minutes).`,
		),
		...locked.map(
			(bucket) =>
				`Add the statements of keyPolicies to the policy of the key that encrypts ${bucket}, and tell its ARN: it stands in environment.json, "keys" (10 minutes).`,
		),
		...(services.length > 0
			? [
					'Replace the words of fillIn, once the stack "lake" is deployed.',
					`Make the role ${writerName(environment)} with its trust and its permissions (10 minutes).`,
				]
			: []),
		...services.map((service) => `Set ${service} up with that role, into the prefixes that it may write (an hour).`),
	];
	return steps.map((step, index) => `${index + 1}. ${step}`);
}

const keyWord = 'KEY-OF-THE-LAKE';
const bucketWord = (store: string): string => `BUCKET-OF-${store.toUpperCase()}`;

/** The roles of this app, whatever CloudFormation calls them: their names begin with those of its stacks, of which it keeps 24 letters. */
function ourRoles({ partition, environment }: Ground): Statement {
	const { account = '', name, stackName = '{name}-{part}' } = environment;
	const [begins = ''] = stackName.replaceAll('{name}', name).split('{part}');
	return {
		Principal: { AWS: `arn:${partition}:iam::${account}:root` },
		Condition: { ArnLike: { 'aws:PrincipalArn': `arn:${partition}:iam::${account}:role/${begins.slice(0, 24)}*` } },
	};
}

const readingOf = (bucket: string, ground: Ground): readonly Statement[] => [
	{
		Sid: 'PipelineLists',
		Effect: 'Allow',
		...ourRoles(ground),
		Action: ['s3:GetBucketLocation', 's3:ListBucket'],
		Resource: `arn:${ground.partition}:s3:::${bucket}`,
	},
	{
		Sid: 'PipelineReads',
		Effect: 'Allow',
		...ourRoles(ground),
		Action: ['s3:GetObject', 's3:GetObjectTagging'],
		Resource: `arn:${ground.partition}:s3:::${bucket}/*`,
	},
];

const decryptingOf = (ground: Ground): Statement => ({
	Sid: 'PipelineDecrypts',
	Effect: 'Allow',
	...ourRoles(ground),
	Action: ['kms:Decrypt', 'kms:DescribeKey'],
	Resource: '*',
});

function roleOf(account: string, written: readonly Crossed[], { partition, environment }: Ground): Owner['role'] {
	const services = written.flatMap(({ service }) => (Object.hasOwn(takers, service) ? (takers[service] ?? []) : []));
	const people = written.some(({ service }) => !Object.hasOwn(takers, service));
	const allow = (principal: Statement, more: Statement = {}): Statement => ({
		Effect: 'Allow',
		Principal: principal,
		Action: 'sts:AssumeRole',
		...more,
	});
	const ofAccount = { Condition: { StringEquals: { 'aws:SourceAccount': account } } };
	const places = written.map(({ flow, source }) => [bucketWord(flow.to), `${datasetOf(source)}/`] as const);
	const writes = places.flatMap(([bucket, prefix]) => writesBelow(`arn:${partition}:s3:::${bucket}`, prefix));
	return {
		name: writerName(environment),
		trust: {
			Version: '2012-10-17',
			Statement: [
				...(services.length > 0 ? [allow({ Service: [...new Set(services)].toSorted() }, ofAccount)] : []),
				...(people ? [allow({ AWS: `arn:${partition}:iam::${account}:root` })] : []),
			],
		},
		permissions: {
			Version: '2012-10-17',
			Statement: [
				...writes.map(({ actions, resources }) => ({ Effect: 'Allow', Action: actions, Resource: resources })),
				{ Effect: 'Allow', Action: usesKey, Resource: keyWord },
			],
		},
	};
}
