import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { buildApp } from '../lib/build-app.ts';
import type { Environment } from '../lib/environment.ts';
import type { Flow, Plan, PlannedSource } from '../lib/plan.ts';
import { checkPlan, readPlan } from '../lib/read-plan.ts';

/** The plan that lies beside the app, whatever it is. */
export const ownPlan = (): Plan => readPlan(new URL('../plan.json', import.meta.url));

const account = '111122223333';
const region = 'eu-central-1';
const arn = (service: string, resource: string) => `arn:aws:${service}:${region}:${account}:${resource}`;

const source = (id: string, family: string, said: Readonly<Record<string, string | number>> = {}): PlannedSource => ({
	id,
	title: id.split(/[:/]/).at(-1) ?? id,
	kind: family,
	family,
	place: 'aws',
	...(id.startsWith('arn:') ? { account, region } : {}),
	strategy: 'data-lake',
	decidedBy: { test: said },
	estimate: {},
});

const flow = (services: readonly string[], sources: readonly string[], more: Partial<Flow> = {}): Flow => ({
	id: services.join('-').slice(0, 40),
	title: services.join(' and '),
	sources,
	place: 'aws',
	carries: 'both',
	access: 'batch file',
	services,
	settings: {},
	to: 'raw',
	cadence: 'every 1 day',
	estimate: {},
	...{ assuming: [], reasons: [], cautions: [], alternatives: [], rejected: [], changes: [] },
	...more,
});

const sources = {
	table: source(arn('dynamodb', 'table/profiles'), 'key-value', { engine: 'dynamodb' }),
	database: source(arn('rds', 'db:orders'), 'relational', { engine: 'postgresql' }),
	cluster: source(arn('rds', 'cluster:cards'), 'relational', { engine: 'aurora-mysql' }),
	stream: source(arn('kinesis', 'stream/telemetry'), 'stream'),
	logs: source(arn('logs', 'log-group:/shop/web:*'), 'log'),
	bucket: source('arn:aws:s3:::old-clicks', 'object', { format: 'json' }),
	nas: source('plant/nas', 'file', { protocol: 'nfs', format: 'csv' }),
	share: source('plant/share', 'file', { protocol: 'smb' }),
	oracle: source('plant/historian', 'relational', { engine: 'oracle' }),
	app: source('shop/app', 'device'),
	kafka: source(arn('kafka', 'cluster/orders/1234abcd-12ab-34cd-56ef-1234567890ab-1'), 'stream'),
	metrics: source('aws/metrics', 'metric'),
	warehouse: source(arn('redshift', 'namespace:1a2b3c4d-sales'), 'warehouse'),
	devices: source('shop/carts', 'stream', { volume: 1e9 }),
	search: source('shop/tickets', 'search', { engine: 'opensearch', volume: 200e9 }),
	wide: source('shop/wide', 'key-value', { engine: 'cassandra' }),
	topics: source('plant/topics', 'stream', { protocol: 'kafka' }),
	network: { ...source('aws/flow', 'log'), kind: 'vpc-flow-log' },
	crm: source('crm/accounts', 'saas', { saas: 'salesforce' }),
} as const;

/** One flow for every service that this app builds. */
export function everyService(): Plan {
	const { table, database, cluster, stream, logs, bucket, nas, share, oracle, app, kafka, crm, metrics, warehouse } =
		sources;
	const { devices, search, wide, topics, network } = sources;
	const none: Pick<
		Plan,
		'findings' | 'grants' | 'assumptions' | 'questions' | 'gaps' | 'textbook' | 'steps' | 'unserved'
	> = { findings: [], grants: [], assumptions: [], questions: [], gaps: [], textbook: [], steps: [], unserved: [] };
	const store = (id: Plan['stores'][number]['zone'], more: object = {}) => ({
		...{ id, title: `${id} zone`, zone: id, kind: 'object store', encrypted: true },
		...more,
	});
	const flows = [
		flow(['dynamodb-export'], [table.id], { to: 'landing' }),
		flow(['glue-zero-etl'], [table.id], { cadence: 'every 15 min' }),
		flow(['rds-snapshot-export'], [database.id, cluster.id]),
		flow(['glue-jdbc'], [database.id]),
		flow(['athena-federation'], [database.id, table.id], {
			to: 'orders-in-place',
			access: 'in place',
			cadence: 'continuous',
		}),
		flow(['site-to-site-vpn', 'dms'], [oracle.id, database.id, cluster.id], { to: 'landing', cadence: 'continuous' }),
		flow(['datasync'], [nas.id, share.id, bucket.id], { settings: { datasync: { taskMode: 'ENHANCED' } } }),
		flow(['kinesis-data-streams', 'data-firehose'], [app.id], { cadence: 'continuous' }),
		flow(['data-firehose'], [stream.id], {
			settings: { 'data-firehose': { bufferSeconds: 60, format: 'parquet' } },
			cadence: 'continuous',
		}),
		flow(['iot-core', 'data-firehose'], [app.id], { cadence: 'continuous' }),
		flow(['cloudwatch-logs-delivery'], [logs.id], { cadence: 'continuous' }),
		flow(['appflow'], [crm.id], { cadence: 'every 1 h' }),
		flow(['kinesis-s3-delivery'], [stream.id], {
			to: 'raw-tables',
			settings: { 'kinesis-s3-delivery': { target: 'table', freshnessSeconds: 300 } },
			cadence: 'continuous',
		}),
		flow(['kinesis-data-streams', 'kinesis-s3-delivery'], [app.id], {
			settings: { 'kinesis-s3-delivery': { target: 'objects' } },
			cadence: 'continuous',
		}),
		flow(['msk-data-delivery'], [kafka.id], {
			id: 'msk-table',
			to: 'raw-tables',
			settings: { 'msk-data-delivery': { target: 'table' } },
			cadence: 'continuous',
		}),
		flow(['msk-data-delivery'], [kafka.id], {
			settings: { 'msk-data-delivery': { target: 'objects', freshnessSeconds: 600 } },
			cadence: 'continuous',
		}),
		flow(['s3-upload'], [nas.id], { cadence: 'once' }),
		flow(['s3-replication'], [bucket.id], { cadence: 'continuous' }),
		flow(['cloudwatch-metric-streams', 'data-firehose'], [metrics.id], { cadence: 'continuous' }),
		flow(['transfer-family'], [share.id], { cadence: 'continuous' }),
		flow(['redshift-unload'], [warehouse.id]),
		flow(['managed-flink'], [stream.id], {
			settings: { 'managed-flink': { units: 4 } },
			cadence: 'continuous',
		}),
		flow(['s3-direct'], [bucket.id], { to: 'clicks', access: 'in place', cadence: 'continuous' }),
		flow(['kinesis-data-streams', 'lambda-consumer', 'dynamodb-serving'], [devices.id], {
			to: 'features',
			settings: { 'lambda-consumer': { batchSize: 50, bisectOnError: true } },
			cadence: 'continuous',
		}),
		flow(['aurora-zero-etl', 'redshift-training-set'], [cluster.id], { cadence: 'continuous' }),
		flow(['direct-connect', 'msk-replication', 'data-firehose'], [topics.id], { cadence: 'continuous' }),
		flow(['glue-dynamodb-read'], [table.id], { settings: { 'glue-dynamodb-read': { dpus: 2 } } }),
		flow(['glue-cassandra-read'], [wide.id]),
		flow(['vended-logs'], [network.id], { cadence: 'continuous' }),
		flow(['glue-opensearch-read'], [search.id], {
			settings: { 'glue-opensearch-read': { dpus: 80 } },
			cadence: 'every 7 days',
		}),
		flow(['snowball'], [nas.id], { cadence: 'once' }),
	];
	const job = (id: string, does: Plan['jobs'][number]['does'], from: string, to: string, more: object = {}) => ({
		...{
			id,
			title: id,
			does,
			from,
			to,
			after: flows.map((one) => one.id),
			cadence: 'every 1 day',
			settings: {},
			because: '',
		},
		...more,
	});
	const control = (id: string) => ({ id, title: id, summary: '', regimes: [], because: '' });
	return {
		version: 2,
		asOf: '2026-11-24',
		madeBy: 'a test',
		madeFrom: {},
		names: {},
		workload: {},
		origins: { test: { from: 'declared', evidence: 'a test', at: '2026-11-24' } },
		alike: [],
		strategy: { id: 'data-lake', reasons: [], rejected: [], changes: [] },
		places: [
			{
				id: 'plant',
				title: 'Plant',
				where: 'on-premises',
				path: 'site-to-site-vpn',
				settings: {},
				reasons: [],
				rejected: [],
				estimate: {},
			},
		],
		sources: Object.values(sources),
		flows,
		stores: [
			store('landing', { deleteAfterDays: 30 }),
			store('raw', { archiveAfterDays: 365 }),
			store('raw', { id: 'raw-tables', kind: 'table' }),
			store('stage'),
			store('features'),
			store('features', { id: 'online', kind: 'online store' }),
			{ ...store('raw'), id: 'clicks', kind: 'in place', existing: bucket.id },
			{ ...store('raw'), id: 'orders-in-place', kind: 'in place', existing: database.id },
		],
		jobs: [
			job('join', 'join', 'stage', 'features', { settings: { key: 'a machine', online: 'online' } }),
			job('tidy', 'tidy', 'raw', 'stage', { settings: { format: 'iceberg' } }),
			job('tidy-tables', 'tidy', 'raw-tables', 'stage', { settings: { format: 'iceberg' } }),
			job('mask', 'mask', 'landing', 'raw', { settings: { columns: 'detected' } }),
			job('crawl', 'crawl', 'raw', 'raw'),
			job('check', 'quality', 'clicks', 'stage', {
				cadence: 'every 7 days',
				settings: {
					rules: JSON.stringify([
						{ rule: 'complete', column: 'machine' },
						{ rule: 'between', column: 'heat', low: -40, high: 120 },
						{ rule: 'in', column: 'state "now"', values: ['on', 'off'] },
					]),
				},
			}),
		],
		controls: ['lake-formation', 'cloudtrail', 'macie', 'tls-only'].map(control),
		network: {
			region,
			private: true,
			gatewayEndpoints: ['s3', 'dynamodb'],
			interfaceEndpoints: ['glue', 'kms', 'logs', 'sagemaker.api', 'sagemaker.runtime', 'sts'],
		},
		costs: { oneOff: 0, monthly: 0, workOnce: 0, workMonthly: 0, region, asOf: '2026-11-22', lines: [], excluded: [] },
		...none,
	};
}

/** The same with `count` tables in one flow. */
export function manyTables(count: number): Plan {
	const plan = everyService();
	const tables = Array.from({ length: count }, (_, index) =>
		source(arn('dynamodb', `table/shard-${index}`), 'key-value'),
	);
	return {
		...plan,
		sources: tables,
		flows: [
			flow(
				['dynamodb-export'],
				tables.map(({ id }) => id),
			),
		],
		jobs: [],
	};
}

const { context } = JSON.parse(readFileSync(new URL('../cdk.json', import.meta.url), 'utf8'));

/** The app of a plan in this process, with the flags of cdk.json, for the account of the plan. */
export const appOf = (plan: Plan, more: Partial<Environment> = {}): App =>
	buildApp(new App({ context }), checkPlan(plan), { name: 'pipeline', account, ...more });
