import type { Family } from '../../../facts/families.ts';
import { days, gibibytes, hours } from '../../../facts/units.ts';
import type { CollectedKind } from '../../collectors/index.ts';
import { engineOf } from '../../reading/engine.ts';
import type { Stated } from '../../reading/measured.ts';
import type { Said } from './said.ts';

/** How things of a kind are named, and what an inventory may say of them. */
interface ImportedKind {
	readonly kind: CollectedKind;
	readonly family: Family;
	/** The end of an ARN, from its service on: `rds:…:db:orders`. The first part in brackets is the title. */
	readonly arn: RegExp;
	/** What all of the kind are. */
	readonly always: Stated;
	/** What is said of one; undefined where it is no source of its own, as a member of a cluster is none. */
	readonly stated?: (said: Said) => Stated | undefined;
	/** Bytes that it holds at most. */
	readonly most?: (said: Said) => number | undefined;
}

const rows = { format: 'rows', structure: 'structured', protocol: 'jdbc' } as const;

/** Clusters that the RDS API lists, by engine. */
const clusters = (engine: RegExp) => (said: Said) => engine.test(said.text('engine') ?? '');
const encryption = (said: Said): Stated => {
	const encrypted = said.flag('storageencrypted', 'encrypted', 'atrestencryptionenabled');
	return { encrypted, key: encrypted === false ? 'none' : undefined };
};
const versions = (said: Said): Stated => ({
	'engine.version': said.text('engineversion'),
	...encryption(said),
	public: said.flag('publiclyaccessible'),
});
const disk = (said: Said): number | undefined => {
	const size = said.number('allocatedstorage');
	return size ? gibibytes(size) : undefined;
};
const isMember = (said: Said): boolean =>
	said.text('dbclusteridentifier', 'readreplicasourcedbinstanceidentifier') !== undefined ||
	/^(?:docdb|neptune)/.test(said.text('engine') ?? '');

/** Kinds that an inventory is read for, the more narrow ARN first. */
export const importedKinds: readonly ImportedKind[] = [
	{
		kind: 's3-bucket',
		family: 'object',
		arn: /^s3:::([^/]+)$/,
		always: { protocol: 's3', managed: 's3' },
		stated: (said) => ({
			versioned: said.flag('versioningenabled') ?? statusOf(said.text('versioningstatus')),
			public: said.flag('bucketpolicyispublic'),
		}),
	},
	{
		kind: 'rds-instance',
		family: 'relational',
		arn: /^rds:[^:]*:\d*:db:(.+)$/,
		always: { ...rows, managed: 'rds' },
		stated(said) {
			const engine = said.text('engine');
			if (isMember(said)) return undefined;
			return { ...versions(said), engine: engine === undefined ? undefined : engineOf(engine) };
		},
		most: disk,
	},
	...(
		[
			[
				'documentdb-cluster',
				'document',
				/^docdb/,
				{ engine: 'documentdb', format: 'json', structure: 'semi-structured' },
			],
			['neptune-cluster', 'graph', /^neptune/, { engine: 'neptune', protocol: 'api', structure: 'semi-structured' }],
		] as const
	).map(([kind, family, engine, always]) => ({
		kind,
		family,
		arn: /^rds:[^:]*:\d*:cluster:(.+)$/,
		always: { ...always, managed: 'other' },
		stated: (said: Said) => (clusters(engine)(said) ? versions(said) : undefined),
	})),
	{
		kind: 'aurora-cluster',
		family: 'relational',
		arn: /^rds:[^:]*:\d*:cluster:(.+)$/,
		always: rows,
		stated(said) {
			const engine = said.text('engine');
			if (engine === undefined || clusters(/^(?:docdb|neptune)/)(said)) return engine === undefined ? {} : undefined;
			return { ...versions(said), engine: engineOf(engine), managed: engine.startsWith('aurora') ? 'aurora' : 'rds' };
		},
	},
	{
		kind: 'dynamodb-table',
		family: 'key-value',
		arn: /^dynamodb:[^:]*:\d*:table\/([^/]+)$/,
		always: {
			engine: 'dynamodb',
			managed: 'dynamodb',
			format: 'items',
			structure: 'semi-structured',
			protocol: 'sdk',
			'keys.known': true,
			encrypted: true,
		},
		// A table says 0 for hours after it was made.
		stated: (said) => ({
			volume: said.number('tablesizebytes') || undefined,
			rows: said.number('itemcount') || undefined,
		}),
	},
	{
		kind: 'log-group',
		family: 'log',
		arn: /^logs:[^:]*:\d*:log-group:([^:]+)(?::\*)?$/,
		always: {
			managed: 'logs',
			protocol: 'api',
			format: 'log',
			structure: 'semi-structured',
			updates: 'append',
			'event.time': true,
			encrypted: true,
		},
		stated(said) {
			const kept = said.number('retentionindays');
			return { volume: said.number('storedbytes'), retention: kept ? days(kept) : undefined };
		},
	},
	{
		kind: 'kinesis-stream',
		family: 'stream',
		arn: /^kinesis:[^:]*:\d*:stream\/([^/]+)$/,
		always: { managed: 'kinesis', protocol: 'kinesis', updates: 'append' },
		stated(said) {
			const kept = said.number('retentionperiodhours');
			return { retention: kept ? hours(kept) : undefined };
		},
	},
	{
		kind: 'redshift-cluster',
		family: 'warehouse',
		arn: /^redshift:[^:]*:\d*:cluster:(.+)$/,
		always: { ...rows, engine: 'redshift', managed: 'other' },
		stated: (said) => ({ ...encryption(said), public: said.flag('publiclyaccessible') }),
	},
	{
		kind: 'redshift-namespace',
		family: 'warehouse',
		arn: /^redshift-serverless:[^:]*:\d*:namespace\/(.+)$/,
		always: { ...rows, engine: 'redshift', managed: 'other', encrypted: true },
	},
	{
		kind: 'efs-file-system',
		family: 'file',
		arn: /^elasticfilesystem:[^:]*:\d*:file-system\/(.+)$/,
		always: { protocol: 'nfs', managed: 'efs' },
		stated(said) {
			const size = said.get('sizeinbytes');
			const value =
				typeof size === 'object' && size !== null ? (size as { Value?: unknown; value?: unknown }) : { Value: size };
			const bytes = Number(value.Value ?? value.value);
			return { ...encryption(said), volume: Number.isFinite(bytes) && bytes >= 0 ? bytes : undefined };
		},
	},
	{
		kind: 'ebs-volume',
		family: 'block',
		arn: /^ec2:[^:]*:\d*:volume\/(.+)$/,
		always: { managed: 'other' },
		stated: encryption,
		most(said) {
			const size = said.number('size');
			return size ? gibibytes(size) : undefined;
		},
	},
	{
		kind: 'msk-cluster',
		family: 'stream',
		arn: /^kafka:[^:]*:\d*:cluster\/([^/]+)\/.*$/,
		always: { managed: 'msk', protocol: 'kafka', updates: 'append' },
	},
	{
		kind: 'opensearch-domain',
		family: 'search',
		arn: /^es:[^:]*:\d*:domain\/(.+)$/,
		always: { engine: 'opensearch', managed: 'other', protocol: 'api', format: 'json', structure: 'semi-structured' },
		stated: (said) => ({ 'engine.version': said.text('engineversion', 'elasticsearchversion') }),
	},
	{
		kind: 'timestream-table',
		family: 'time-series',
		arn: /^timestream:[^:]*:\d*:database\/([^/]+\/table\/[^/]+)$/,
		always: { engine: 'timestream', managed: 'other', protocol: 'api', updates: 'append' },
	},
	{
		kind: 'feature-group',
		family: 'feature',
		arn: /^sagemaker:[^:]*:\d*:feature-group\/(.+)$/,
		always: { managed: 'other', protocol: 'sdk', structure: 'structured', 'keys.known': true, 'event.time': true },
	},
];

const statusOf = (status: string | undefined): boolean | undefined =>
	status === undefined ? undefined : status === 'Enabled';
