import { confirmed, unconfirmed } from '../cited.ts';
import type { EngineRecord } from '../record.ts';
import { work } from '../work.ts';

/** What Glue does inside a job and Spark by itself does not. */
const glueOnly = confirmed(
	'docs/glue/latest/dg/dqdl-rule-types.html; Well-Architected Machine Learning Lens MLSEC02-BP01',
);

export const emrServerless: EngineRecord = {
	title: 'Amazon EMR Serverless',
	summary:
		'Spark without servers at a lower price an hour and with more to tune: libraries, sizes of workers, workers kept warm',
	page: 'https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/emr-serverless.html',
	availability: {
		state: 'open',
		...confirmed('docs/emr/latest/EMR-Serverless-UserGuide/app-behavior.html', '2026-11-29'),
	},
	never: {
		quality: { because: 'the rules are written in DQDL, which Glue evaluates', ...glueOnly },
		mask: { because: 'what is sensitive is found by the detection that Glue brings', ...glueOnly },
		extract: {
			because: 'pictures, sound and scans are read by libraries and models in a container of their own, not by Spark',
			...confirmed('rule of ours'),
		},
	},
	requires: [],
	// 4 vCPU and 16 GB, as a Glue DPU has; a worker of that size may have 8 to 30 GB (the page above).
	hour: [
		{ price: 'emr-serverless.vcpu', quantity: 4 },
		{ price: 'emr-serverless.memory', quantity: 16 },
	],
	effort: { once: work.integration, monthly: work.watchMonthly },
	exported: false,
	cited: unconfirmed('prices from memory; that Spark takes as many hours there as in Glue is an estimate of ours'),
	examples: [
		{ given: { format: 'json', change: 20e9 / 86_400, freshness: 86_400 }, then: 'holds', monthly: 39.6 },
		{ given: { format: 'xml', change: 0, freshness: 604_800 }, then: 'holds', monthly: 0.39 },
	],
};
