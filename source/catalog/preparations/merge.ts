import { all, formula, is } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { ownRows } from '../hidden-rows.ts';
import { partitions, partitionsSay } from '../partitions.ts';
import type { PreparationRecord } from '../record.ts';

export const merge: PreparationRecord = {
	title: 'Merge changed rows',
	summary:
		'applies inserts, updates and deletes to Iceberg tables in the order in which they were committed, each once',
	applies: all(ownRows, is('updates', 'update')),
	because: `change capture and incremental exports bring rows as they were at some moment, some of them twice: until they are merged by key, the table holds several states of the same row; ${partitionsSay}`,
	job: 'merge',
	settings: partitions,
	cited: confirmed('docs/dms/latest/userguide/CHAP_Target.S3.html; Iceberg MERGE INTO'),
	work: { month: formula('jobChangeHours') },
	examples: [
		{ given: { updates: 'update', change: 5e9 / 86_400, freshness: 86_400 }, then: 'holds', monthly: 17.4 },
		{ given: { updates: 'append' }, then: 'fails' },
		{ given: {}, then: 'unknown' },
	],
};
