import { all, any, formula, is, no, not } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { ownRows } from '../hidden-rows.ts';
import { partitions, partitionsSay } from '../partitions.ts';
import type { PreparationRecord } from '../record.ts';

export const tidy: PreparationRecord = {
	title: 'Tidy into Iceberg tables',
	summary: 'rewrites rows as Parquet in Iceberg tables, typed, partitioned by time, in files of 128 to 512 MB',
	applies: all(
		ownRows,
		all(
			is('format', 'csv', 'tsv', 'json', 'ndjson', 'xml', 'text', 'log', 'avro', 'items', 'mixed'),
			any(not(is('family', 'stream', 'device')), no('schema.registered')),
		),
	),
	because: `text is read whole for every column and has no types: as Parquet it takes about a quarter of the room, training reads only the columns it needs, and a table has versions to go back to. Files of 128 to 512 MB are few enough to open and many enough to read in parallel; ${partitionsSay}`,
	job: 'tidy',
	settings: partitions,
	cited: confirmed(
		'Well-Architected Data Analytics Lens 10.1 to 10.4; github.com/aws/agent-toolkit-for-aws best practices',
	),
	work: { once: formula('jobHours'), month: formula('jobChangeHours') },
	examples: [
		{
			// 2 TB of JSON, 20 GB a day.
			given: { family: 'object', format: 'json', volume: 2e12, change: 20e9 / 86_400, freshness: 86_400 },
			then: 'holds',
			once: 176.1,
			monthly: 57.5,
		},
		{ given: { family: 'object', format: 'parquet' }, then: 'fails' },
		{ given: { family: 'stream', format: 'json', 'schema.registered': true }, then: 'fails' },
	],
};
