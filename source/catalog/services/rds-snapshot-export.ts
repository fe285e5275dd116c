import { hours, megabytes, minutes } from '../../facts/units.ts';
import { atMost, fact, formula, is, largest, no, unless } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import { storedCopy, writesLanding } from '../kept-copy.ts';
import type { ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const considerations = 'docs/AmazonRDS/latest/AuroraUserGuide/aurora-export-snapshot.Considerations.html';
const exporting = 'docs/AmazonRDS/latest/AuroraUserGuide/aurora-export-snapshot.Exporting.html';
const time = formula('snapshotExportTime');

export const rdsSnapshotExport: ServiceRecord = {
	title: 'RDS and Aurora snapshot export',
	summary: 'AWS writes a snapshot of the database to S3 as Parquet, without touching the live database.',
	page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ExportSnapshot.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'API call',
	families: ['relational'],
	availability: { state: 'open', ...confirmed(exporting) },
	eligibility: namedForAll,
	requires: [
		{
			because: 'only databases in Amazon RDS and Aurora have snapshots that AWS can export',
			that: is('managed', 'rds', 'aurora'),
			...confirmed(exporting),
		},
		{
			because: 'only MySQL, MariaDB and PostgreSQL engines can be exported; Db2, Oracle and SQL Server cannot',
			that: is('engine', 'mysql', 'mariadb', 'postgresql', 'aurora-mysql', 'aurora-postgresql'),
			...confirmed('docs/AmazonRDS/latest/APIReference/API_StartExportTask.html'),
		},
		{
			because: 'an export fails on large values of about 500 MB',
			that: unless('lob.largest', atMost('lob.largest', megabytes(500))),
			...confirmed(considerations),
		},
	],
	modes: {
		once: {
			title: 'once',
			carries: 'history',
			lead: minutes(30),
			firstData: time,
			complete: time,
			effort: { once: work.export, monthly: 0 },
			costs: [{ price: 'rds.snapshot-export', per: 'once', quantity: fact('volume') }, storedCopy],
			settings: { schedule: 'once' },
		},
		periodic: {
			title: 'again and again, each time whole',
			carries: 'both',
			lead: minutes(30),
			firstData: time,
			complete: time,
			// It cannot be fresher than one export takes.
			freshness: largest(fact('freshness'), time),
			effort: { once: work.export, monthly: work.watchMonthly },
			costs: [
				{ price: 'rds.snapshot-export', per: 'month', quantity: formula('fullCopiesMonthly', { floor: hours(2) }) },
				storedCopy,
			],
			settings: { schedule: 'periodic' },
		},
	},
	grants: [
		{
			actions: ['rds:StartExportTask', 'rds:DescribeExportTasks', 'rds:CreateDBSnapshot', 'rds:DescribeDBSnapshots'],
			on: 'source',
			why: 'Takes a snapshot and has it exported.',
		},
		...writesLanding,
		{
			actions: ['kms:CreateGrant', 'kms:DescribeKey'],
			on: 'key',
			why: 'An export is always encrypted with a key you name.',
		},
	],
	cautions: [
		{ says: 'The files are 1 to 10 MB: compact them before training.', ...confirmed(considerations) },
		{ says: 'The whole snapshot is billed, even when a few tables are exported.', ...confirmed(considerations) },
		{
			says: 'At most five exports run at a time in an account; tables without a numeric key are read by one thread.',
			...confirmed(exporting),
		},
		{
			says: 'Snapshots of Multi-AZ DB clusters cannot be exported.',
			when: is('managed', 'rds'),
			...confirmed(considerations),
		},
		{
			says: 'The export lands in the region of the database; a copy to the training region comes on top.',
			when: no('region.same'),
			...confirmed(exporting),
		},
		{ says: 'AWS names no speed: the time is an estimate of ours, try it once.', ...unconfirmed('estimate of ours') },
	],
	examples: [
		{
			mode: 'periodic',
			// 3 TB, once a month.
			given: { managed: 'aurora', engine: 'aurora-postgresql', volume: 3e12, freshness: 2_628_000 },
			then: 'holds',
			hours: 16,
			monthly: 92.2,
		},
		{ mode: 'once', given: { managed: 'rds', engine: 'mysql', volume: 200e9 }, then: 'holds', hours: 2, once: 1.86 },
		{ mode: 'once', given: { managed: 'rds', engine: 'db2' }, then: 'fails' },
		{ mode: 'once', given: { managed: 'self', engine: 'mysql' }, then: 'fails' },
		{ mode: 'once', given: { managed: 'rds', engine: 'postgresql', 'lob.largest': 1e9 }, then: 'fails' },
	],
};
