import type { Plan } from '../../source/plan/plan.ts';
import { controls, findings } from './example-controls.ts';
import { lines, steps, total } from './example-costs.ts';
import { exampleFlows } from './example-flows.ts';
import { ids, where } from './example-ids.ts';
import { answered, assumed, exampleOrigins, exampleSources } from './example-sources.ts';
import { grants, jobs, stores } from './example-stores.ts';

const day = 86_400;

const names: Plan['names'] = {
	...Object.fromEntries(
		[...exampleSources, ...exampleFlows, ...stores, ...jobs, ...controls].map(({ id, title }) => [id, title]),
	),
	'aws-eu-central-1': 'AWS, Frankfurt',
	'plant-leipzig': 'Leipzig plant',
	'data-lake': 'Data lake on Amazon S3',
	federation: 'Federation',
	's3-direct': 'Amazon S3 read in place',
	'site-to-site-vpn': 'AWS Site-to-Site VPN',
	'direct-connect': 'AWS Direct Connect',
	dms: 'AWS Database Migration Service',
	datasync: 'AWS DataSync',
	'glue-jdbc': 'AWS Glue job over JDBC',
	'glue-zero-etl': 'AWS Glue zero-ETL',
	snowball: 'AWS Snowball Edge',
	'kinesis-s3-delivery': 'Kinesis Data Streams delivery to Amazon S3',
	'data-firehose': 'Amazon Data Firehose',
	'managed-flink': 'Amazon Managed Service for Apache Flink',
	'rds-snapshot-export': 'Amazon RDS snapshot export',
	'dynamodb-export': 'Amazon DynamoDB export to Amazon S3',
	'athena-federation': 'Amazon Athena federated query',
};

/**
A plan of one online shop with a plant: six sources in five flows, a line that must be ordered, findings, and one thing the
textbook says otherwise. Its figures are plausible, not computed. For whoever needs a plan before there is an engine.
*/
export const examplePlan = (): Plan => ({
	version: 2,
	asOf: '2026-11-24',
	madeBy: 'headwater 0.1.0',
	madeFrom: { estate: 'a'.repeat(64), answers: 'b'.repeat(64), catalog: 'c'.repeat(64) },
	names,
	workload: {
		'model.predicts': answered('which machines fail within a week, and which orders that delays'),
		'model.unit': answered('machine'),
		scoring: answered('batch'),
		'training.region': answered(where.region),
		repeatable: assumed(true),
	},
	strategy: {
		id: 'data-lake',
		reasons: ['Training must be repeatable on exactly the same data later, which a kept copy gives.'],
		rejected: [{ id: 'federation', reason: 'Each source is read 5 times a month; a copy is cheaper from 2 reads on.' }],
		changes: [],
	},
	origins: exampleOrigins,
	places: [
		{
			id: 'aws-eu-central-1',
			title: 'AWS, Frankfurt',
			where: 'aws',
			settings: {},
			reasons: ['Everything here is reached within AWS; no line is needed.'],
			rejected: [],
			estimate: {},
		},
		{
			id: 'plant-leipzig',
			title: 'Leipzig plant',
			where: 'on-premises',
			path: 'site-to-site-vpn',
			settings: { mode: 'standard', capacity: 160e6, wanted: 12.4e6 },
			reasons: [
				'12.4 Mbps are needed in the long run and 160 Mbps are free; a VPN carries them and is ready in 2 days.',
			],
			rejected: [{ service: 'direct-connect', reason: 'It takes 42 days to order and costs $152.80 a month more.' }],
			estimate: { lead: 2 * day, once: 0, monthly: 36.5, effortOnce: 8 },
		},
	],
	alike: [],
	sources: exampleSources,
	flows: exampleFlows,
	unserved: [],
	stores,
	jobs,
	controls,
	findings,
	grants,
	network: {
		region: where.region,
		private: true,
		gatewayEndpoints: ['dynamodb', 's3'],
		interfaceEndpoints: ['glue', 'kms', 'logs', 'sagemaker.api', 'sagemaker.runtime', 'sts'],
	},
	costs: {
		oneOff: total('once'),
		monthly: total('month'),
		workOnce: 75,
		workMonthly: 7,
		region: 'us-east-1',
		asOf: '2026-11-22',
		lines,
		excluded: [
			{ for: 'machine-telemetry-kinesis-s3-delivery', why: 'The price book does not hold the price of the tables.' },
		],
	},
	assumptions: [
		{
			fact: 'bandwidth.free',
			title: 'Share of the line that is free',
			about: ['plant-leipzig'],
			value: 0.8,
			says: '80 %',
		},
		{
			fact: 'load.allowed',
			title: 'Production may bear the reads',
			about: [ids.orders, ids.returns],
			value: false,
			says: 'no',
		},
		{ fact: 'repeatable', title: 'Training must be repeatable', about: [], value: true, says: 'yes' },
	],
	questions: [
		{
			id: 'load.allowed@source:orders',
			fact: 'load.allowed',
			asks: 'May reads for training load the production database?',
			about: [ids.orders, ids.returns],
			effects: ['yes: AWS Glue job over JDBC in place of Amazon RDS snapshot export, $120 a month less'],
		},
	],
	gaps: [
		{
			about: `${where.account}/${where.region}/log-group`,
			why: 'Reading was denied: logs:DescribeLogGroups is missing.',
			cure: 'Allow logs:DescribeLogGroups and discover again.',
		},
	],
	textbook: [
		{
			says: 'History is moved once with AWS Snowball Edge.',
			today: 'It is closed to new customers; this plan uses AWS Database Migration Service over AWS Site-to-Site VPN.',
			since: '2025-11-07',
		},
	],
	steps,
});
