import { gigabytes } from '../../facts/units.ts';
import { any, atMost, is, unless } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import type { EngineRecord } from '../record.ts';
import { work } from '../work.ts';

/** What only an engine that knows tables and their versions does. */
const commits = {
	because: 'it reads and writes files: versions of a table are written by an engine that commits to the catalogue',
	...confirmed('docs/sagemaker/latest/dg/byoc-run.html; rule of ours'),
};

export const sagemakerProcessing: EngineRecord = {
	title: 'Amazon SageMaker Processing',
	summary:
		"a container of one's own over files in S3: Python, scikit-learn, GPU, the same image as training, in the VPC and without a network where that is wanted",
	page: 'https://docs.aws.amazon.com/sagemaker/latest/dg/processing-job.html',
	availability: { state: 'open', ...confirmed('docs/sagemaker/latest/dg/byoc-run.html', '2026-11-29') },
	never: {
		tidy: commits,
		merge: commits,
		compact: commits,
		quality: {
			because: 'the rules are written in DQDL, which Glue evaluates',
			...confirmed('docs/glue/latest/dg/dqdl-rule-types.html'),
		},
	},
	requires: [
		{
			because:
				'a machine gets its whole share of the files onto its disk before it begins: tables of up to about 100 GB are there within minutes, what lies object by object is parted among machines',
			that: any(
				is('format', 'image', 'audio', 'video', 'document', 'binary'),
				unless('volume', atMost('volume', gigabytes(100))),
			),
			...confirmed(
				'docs/sagemaker/latest/dg/model-access-training-data.html; docs/sagemaker/latest/APIReference/API_ProcessingClusterConfig.html; about how much that is: rule of ours',
			),
		},
	],
	// ml.m5.xlarge: 4 vCPU and 16 GB, as a Glue DPU has.
	hour: [{ price: 'sagemaker.processing', quantity: 1 }],
	effort: { once: work.consumer, monthly: work.watchMonthly },
	exported: false,
	cited: unconfirmed('github.com/api-evangelist plans, reconciled 2026-05; that of training, taken for processing'),
	examples: [
		{
			given: { format: 'image', volume: 40e12, change: 20e9 / 86_400, freshness: 86_400 },
			then: 'holds',
			monthly: 30.1,
		},
		{ given: { format: 'parquet', volume: 40e9 }, then: 'holds' },
		{ given: { format: 'parquet', volume: 4e12 }, then: 'fails' },
	],
};
