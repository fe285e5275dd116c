import { days, hours, minutes } from '../../facts/units.ts';
import { formula, is, not, yes } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { followedWarehouse, warehouseIsNoBucket } from '../followed-warehouse.ts';
import { privateToDatabase, staysOnline } from '../reach.ts';
import type { ServiceRecord } from '../record.ts';

const announced = 'aws.amazon.com/about-aws/whats-new/2025/12/aws-glue-zero-etl-self-managed-database-source';

export const glueZeroEtlDatabases: ServiceRecord = {
	title: 'AWS Glue zero-ETL from databases of your own',
	summary:
		'Follows a database on premises or on EC2 into Redshift storage without code; SQL reads it there, training reads what is unloaded.',
	page: 'https://docs.aws.amazon.com/glue/latest/dg/zero-etl-using.html',
	slot: 'mover',
	serves: ['lakehouse'],
	access: 'database connection',
	families: ['relational'],
	availability: { state: 'open', ...unconfirmed(announced) },
	requires: [
		{
			because:
				'it follows databases that you run, on premises or on EC2; those in RDS and Aurora have their own zero-ETL',
			that: not(is('managed', 'rds', 'aurora')),
			scope: true,
			...unconfirmed(announced),
		},
		{
			because: 'it knows Oracle, SQL Server, MySQL and PostgreSQL',
			that: is('engine', 'oracle', 'sqlserver', 'mysql', 'postgresql'),
			...unconfirmed(announced),
		},
		{
			because: 'its only target is Redshift storage, not your bucket, and nobody asks for a warehouse to explore in',
			that: yes('team.sql'),
			...confirmed('docs/glue/webapi DataLakeAccessProperties'),
		},
		{
			because: 'it is not offered in every region, and not in this one',
			that: yes('region.zeroEtl'),
			...confirmed(announced),
		},
		{
			because: 'it reads the log of the database, and that may not be read',
			that: yes('changes.readable'),
			...unconfirmed(announced),
		},
		staysOnline,
		privateToDatabase,
	],
	modes: {
		warehouse: {
			title: 'into Redshift Serverless',
			carries: 'both',
			lead: days(1),
			firstData: hours(2),
			complete: formula('transferTime'),
			// How often it refreshes is not told; as often as the integrations of Glue for other sources is our estimate.
			freshness: minutes(15),
			...followedWarehouse,
		},
	},
	grants: [
		{ actions: ['glue:CreateIntegration', 'glue:DescribeIntegrations'], on: 'source', why: 'Creates the integration.' },
		{ actions: ['secretsmanager:GetSecretValue'], on: 'source', why: 'Signs in to the database.' },
		{ actions: ['kms:CreateGrant', 'kms:DescribeKey'], on: 'key', why: 'Encrypts what it carries.' },
	],
	byHand: [
		{
			step: 'Give it a user that may read the log of the database, and put its password into Secrets Manager.',
			owner: 'database',
			lead: hours(24),
		},
	],
	cautions: [
		{
			says: warehouseIsNoBucket,
			...confirmed('docs/macie/latest/user/data-classification.html'),
		},
	],
	examples: [
		{
			given: {
				managed: 'self',
				where: 'on-premises',
				engine: 'postgresql',
				'team.sql': true,
				'region.zeroEtl': true,
				volume: 600e9,
				'path.online': true,
				'path.private': true,
				'path.bandwidth': 8e8,
			},
			then: 'holds',
			hours: 1.67,
			monthly: 287.2,
		},
		{ given: { managed: 'self', engine: 'postgresql', 'team.sql': false }, then: 'fails' },
		{ given: { managed: 'self', engine: 'db2', 'team.sql': true }, then: 'unknown' },
		{ given: { managed: 'rds', engine: 'postgresql', 'team.sql': true }, then: 'unknown' },
	],
};
