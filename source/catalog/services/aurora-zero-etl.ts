import { hours, minutes } from '../../facts/units.ts';
import { all, any, atLeast, atMost, formula, is, not, unless, yes } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { followedWarehouse, warehouseIsNoBucket } from '../followed-warehouse.ts';
import type { ServiceRecord } from '../record.ts';

const matrix = 'docs/AmazonRDS/latest/AuroraUserGuide/Concepts.Aurora_Fea_Regions_DB-eng.Feature.Zero-ETL.html';
const lakehouse = 'docs/AmazonRDS/latest/AuroraUserGuide/zero-etl.creating-smlh.html';

/** Aurora MySQL counts its own versions, 3 after 2; a version of 5 and more is that of the MySQL it speaks. */
const ownVersion = all(atLeast('engine.release', 3.0502), atMost('engine.release', 4.99));

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
			because: 'of Aurora MySQL it follows version 3.05.2 and later; upgrade the cluster first',
			that: any(
				not(is('engine', 'aurora-mysql')),
				unless('engine.release', any(atLeast('engine.release', 8), ownVersion)),
			),
			...confirmed(matrix),
		},
		{
			because: 'of PostgreSQL it follows Aurora 16.4 and RDS 15.7 and later, of RDS for MySQL 8.0.32 and later',
			that: any(
				all(is('engine', 'aurora-postgresql'), unless('engine.release', atLeast('engine.release', 16.04))),
				all(is('engine', 'postgresql'), unless('engine.release', atLeast('engine.release', 15.07))),
				all(is('engine', 'mysql'), unless('engine.release', atLeast('engine.release', 8.0032))),
				is('engine', 'aurora-mysql', 'oracle'),
			),
			...unconfirmed('memory of the version matrix'),
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
			...followedWarehouse,
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
			says: warehouseIsNoBucket,
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
		{ given: { managed: 'aurora', engine: 'aurora-mysql', 'engine.release': 2.1102, 'team.sql': true }, then: 'fails' },
		{ given: { managed: 'aurora', engine: 'aurora-mysql', 'engine.release': 3.08, 'team.sql': true }, then: 'holds' },
		{ given: { managed: 'rds', engine: 'postgresql', 'engine.release': 13.04, 'team.sql': true }, then: 'unknown' },
		{ given: { managed: 'rds', engine: 'sqlserver', 'team.sql': true }, then: 'fails' },
		{ given: { managed: 'self', engine: 'mysql', 'team.sql': true }, then: 'fails' },
	],
};
