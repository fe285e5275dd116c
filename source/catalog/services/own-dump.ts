import { hours, minutes } from '../../facts/units.ts';
import { formula, is, largest } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { writesLanding } from '../kept-copy.ts';
import { hasLine } from '../reach.ts';
import type { ServiceRecord } from '../record.ts';
import { wholeCopies } from '../whole-copies.ts';
import { work } from '../work.ts';

const guide = 'docs/AmazonS3/latest/userguide/mpuoverview.html';

export const ownDump: ServiceRecord = {
	title: 'Export by the database itself',
	summary: 'A database that no service of AWS reads writes a dump of its own, which goes to S3 like any file.',
	page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'batch file',
	families: ['graph', 'time-series', 'document', 'cache', 'search', 'key-value'],
	availability: { state: 'open', ...confirmed('docs/AmazonS3/latest/userguide/mpuoverview.html') },
	eligibility: 'not of AWS',
	requires: [
		{
			because: 'a managed way reads this engine',
			that: is('engine', 'other', 'influxdb'),
			scope: true,
			...confirmed(guide),
		},
		hasLine,
	],
	modes: wholeCopies({
		lead: hours(8),
		time: largest(formula('transferTime'), formula('tableExportTime', { start: minutes(30) })),
		effort: work.script * 2,
		once: [],
		monthly: [],
	}),
	grants: writesLanding,

	cautions: [
		{
			says: 'Write it as CSV, JSON or Parquet, not in the format of the database: nothing of AWS reads that.',
			...confirmed(guide),
		},
		{
			says: 'A dump is a copy of everything: let only what changed come again where the database can tell it apart.',
			...confirmed(guide),
		},
	],
	examples: [
		{
			mode: 'once',
			given: {
				family: 'graph',
				engine: 'other',
				where: 'aws',
				volume: 1e12,
				'path.online': true,
				'path.bandwidth': 1e10,
			},
			then: 'holds',
			hours: 1.5,
		},
		{ given: { family: 'graph', engine: 'neptune', where: 'aws', 'path.online': true }, then: 'fails' },
	],
};
