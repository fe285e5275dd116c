import { hours, minutes } from '../../facts/units.ts';
import { fact, formula, is, largest, not, product } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import { storedCopy, writesLanding } from '../kept-copy.ts';
import { bearsFullReads, bearsOneRead, hasLine, privateToDatabase, staysOnline } from '../reach.ts';
import type { Mode, ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const stores = 'docs/glue/latest/dg/crawler-data-stores.html';
const connections = 'docs/glue/latest/dg/aws-glue-programming-etl-connect.html';
const time = largest(formula('transferTime'), formula('glueRunTime'));
const dpus = formula('glueDpus');

const shared: Pick<Mode, 'lead' | 'firstData' | 'complete' | 'sizing'> = {
	lead: hours(4),
	firstData: time,
	complete: time,
	sizing: { dpus },
};
/** One run over everything. */
const firstRun = { price: 'glue.dpu', per: 'once', quantity: formula('glueOnceHours') } as const;

export const glueJdbc: ServiceRecord = {
	title: 'AWS Glue job over a database connection',
	summary: 'A Spark job queries the database in parallel and writes Parquet or Iceberg, whole or from a bookmark on.',
	page: 'https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-connect-jdbc-home.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'database connection',
	families: ['relational', 'warehouse', 'document', 'time-series'],
	availability: { state: 'open', ...confirmed(stores) },
	eligibility: namedForAll,
	requires: [
		{
			because: 'Glue has no connection for this engine',
			that: is(
				'engine',
				'mysql',
				'mariadb',
				'postgresql',
				'aurora-mysql',
				'aurora-postgresql',
				'oracle',
				'sqlserver',
				'db2',
				'mongodb',
				'documentdb',
				'redshift',
				'snowflake',
				'bigquery',
				'teradata',
				'sap-hana',
				'synapse',
			),
			...confirmed(stores),
		},
		hasLine,
		privateToDatabase,
	],
	modes: {
		once: {
			...shared,
			title: 'once',
			requires: [bearsOneRead],
			carries: 'history',
			effort: { once: work.job, monthly: 0 },
			costs: [firstRun, storedCopy],
			settings: { schedule: 'once' },
		},
		full: {
			...shared,
			title: 'again and again, each time whole',
			requires: [bearsFullReads, staysOnline],
			carries: 'both',
			freshness: largest(fact('freshness'), hours(1), formula('glueRunTime')),
			effort: { once: work.job, monthly: work.watchMonthly },
			costs: [{ price: 'glue.dpu', per: 'month', quantity: formula('glueFullHours') }, storedCopy],
			settings: { schedule: 'periodic', bookmark: false },
		},
		incremental: {
			...shared,
			title: 'rows added since the last run',
			requires: [
				bearsOneRead,
				staysOnline,
				{
					because:
						'bookmarks are kept over plain database connections, not over the connectors of documents and foreign warehouses',
					that: not(is('engine', 'mongodb', 'documentdb', 'snowflake', 'bigquery', 'teradata', 'sap-hana', 'synapse')),
					...unconfirmed('docs/glue/latest/dg/monitor-continuations.html'),
				},
				{
					because: 'a bookmark sees rows that are added, not those that are changed or deleted',
					that: is('updates', 'append', 'never'),
					...confirmed('docs/glue/latest/dg/monitor-continuations.html'),
				},
			],
			carries: 'both',
			freshness: largest(fact('freshness'), minutes(15)),
			effort: { once: work.job + 2, monthly: work.watchMonthly },
			costs: [
				firstRun,
				{ price: 'glue.dpu', per: 'month', quantity: product(0.3, formula('runsMonthly', { floor: minutes(15) })) },
				{ price: 'glue.dpu', per: 'month', quantity: product(0.2e-9, formula('changedMonthly')) },
				storedCopy,
			],
			settings: { schedule: 'periodic', bookmark: true },
		},
	},
	grants: [
		{ actions: ['secretsmanager:GetSecretValue'], on: 'source', why: 'Reads the password of its database user.' },
		{ actions: ['glue:GetConnection'], on: 'source', why: 'Knows the address of the database.' },
		...writesLanding,
	],
	byHand: [
		{
			step: 'Create a database user that may only read, and open the security group to the job.',
			owner: 'database',
			lead: hours(4),
		},
	],
	cautions: [
		{ says: 'Without a partition column one worker reads the whole table alone.', ...confirmed(connections) },
		{ says: 'Bring the Db2 driver yourself.', when: is('engine', 'db2'), ...unconfirmed('memory') },
		{
			says: 'Point the connection at the replica, not at the writer.',
			when: { fact: 'replica', is: [true] },
			...confirmed(connections),
		},
		{
			says: 'DPUs and hours are estimates of ours: read the metrics of the first run.',
			...unconfirmed('estimate of ours'),
		},
	],
	examples: [
		{
			mode: 'full',
			// 200 GB once a month, off a replica.
			given: {
				engine: 'mysql',
				where: 'aws',
				replica: true,
				volume: 200e9,
				freshness: 2_628_000,
				'path.online': true,
				'path.private': true,
				'path.bandwidth': 1e10,
			},
			then: 'holds',
			hours: 1.01,
			monthly: 22,
			sizing: { dpus: 40 },
		},
		{
			mode: 'full',
			given: {
				engine: 'postgresql',
				where: 'aws',
				'load.share': 0.78,
				volume: 600e9,
				'path.online': true,
				'path.private': true,
			},
			then: 'fails',
		},
		{
			mode: 'full',
			given: {
				engine: 'db2',
				where: 'aws',
				'load.share': 0.3,
				volume: 200e9,
				'path.online': true,
				'path.private': true,
			},
			then: 'holds',
		},
		{
			mode: 'full',
			given: { engine: 'db2', where: 'aws', volume: 200e9, 'path.online': true, 'path.private': true },
			then: 'unknown',
		},
		{
			mode: 'incremental',
			given: {
				engine: 'mysql',
				where: 'aws',
				replica: true,
				updates: 'update',
				'path.online': true,
				'path.private': true,
			},
			then: 'fails',
		},
		{ given: { engine: 'oracle', where: 'on-premises', 'path.online': true, 'path.private': false }, then: 'fails' },
		{ given: { engine: 'snowflake', where: 'saas', 'path.online': true, 'path.private': false }, then: 'holds' },
	],
};
