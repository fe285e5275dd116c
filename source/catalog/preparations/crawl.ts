import { all, any, formula, is, no, not, product, unless } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { ownRows } from '../hidden-rows.ts';
import type { PreparationRecord } from '../record.ts';

/** Recordings, pictures and the like have no columns. */
const mute = is('format', 'image', 'audio', 'video', 'document', 'binary');
const flowing = is('family', 'stream', 'device', 'metric');

export const crawl: PreparationRecord = {
	title: 'Catalogue with a Glue crawler',
	summary: 'finds tables, columns and partitions of what lies in S3 and writes them to the Glue Data Catalog',
	applies: all(
		ownRows,
		no('structure.iceberg'),
		all(any(not(flowing), no('schema.registered')), unless('format', not(mute))),
	),
	because:
		'the Data Catalog stores what a crawler finds and discovers nothing by itself; a crawler reads files and tables, not streams, so what a stream delivers is crawled where it lands',
	job: 'crawl',
	cited: confirmed('docs/glue/latest/dg/crawler-data-stores.html'),
	costs: [
		// A twentieth of an hour a run, and no more than a run a day: estimates of ours.
		{ price: 'glue.dpu', per: 'month', quantity: product(0.1, formula('runsMonthly', { floor: 86_400 })) },
	],
	examples: [
		{ given: { family: 'object', format: 'csv', freshness: 86_400 }, then: 'holds', monthly: 1.34 },
		{ given: { family: 'relational' }, then: 'holds' },
		{ given: { family: 'stream', 'schema.registered': false, format: 'json' }, then: 'holds' },
		{ given: { family: 'stream', 'schema.registered': true, format: 'json' }, then: 'fails' },
		{ given: { family: 'object', format: 'audio' }, then: 'fails' },
	],
};
