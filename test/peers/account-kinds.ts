import type { FactValue } from '../../source/facts/fact.ts';
import type { Family } from '../../source/facts/families.ts';
import type { Chance } from './chance.ts';

/** What is said about a source of a kind; what is left out is a gap. */
export type Said = Readonly<Record<string, FactValue | undefined>>;

export interface AccountKind {
	readonly kind: string;
	readonly family: Family;
	/** How many of a thousand sources are of this kind. */
	readonly many: number;
	readonly where: 'aws' | 'site' | 'saas' | 'edge';
	/** The middle part of its ARN. */
	readonly service: string;
	readonly says: (chance: Chance) => Said;
}

const [MB, GB, TB, day] = [1e6, 1e9, 1e12, 86_400];
const encryption = (chance: Chance): Said => ({
	encrypted: chance.happens(0.9),
	key: chance.oneOf(['service', 'service', 'aws-managed', 'customer']),
});
const database = (engine: string, managed: string, chance: Chance): Said => ({
	engine,
	managed,
	protocol: 'jdbc',
	format: 'rows',
	structure: 'structured',
	volume: chance.amount(GB, 20 * TB),
	change: chance.happens(0.7) ? chance.amount(GB, 500 * GB) / day : undefined,
	updates: chance.happens(0.4) ? 'update' : undefined,
	'keys.known': chance.happens(0.3) ? true : undefined,
});

/** What stands in a large company's accounts, data centres and subscriptions, in about its usual shares and with its usual gaps. */
export const accountKinds: readonly AccountKind[] = [
	{
		kind: 's3-bucket',
		family: 'object',
		many: 200,
		where: 'aws',
		service: 's3',
		says: (chance) => ({
			managed: 's3',
			protocol: 's3',
			volume: chance.happens(0.08) ? 0 : chance.amount(10 * MB, 200 * TB),
			objects: chance.happens(0.9) ? Math.round(chance.amount(10, 1e9)) : undefined,
			change: chance.happens(0.2) ? chance.amount(MB, 500 * GB) / day : undefined,
			'lifecycle.rules': chance.happens(0.4),
			versioned: chance.happens(0.5),
			public: chance.happens(0.02),
			format: chance.happens(0.3) ? chance.oneOf(['parquet', 'json', 'csv', 'image', 'log']) : undefined,
			...encryption(chance),
		}),
	},
	{
		kind: 'log-group',
		family: 'log',
		many: 260,
		where: 'aws',
		service: 'logs',
		says: (chance) => ({
			managed: 'logs',
			protocol: 'api',
			format: 'log',
			structure: 'semi-structured',
			updates: 'append',
			'event.time': true,
			volume: chance.amount(MB, 5 * TB),
			change: chance.happens(0.1) ? 0 : chance.amount(10_000, 100 * GB) / day,
			'record.size': chance.amount(100, 2000),
			retention: chance.happens(0.6) ? chance.oneOf([7, 14, 30, 90]) * day : undefined,
		}),
	},
	{
		kind: 'dynamodb-table',
		family: 'key-value',
		many: 170,
		where: 'aws',
		service: 'dynamodb',
		says: (chance) => ({
			engine: 'dynamodb',
			managed: 'dynamodb',
			protocol: 'sdk',
			format: 'items',
			structure: 'semi-structured',
			'keys.known': true,
			volume: chance.amount(MB, 2 * TB),
			change: chance.happens(0.8) ? chance.amount(MB, 50 * GB) / day : undefined,
			'record.size': chance.amount(100, 50_000),
			pitr: chance.happens(0.4),
			...encryption(chance),
		}),
	},
	{
		kind: 'rds-instance',
		family: 'relational',
		many: 60,
		where: 'aws',
		service: 'rds',
		says: (chance) => ({
			...database(chance.oneOf(['mysql', 'postgresql', 'postgresql', 'oracle', 'sqlserver', 'mariadb']), 'rds', chance),
			replica: chance.happens(0.3),
			'load.share': chance.happens(0.8) ? Number(chance.share().toFixed(2)) : undefined,
			...encryption(chance),
		}),
	},
	{
		kind: 'aurora-cluster',
		family: 'relational',
		many: 25,
		where: 'aws',
		service: 'rds',
		says: (chance) => ({
			...database(chance.oneOf(['aurora-mysql', 'aurora-postgresql']), 'aurora', chance),
			replica: chance.happens(0.6),
			pitr: true,
			...encryption(chance),
		}),
	},
	{
		kind: 'kinesis-stream',
		family: 'stream',
		many: 30,
		where: 'aws',
		service: 'kinesis',
		says: (chance) => ({
			managed: 'kinesis',
			protocol: 'kinesis',
			updates: 'append',
			change: chance.amount(100, 20 * MB),
			records: chance.amount(1, 20_000),
			'record.size': chance.amount(100, 20_000),
			retention: chance.oneOf([1, 7]) * day,
			'stream.mode': chance.oneOf(['on-demand', 'provisioned']),
			ordered: chance.happens(0.2) ? true : undefined,
		}),
	},
	{
		kind: 'msk-cluster',
		family: 'stream',
		many: 5,
		where: 'aws',
		service: 'kafka',
		says: (chance) => ({
			managed: chance.oneOf(['msk', 'msk-express']),
			protocol: 'kafka',
			updates: 'append',
			change: chance.happens(0.6) ? chance.amount(10_000, 50 * MB) : undefined,
		}),
	},
	{
		kind: 'redshift-cluster',
		family: 'warehouse',
		many: 5,
		where: 'aws',
		service: 'redshift',
		says: (chance) => ({
			engine: 'redshift',
			managed: 'other',
			protocol: 'jdbc',
			structure: 'structured',
			volume: chance.amount(10 * GB, 300 * TB),
			change: chance.happens(0.3) ? chance.amount(GB, TB) / day : undefined,
			...encryption(chance),
		}),
	},
	{
		kind: 'opensearch-domain',
		family: 'search',
		many: 10,
		where: 'aws',
		service: 'es',
		says: (chance) => ({
			engine: 'opensearch',
			managed: 'other',
			protocol: 'api',
			format: 'json',
			volume: chance.amount(GB, 10 * TB),
			...encryption(chance),
		}),
	},
	{
		kind: 'elasticache-cluster',
		family: 'cache',
		many: 20,
		where: 'aws',
		service: 'elasticache',
		says: (chance) => ({ engine: 'redis', managed: 'other', volume: chance.amount(GB, 500 * GB) }),
	},
	{
		kind: 'efs-file-system',
		family: 'file',
		many: 15,
		where: 'aws',
		service: 'elasticfilesystem',
		says: (chance) => ({
			managed: 'efs',
			protocol: 'nfs',
			volume: chance.amount(GB, 50 * TB),
			...encryption(chance),
		}),
	},
	{
		kind: 'ebs-volume',
		family: 'block',
		many: 60,
		where: 'aws',
		service: 'ec2',
		says: (chance) => ({ volume: Math.round(chance.amount(8, 16_000)) * GB, encrypted: chance.happens(0.8) }),
	},
	{
		kind: 'glue-table',
		family: 'object',
		many: 90,
		where: 'aws',
		service: 'glue',
		says: (chance) => ({
			managed: 's3',
			protocol: 's3',
			format: chance.oneOf(['parquet', 'parquet', 'csv', 'json', 'orc']),
			structure: 'structured',
			volume: chance.happens(0.7) ? chance.amount(10 * MB, 20 * TB) : undefined,
			objects: chance.happens(0.5) ? Math.round(chance.amount(1, 1e7)) : undefined,
			'structure.iceberg': chance.happens(0.1) ? true : undefined,
		}),
	},
	{
		kind: 'oracle',
		family: 'relational',
		many: 15,
		where: 'site',
		service: 'oracle',
		says: (chance) => database(chance.oneOf(['oracle', 'sqlserver', 'mysql', 'db2']), 'self', chance),
	},
	{
		kind: 'nas',
		family: 'file',
		many: 15,
		where: 'site',
		service: 'nas',
		says: (chance) => ({
			managed: 'self',
			protocol: chance.oneOf(['nfs', 'smb', 'smb', 'sftp']),
			volume: chance.amount(10 * GB, 60 * TB),
			objects: chance.happens(0.6) ? Math.round(chance.amount(1000, 1e8)) : undefined,
			change: chance.happens(0.4) ? chance.amount(100 * MB, 200 * GB) / day : undefined,
			'private.required': chance.happens(0.2) ? true : undefined,
		}),
	},
	{
		kind: 'salesforce',
		family: 'saas',
		many: 10,
		where: 'saas',
		service: 'saas',
		says: (chance) => ({
			saas: chance.oneOf(['salesforce', 'sap', 'servicenow', 'zendesk', 'other']),
			protocol: 'api',
			managed: 'other',
			volume: chance.happens(0.7) ? chance.amount(100 * MB, 500 * GB) : undefined,
			change: chance.happens(0.5) ? chance.amount(MB, 5 * GB) / day : undefined,
		}),
	},
	{
		kind: 'device-fleet',
		family: 'device',
		many: 10,
		where: 'edge',
		service: 'fleet',
		says: (chance) => ({
			protocol: chance.oneOf(['mqtt', 'opc-ua']),
			change: chance.amount(100, 5 * MB),
			'record.size': chance.amount(50, 2000),
			updates: 'append',
		}),
	},
];
