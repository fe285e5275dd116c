import { hours, minutes } from '../../facts/units.ts';
import { fact, formula, is, largest, no, not, unless } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { writesLanding } from '../kept-copy.ts';
import { hasLine } from '../reach.ts';
import type { Mode, Requirement, ServiceRecord } from '../record.ts';
import { ownExport, wholeCopies } from '../whole-copies.ts';
import { work } from '../work.ts';

const guide = 'docs.snowflake.com/en/user-guide/data-unload-s3';

const toS3: Requirement = {
	because: 'it writes to a bucket of its own cloud only',
	that: not(is('engine', 'bigquery')),
	...confirmed('cloud.google.com/bigquery/docs/exporting-data'),
};
const elsewhere: Requirement = {
	because: 'it writes to S3 itself',
	that: is('engine', 'bigquery'),
	...confirmed('cloud.google.com/bigquery/docs/exporting-data'),
};
const onlyAdded: Requirement = {
	because: 'rows are changed too, and what was added is not all that is new',
	that: is('updates', 'append'),
	...confirmed('arithmetic'),
};
const asService: Requirement = {
	because: 'a warehouse on site writes its files over the line of its place',
	that: not(is('where', 'on-premises', 'edge')),
	...confirmed('arithmetic'),
};
const onSite: Requirement = {
	because: 'a warehouse that is sold as a service writes to a bucket without a line of its own',
	that: is('where', 'on-premises', 'edge'),
	...confirmed('arithmetic'),
};
const direct = ownExport(hours(8), work.script, [toS3, asService]);
/** On site the files travel over the line, one copy after the other. */
const local = wholeCopies({
	lead: hours(8),
	time: largest(formula('transferTime'), formula('tableExportTime', { start: minutes(30) })),
	effort: work.script * 2,
	requires: [onSite, hasLine],
	once: [],
	monthly: [],
});

/** The same over a bucket of another cloud, from where DataSync copies it. */
const over = (mode: Mode): Mode => ({
	...mode,
	requires: [elsewhere],
	effort: { ...mode.effort, once: work.script + 2 },
	costs: [
		...mode.costs,
		mode.carries === 'history'
			? { price: 'datasync.enhanced', per: 'once', quantity: fact('volume') }
			: { price: 'datasync.enhanced', per: 'month', quantity: formula('fullCopiesMonthly', { floor: hours(1) }) },
		{ price: 'datasync.enhanced-run', per: mode.carries === 'history' ? 'once' : 'month', quantity: 1 },
	],
	settings: { ...mode.settings, through: 'datasync' },
});

/** The history once, then the rows that were added. */
const added = (mode: Mode): Mode => ({
	...mode,
	title: `${mode.requires?.includes(elsewhere) ? 'over a bucket beside it, then' : 'once, then'} rows that were added`,
	requires: [...(mode.requires ?? []), onlyAdded],
	// Only the history takes long: what was added follows within the hour.
	freshness: largest(fact('freshness'), hours(1)),
	effort: { ...mode.effort, once: work.script + 2 },
	costs: [
		...mode.costs.filter(({ price }) => price !== 'datasync.enhanced'),
		...(mode.requires?.includes(elsewhere)
			? ([
					{ price: 'datasync.enhanced', per: 'once', quantity: fact('volume') },
					{ price: 'datasync.enhanced', per: 'month', quantity: formula('changedMonthly') },
				] as const)
			: []),
	],
});

export const warehouseExport: ServiceRecord = {
	title: 'Export by the warehouse itself',
	summary:
		'Snowflake, BigQuery and the like write tables as Parquet to a bucket, S3 itself or one that is copied on to it.',
	page: 'https://docs.snowflake.com/en/user-guide/data-unload-s3',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'API call',
	families: ['warehouse'],
	availability: { state: 'open', ...unconfirmed(guide) },
	eligibility: 'not of AWS',
	requires: [
		{
			because: 'Redshift has an UNLOAD of its own',
			that: unless('engine', not(is('engine', 'redshift'))),
			scope: true,
			...confirmed('docs/redshift/latest/dg/r_UNLOAD.html'),
		},
		{
			because: 'these are Iceberg tables, which their catalogue opens without a copy',
			that: no('structure.iceberg'),
			...confirmed('docs/lake-formation/latest/dg/catalog-federation.html'),
		},
	],
	modes: {
		...direct,
		added: added(direct.periodic),
		'on-site-once': { ...local.once, title: 'once, from the site' },
		'on-site': { ...local.periodic, title: 'again and again, from the site' },
		'on-site-added': added(local.periodic),
		'other-bucket-added': added(over(direct.periodic)),
		'other-bucket-once': { ...over(direct.once), title: 'once, over a bucket beside it' },
		'other-bucket': { ...over(direct.periodic), title: 'again and again, over a bucket beside it' },
	},
	grants: writesLanding,

	cautions: [
		{
			says: 'The warehouse bills the computing of the export, and its cloud the data that leaves: neither is counted here.',
			...unconfirmed(guide),
		},
		{ says: 'Export only rows that are new where the table tells them apart.', ...unconfirmed(guide) },
		{
			says: 'BigQuery writes to Google Cloud Storage: DataSync copies from there without an agent.',
			when: is('engine', 'bigquery'),
			...confirmed('docs/datasync/latest/userguide/choosing-task-mode.md'),
		},
	],
	examples: [
		{ mode: 'once', given: { engine: 'snowflake', where: 'saas', volume: 1e12 }, then: 'holds', hours: 1.5 },
		{ mode: 'once', given: { engine: 'bigquery' }, then: 'fails' },
		{ mode: 'other-bucket-once', given: { engine: 'bigquery', volume: 1e12 }, then: 'holds', once: 15.55 },
		{
			mode: 'on-site-added',
			given: {
				engine: 'teradata',
				where: 'on-premises',
				updates: 'append',
				volume: 80e12,
				'path.online': true,
				'path.bandwidth': 0.8e9,
			},
			then: 'holds',
			hours: 222,
		},
		{ given: { engine: 'redshift' }, then: 'fails' },
	],
};
