import { is, not } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import type { ServiceRecord } from '../record.ts';

const stores = 'docs/glue/latest/dg/crawler-data-stores.html';

export const glueCrawler: ServiceRecord = {
	title: 'AWS Glue crawler',
	summary:
		'Finds tables, columns and partitions of files in S3 and of databases, and writes them to the Glue Data Catalog, which only stores them.',
	page: 'https://docs.aws.amazon.com/glue/latest/dg/add-crawler.html',
	slot: 'access',
	serves: ['data-lake'],
	access: 'in place',
	// Files and tables are crawled by a job of the plan; here stands what people ask a crawler for and it cannot do.
	families: ['stream'],
	availability: { state: 'open', ...confirmed(stores) },
	eligibility: namedForAll,
	requires: [
		{
			because:
				'a crawler reads files and tables, not streams: the schema of a stream is kept in Glue Schema Registry, and what lands in S3 is crawled there',
			that: not(is('family', 'stream')),
			...confirmed(stores),
		},
	],
	modes: {
		catalogue: {
			title: 'what lies there',
			carries: 'both',
			lead: 0,
			firstData: 1800,
			complete: 1800,
			freshness: 0,
			effort: { once: 2, monthly: 0 },
			costs: [],
		},
	},
	grants: [
		{
			actions: ['glue:CreateTable', 'glue:UpdateTable', 'glue:BatchCreatePartition'],
			on: 'landing',
			why: 'Writes what it found to the catalogue.',
		},
	],
	examples: [
		{ given: { family: 'stream' }, then: 'fails' },
		{ given: { family: 'object' }, then: 'holds' },
	],
};
