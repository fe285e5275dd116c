import { days, minutes } from '../../facts/units.ts';
import { formula, is, product, unless } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import { writesLanding } from '../kept-copy.ts';
import { staysOnline } from '../reach.ts';
import type { ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const guide = 'docs/glue/latest/dg/add-job-streaming.html';

export const glueStreaming: ServiceRecord = {
	title: 'AWS Glue streaming job',
	summary:
		'A Spark job that runs all the time, reads a stream in small batches, reshapes it and writes Iceberg tables.',
	page: 'https://docs.aws.amazon.com/glue/latest/dg/add-job-streaming.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'stream',
	families: ['stream'],
	availability: { state: 'open', ...confirmed(guide) },
	eligibility: namedForAll,
	requires: [
		staysOnline,
		{
			because: 'it reads Kinesis streams and Kafka topics that are there already',
			that: unless('managed', is('managed', 'kinesis', 'msk', 'msk-express', 'self')),
			...confirmed(guide),
		},
		{
			because: 'it reads Kinesis streams and Kafka topics',
			that: is('protocol', 'kinesis', 'kafka'),
			scope: true,
			...confirmed(guide),
		},
	],
	modes: {
		'micro-batches': {
			title: 'in small batches',
			carries: 'changes',
			lead: days(1),
			firstData: minutes(15),
			complete: 0,
			freshness: minutes(2),
			effort: { once: work.processor / 2, monthly: work.consumerMonthly * 2 },
			// As much for each worker as for a unit of Flink, and they never stop.
			costs: [{ price: 'glue.dpu', per: 'month', quantity: product(730, formula('processingUnits')) }],
			settings: { format: 'iceberg' },
		},
	},
	grants: [
		{
			actions: ['kinesis:GetRecords', 'kinesis:ListShards', 'kafka-cluster:ReadData'],
			on: 'source',
			why: 'Reads the stream.',
		},
		...writesLanding,
	],
	cautions: [
		{
			says: 'How much a worker takes in a second is an estimate of ours: measure it.',
			...unconfirmed('estimate of ours'),
		},
		{
			says: 'Row and column rules of Lake Formation do not hold for streaming jobs.',
			...confirmed('docs/lake-formation/latest/dg/working-with-services.html'),
		},
	],
	examples: [
		{
			given: { managed: 'kinesis', protocol: 'kinesis', change: 1e6, 'path.online': true },
			then: 'holds',
			monthly: 642.4,
		},
		{ given: { managed: 'kinesis', protocol: 'sdk', 'path.online': true }, then: 'fails' },
	],
};
