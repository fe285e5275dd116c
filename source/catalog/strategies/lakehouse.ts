import { is, not, unless, yes } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { rowsMayBeSeen } from '../hidden-rows.ts';
import type { StrategyRecord } from '../record.ts';

const architecture = 'docs/sagemaker-lakehouse-architecture/latest/userguide/what-is-smlh.html';

export const lakehouse: StrategyRecord = {
	title: 'Lakehouse',
	summary:
		'Tables of a warehouse and of S3 stand in one Iceberg catalogue, so that SQL and Spark read both without a copy; what trains is written out of it.',
	availability: { state: 'open', ...confirmed(architecture) },
	requires: [
		rowsMayBeSeen,
		{
			because: 'Macie scans general purpose buckets only, and what a warehouse keeps could not be scanned',
			that: unless('sensitivity', not(is('sensitivity', 'health', 'card'))),
			...confirmed('docs/macie/latest/user/data-classification.html'),
		},
	],
	strengths: [
		{
			says: 'People go on working in SQL with the engine they know, on the same tables that models learn from.',
			when: yes('team.sql'),
			...confirmed(architecture),
		},
		{
			says: 'Changes arrive within seconds to minutes without a pipeline to look after.',
			when: is('updates', 'update'),
			...confirmed('docs/AmazonRDS/latest/AuroraUserGuide/zero-etl.html'),
		},
		{
			says: 'Iceberg tables that another catalogue keeps are read where they lie.',
			when: yes('structure.iceberg'),
			...confirmed('docs/lake-formation/latest/dg/catalog-federation.html'),
		},
	],
	examples: [
		{ given: { sensitivity: 'internal' }, then: 'holds' },
		{ given: { sensitivity: 'card' }, then: 'fails' },
		{ given: {}, then: 'holds' },
	],
};
