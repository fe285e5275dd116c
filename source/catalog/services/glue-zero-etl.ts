import { days, gigabytes, hours, minutes, terabytes } from '../../facts/units.ts';
import { any, atLeast, atMost, fact, formula, is, largest, no, not, product, yes } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { storedTable, writesLanding } from '../kept-copy.ts';
import type { ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const limitations = 'docs/glue/latest/dg/zero-etl-limitations.html';
const configuring = 'docs/glue/latest/dg/zero-etl-configuring-integration.html';
/** The shortest refresh of an integration. */
const refresh = minutes(15);

/** What an integration's own runs take of Glue: an estimate of ours, AWS publishes no figure. */
const runs = product(0.1, formula('runsMonthly', { floor: refresh }));

export const glueZeroEtl: ServiceRecord = {
	title: 'AWS Glue zero-ETL',
	summary:
		'Keeps Iceberg tables in S3 in step with a DynamoDB table or a SaaS product, every 15 minutes or slower, without code.',
	page: 'https://docs.aws.amazon.com/glue/latest/dg/zero-etl-using.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'API call',
	families: ['key-value', 'saas', 'relational'],
	availability: { state: 'open', ...confirmed('docs/glue/latest/dg/zero-etl-using.md') },
	requires: [
		{
			because: 'zero-ETL from relational databases lands in Redshift storage, not in S3 where models train',
			that: not(is('family', 'relational')),
			...confirmed('docs/glue/webapi DataLakeAccessProperties; AuroraUserGuide zero-etl.creating-smlh'),
		},
		{
			because: 'it copies records as they are and masks nothing on the way',
			that: any(not(is('family', 'saas')), no('transform')),
			...confirmed(configuring),
		},
	],
	modes: {
		dynamodb: {
			title: 'from DynamoDB',
			requires: [
				{ because: 'it is no table', that: is('family', 'key-value'), ...confirmed(configuring) },
				{
					because: 'of the key-value stores it follows DynamoDB only',
					that: is('engine', 'dynamodb'),
					...confirmed(configuring),
				},
				{
					because: 'it needs point-in-time recovery, which is off',
					that: yes('pitr'),
					...confirmed(configuring),
				},
				{
					because:
						'the table is encrypted with the AWS managed key; change it to an AWS owned or a customer managed key first',
					that: not(is('key', 'aws-managed')),
					...confirmed(limitations),
				},
				{
					because: 'it takes tables of at most 50 TB into S3',
					that: atMost('volume', terabytes(50)),
					...confirmed(limitations),
				},
				{
					because: 'once a day or slower it runs as daily batches, which a plain export does with fewer parts',
					that: any(atLeast('volume', gigabytes(100)), not(atLeast('freshness', days(1)))),
					...confirmed('github.com/aws/agent-toolkit-for-aws dynamodb-ingest'),
				},
				{
					because: 'a table below 1 GB is read directly for less',
					that: atLeast('volume', gigabytes(1)),
					...confirmed('github.com/aws/agent-toolkit-for-aws dynamodb-ingest'),
				},
			],
			carries: 'both',
			lead: hours(2),
			firstData: formula('tableExportTime'),
			complete: formula('tableExportTime'),
			freshness: largest(fact('freshness'), refresh),
			effort: { once: work.integration, monthly: work.watchMonthly },
			costs: [
				{ price: 'dynamodb.export', per: 'once', quantity: fact('volume') },
				{ price: 'dynamodb.export', per: 'month', quantity: formula('changedMonthly') },
				{ price: 'glue.dpu', per: 'month', quantity: runs },
				storedTable,
			],
			sizing: { refreshSeconds: largest(fact('freshness'), refresh) },
			settings: { target: 's3-tables' },
		},
		saas: {
			title: 'from a SaaS product',
			requires: [
				{
					because: 'this mode follows SaaS products',
					that: is('family', 'saas'),
					...confirmed(configuring),
				},
				{
					because: 'it has no connection for this product',
					that: is('saas', 'salesforce', 'sap', 'servicenow', 'zendesk'),
					...confirmed('docs/glue/latest/dg/zero-etl-using.md'),
				},
			],
			carries: 'both',
			lead: hours(4),
			firstData: hours(1),
			complete: hours(4),
			freshness: largest(fact('freshness'), refresh),
			effort: { once: work.integration, monthly: work.watchMonthly },
			costs: [
				{ price: 'glue.zero-etl', per: 'once', quantity: fact('volume') },
				{ price: 'glue.zero-etl', per: 'month', quantity: formula('changedMonthly') },
				{ price: 'glue.dpu', per: 'month', quantity: runs },
				storedTable,
			],
			sizing: { refreshSeconds: largest(fact('freshness'), refresh) },
			settings: { target: 's3-tables' },
		},
	},
	grants: [
		{
			actions: ['dynamodb:ExportTableToPointInTime', 'dynamodb:DescribeTable', 'dynamodb:DescribeExport'],
			on: 'source',
			why: 'The integration exports the table and its changes.',
		},
		{
			actions: ['glue:CreateInboundIntegration'],
			on: 'landing',
			why: 'Lets the integration write into the catalogue.',
		},
		...writesLanding,
	],
	byHand: [
		{
			step: 'Add the resource policy that lets Glue read the source, and authorise the target catalogue.',
			owner: 'data platform',
			lead: hours(2),
			modes: ['dynamodb'],
		},
		{
			step: 'Authorise the Glue connection in the product with an account that reads the objects.',
			owner: 'SaaS administrator',
			lead: hours(8),
			modes: ['saas'],
		},
	],
	cautions: [
		{
			says: 'The target cannot be changed later, and the partitions are fixed when the table is made.',
			...confirmed(limitations),
		},
		{
			says: 'A refresh runs between every 15 minutes and every 6 days; the default is an hour.',
			...confirmed(configuring),
		},
		{
			says: 'A SaaS product counts its calls against its own API quota.',
			when: is('family', 'saas'),
			...unconfirmed('memory'),
		},
	],
	examples: [
		{
			mode: 'dynamodb',
			given: { family: 'key-value', engine: 'dynamodb', pitr: true, key: 'service', volume: 4e12, freshness: 900 },
			then: 'holds',
			hours: 4.33,
			sizing: { refreshSeconds: 900 },
		},
		{
			mode: 'dynamodb',
			given: {
				family: 'key-value',
				engine: 'dynamodb',
				pitr: true,
				key: 'aws-managed',
				volume: 200e9,
				freshness: 3600,
			},
			then: 'fails',
		},
		{
			mode: 'dynamodb',
			given: { family: 'key-value', engine: 'dynamodb', pitr: true, key: 'customer', volume: 60e12, freshness: 3600 },
			then: 'fails',
		},
		{
			mode: 'dynamodb',
			given: { family: 'key-value', engine: 'dynamodb', pitr: true, key: 'customer', volume: 60e9, freshness: 86_400 },
			then: 'fails',
		},
		{
			mode: 'saas',
			given: { family: 'saas', saas: 'salesforce', freshness: 3600 },
			then: 'holds',
			sizing: { refreshSeconds: 3600 },
		},
		{ mode: 'saas', given: { family: 'saas', saas: 'other', freshness: 3600 }, then: 'fails' },
		{ given: { family: 'relational', engine: 'aurora-mysql' }, then: 'fails' },
	],
};
