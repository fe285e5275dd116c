import { hours } from '../../facts/units.ts';
import { is } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import { writesLanding } from '../kept-copy.ts';
import type { ServiceRecord } from '../record.ts';
import { ownExport } from '../whole-copies.ts';
import { work } from '../work.ts';

const guide = 'docs/timestream/latest/developerguide/export-unload.html';

export const timestreamUnload: ServiceRecord = {
	title: 'Amazon Timestream UNLOAD',
	summary: 'The database writes the result of a query to S3 as Parquet.',
	page: 'https://docs.aws.amazon.com/timestream/latest/developerguide/export-unload.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'API call',
	families: ['time-series'],
	availability: { state: 'open', ...unconfirmed(guide) },
	eligibility: namedForAll,
	requires: [
		{
			because: 'only Timestream for LiveAnalytics has UNLOAD, and those who have it may go on',
			that: is('engine', 'timestream'),
			...confirmed(guide),
		},
	],
	modes: ownExport(hours(1), work.script),
	grants: [
		{ actions: ['timestream:Unload', 'timestream:Select'], on: 'source', why: 'Runs UNLOAD.' },
		...writesLanding,
	],

	cautions: [
		{
			says: 'Timestream for LiveAnalytics is closed to new customers since 2025-06-20: make no new database, keep new readings in Iceberg tables or InfluxDB.',
			...confirmed('docs/timestream/latest/developerguide/timestream-availability-update.md'),
		},
		{ says: 'A query scans what it reads, and is billed by it: unload by ranges of time.', ...unconfirmed(guide) },
	],
	examples: [
		{
			mode: 'once',
			given: { family: 'time-series', engine: 'timestream', where: 'aws', volume: 1e12 },
			then: 'holds',
			hours: 1.5,
		},
		{ given: { family: 'time-series', engine: 'influxdb' }, then: 'fails' },
	],
};
