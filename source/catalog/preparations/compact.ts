import { megabytes, minutes } from '../../facts/units.ts';
import { all, any, atMost, formula, is, no, not } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { ownRows } from '../hidden-rows.ts';
import type { PreparationRecord } from '../record.ts';
import { smallOnAverage } from '../small-objects.ts';

export const compact: PreparationRecord = {
	title: 'Compact small files',
	summary:
		'packs small files into ones of 128 to 512 MB, and small pictures or recordings into archives of about 150 MB',
	applies: all(
		ownRows,
		any(
			all(is('family', 'relational'), is('managed', 'rds', 'aurora')),
			all(
				is('family', 'stream', 'device', 'log', 'metric'),
				atMost('freshness', minutes(15)),
				// A streaming table of an on-demand stream is compacted by S3 Tables.
				any(no('schema.registered'), not(is('stream.mode', 'on-demand'))),
			),
			all(is('family', 'object', 'file', 'external'), smallOnAverage(megabytes(16))),
		),
	),
	because:
		'snapshot exports write files of 1 to 10 MB and streams a file every few minutes; training and queries then spend their time opening files, and each request is paid',
	job: 'compact',
	cited: confirmed(
		'docs/AmazonRDS/latest/AuroraUserGuide/aurora-export-snapshot.Considerations.html; docs/AmazonS3/latest/userguide/s3-tables-maintenance.html',
	),
	// Rewriting takes less than parsing: a quarter of the rate is an estimate of ours.
	work: { month: formula('jobChangeHours', { perGigabyte: 0.05, floor: 86_400 }) },
	examples: [
		{ given: { family: 'relational', managed: 'aurora' }, then: 'holds' },
		{ given: { family: 'relational', managed: 'self', objects: 0, volume: 1e9 }, then: 'fails' },
		{ given: { family: 'object', objects: 200e6, volume: 1.6e12 }, then: 'holds' },
		{ given: { family: 'object', objects: 200, volume: 40e9 }, then: 'fails' },
		{ given: { family: 'stream', freshness: 300, change: 1e6 }, then: 'holds', monthly: 61.9 },
	],
};
