import { hours, minutes } from '../../facts/units.ts';
import { all, any, fact, formula, is, yes } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import type { ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const matrix = 'docs/AmazonRDS/latest/AuroraUserGuide/Concepts.Aurora_Fea_Regions_DB-eng.Feature.Zero-ETL.html';
const lakehouse = 'docs/AmazonRDS/latest/AuroraUserGuide/zero-etl.creating-smlh.html';

export const auroraZeroEtl: ServiceRecord = {
	title: 'Aurora and RDS zero-ETL to Amazon Redshift',
	summary:
		'Follows the database into Redshift storage within seconds to minutes; SQL reads it there, training reads what is unloaded.',
	page: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/zero-etl.html',
	slot: 'mover',
	serves: ['lakehouse'],
	access: 'API call',
	families: ['relational'],
	availability: { state: 'open', ...confirmed(matrix) },
	requires: [
		{
			because: 'it follows databases in Amazon RDS and Aurora only',
			that: is('managed', 'rds', 'aurora'),
			...confirmed(matrix),
		},
		{
			because: 'it knows Aurora MySQL and PostgreSQL, and RDS for MySQL, PostgreSQL and Oracle',
			that: any(
				is('engine', 'aurora-mysql', 'aurora-postgresql'),
				all(is('managed', 'rds'), is('engine', 'mysql', 'postgresql', 'oracle')),
			),
			...confirmed(matrix),
		},
		{
			because: 'it lands in Redshift storage, not in your bucket, and nobody asks for a warehouse to explore in',
			that: yes('team.sql'),
			...confirmed(lakehouse),
		},
		{
			because: 'it reads the log of the database, and that may not be read',
			that: yes('changes.readable'),
			...confirmed(lakehouse),
		},
	],
	modes: {
		warehouse: {
			title: 'into Redshift Serverless',
			carries: 'both',
			lead: hours(4),
			firstData: hours(2),
			// The first load exports the storage, not the writer; its time is an estimate of ours.
			complete: formula('snapshotExportTime'),
			freshness: minutes(5),
			effort: { once: work.integration, monthly: work.watchMonthly },
			costs: [
				// Eight units that are busy an eighth of the time: an estimate of ours.
				{ price: 'redshift.rpu', per: 'month', quantity: 730 },
				{ price: 'redshift.storage', per: 'month', quantity: fact('volume') },
			],
			settings: { target: 'redshift-serverless' },
			then: ['redshift-training-set'],
		},
	},
	grants: [
		{ actions: ['rds:CreateIntegration', 'rds:DescribeIntegrations'], on: 'source', why: 'Creates the integration.' },
		{ actions: ['kms:CreateGrant', 'kms:DescribeKey'], on: 'key', why: 'Encrypts what it carries.' },
	],
	byHand: [
		{
			step: 'Give the database a parameter group with its enhanced log switched on, and restart it once.',
			owner: 'database',
			lead: hours(24),
		},
	],
	cautions: [
		{
			says: 'Macie cannot scan what lies in Redshift storage, and training cannot read it before it is unloaded.',
			...confirmed(lakehouse),
		},
		{ says: 'Not every engine version and region has it: see the matrix.', ...confirmed(matrix) },
		{ says: 'How busy the warehouse will be is an estimate of ours.', ...unconfirmed('estimate of ours') },
	],
	examples: [
		{
			given: { managed: 'aurora', engine: 'aurora-postgresql', 'team.sql': true, volume: 600e9 },
			then: 'holds',
			hours: 4,
			monthly: 287.2,
		},
		{ given: { managed: 'aurora', engine: 'aurora-postgresql', 'team.sql': false }, then: 'fails' },
		{ given: { managed: 'rds', engine: 'sqlserver', 'team.sql': true }, then: 'fails' },
		{ given: { managed: 'self', engine: 'mysql', 'team.sql': true }, then: 'fails' },
	],
};
