import { is } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import type { EngineRecord } from '../record.ts';

export const glueEtl: EngineRecord = {
	title: 'AWS Glue ETL',
	summary: 'Spark without servers: joins, merges and rewrites on a schedule, with rules of quality inside the job',
	page: 'https://docs.aws.amazon.com/glue/latest/dg/add-job.html',
	availability: { state: 'open', ...confirmed('docs/glue/latest/dg/glue-version-support-policy.html') },
	never: {
		extract: {
			because: 'pictures, sound and scans are read by libraries and models in a container of their own, not by Spark',
			...confirmed('rule of ours'),
		},
		mask: {
			because: 'faces and plates in pictures are found by models in a container of their own, not by rules over rows',
			when: is('format', 'image', 'video'),
			...confirmed('rule of ours'),
		},
	},
	requires: [],
	hour: [{ price: 'glue.dpu', quantity: 1 }],
	effort: { once: 0, monthly: 0 },
	exported: true,
	cited: confirmed('github.com/aws/agent-toolkit-for-aws glue-job-config'),
	examples: [
		// 20 GB a day, daily.
		{ given: { format: 'json', change: 20e9 / 86_400, freshness: 86_400 }, then: 'holds', monthly: 57.5 },
		{ given: { format: 'xml', change: 0, freshness: 604_800 }, then: 'holds', monthly: 0.57 },
	],
};
