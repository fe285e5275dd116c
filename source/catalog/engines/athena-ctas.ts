import { days, gigabytes } from '../../facts/units.ts';
import { any, atLeast, atMost, is, known, not, unless } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import type { EngineRecord } from '../record.ts';
import { work } from '../work.ts';

export const athenaCtas: EngineRecord = {
	title: 'Amazon Athena CTAS',
	summary:
		'one SQL statement that writes what it selects as a table (CREATE TABLE AS SELECT, INSERT INTO, MERGE INTO, UNLOAD), paid by what it reads',
	page: 'https://docs.aws.amazon.com/athena/latest/ug/ctas.html',
	availability: { state: 'open', ...confirmed('docs/athena/latest/ug/ctas-insert-into.html', '2026-11-29') },
	never: {
		quality: {
			because: 'the rules are written in DQDL, which Glue evaluates',
			...confirmed('docs/glue/latest/dg/dqdl-rule-types.html'),
		},
		mask: {
			because: 'names and numbers inside text are found by code and models, not by SQL',
			...confirmed('Well-Architected Machine Learning Lens MLSEC02-BP01'),
		},
		extract: {
			because: 'pictures, sound and scans are no tables',
			...confirmed('docs/athena/latest/ug/supported-serdes.html'),
		},
	},
	requires: [
		{
			because: 'SQL reads rows in the formats of tables, and logs that a pattern parts',
			that: any(
				is('format', 'csv', 'tsv', 'json', 'ndjson', 'parquet', 'avro', 'orc', 'log', 'rows', 'items'),
				not(known('format')),
			),
			...confirmed('docs/athena/latest/ug/supported-serdes.html'),
		},
		{
			because:
				'a statement ends after 30 minutes and writes at most 100 partitions, which is for about 100 GB and no more',
			that: unless('volume', atMost('volume', gigabytes(100))),
			...confirmed(
				'docs/athena/latest/ug/ctas-insert-into.html; github.com/aws/agent-toolkit-for-aws athena-loading; about how much that is: rule of ours',
			),
		},
		{
			because:
				'nothing keeps account of what was read and repeats what failed: it is for work once a week or less often',
			that: atLeast('freshness', days(7)),
			...confirmed('rule of ours'),
		},
	],
	// The formulas go over 5 GB in an hour of work; Athena reads them and is paid for that.
	hour: [{ price: 'athena.scanned', quantity: gigabytes(5) }],
	effort: { once: work.script, monthly: 0 },
	exported: false,
	cited: unconfirmed('athena.guide; how much is read is an estimate of ours'),
	examples: [
		{
			given: { format: 'csv', volume: 40e9, change: 20e9 / 604_800, freshness: 604_800 },
			then: 'holds',
			monthly: 0.43,
		},
		{ given: { format: 'csv', volume: 40e9, freshness: 86_400 }, then: 'fails' },
		{ given: { format: 'csv', volume: 400e9, freshness: 604_800 }, then: 'fails' },
		{ given: { format: 'xml', volume: 4e9, freshness: 604_800 }, then: 'fails' },
	],
};
