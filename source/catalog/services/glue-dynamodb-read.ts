import { gigabytes, hours, minutes } from '../../facts/units.ts';
import { all, any, atMost, fact, formula, is, largest } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import { storedCopy, writesLanding } from '../kept-copy.ts';
import type { Mode, ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const toolkit = 'github.com/aws/agent-toolkit-for-aws dynamodb-ingest';
const reads = { floor: minutes(15) };

const shared: Pick<Mode, 'lead' | 'firstData' | 'complete' | 'sizing'> = {
	lead: minutes(30),
	firstData: formula('glueRunTime'),
	complete: formula('glueRunTime'),
	sizing: { dpus: formula('glueDpus') },
};

export const glueDynamodbRead: ServiceRecord = {
	title: 'AWS Glue job reading DynamoDB',
	summary: 'A small job scans a small table and writes Parquet: no export, no recovery setting, nothing to keep.',
	page: 'https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-connect-dynamodb-home.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'API call',
	families: ['key-value'],
	availability: { state: 'open', ...confirmed(toolkit) },
	eligibility: namedForAll,
	requires: [
		{ because: 'it reads DynamoDB tables only', that: is('engine', 'dynamodb'), scope: true, ...confirmed(toolkit) },
		{
			because: 'above 1 GB and 10,000 items a scan takes read capacity that an export leaves alone',
			// An item holds 400 KB at most, so that more than 4 GB cannot be 10,000 items.
			that: any(atMost('volume', gigabytes(1)), all(atMost('rows', 10_000), atMost('volume', gigabytes(4)))),
			...confirmed(toolkit),
		},
	],
	modes: {
		once: {
			...shared,
			title: 'once',
			carries: 'history',
			effort: { once: work.script - 1, monthly: 0 },
			costs: [
				{ price: 'dynamodb.read-units', per: 'once', quantity: formula('scanUnits') },
				{ price: 'glue.dpu', per: 'once', quantity: 0.5 },
				storedCopy,
			],
			settings: { schedule: 'once' },
		},
		periodic: {
			...shared,
			title: 'again and again, each time whole',
			carries: 'both',
			freshness: largest(fact('freshness'), minutes(15)),
			effort: { once: work.script - 1, monthly: work.watchMonthly / 2 },
			costs: [
				{ price: 'dynamodb.read-units', per: 'month', quantity: formula('readUnits', reads) },
				{ price: 'glue.dpu', per: 'month', quantity: formula('glueFullHours', reads) },
				storedCopy,
			],
			settings: { schedule: 'periodic' },
		},
	},
	grants: [
		{ actions: ['dynamodb:DescribeTable', 'dynamodb:Scan'], on: 'source', why: 'Scans the table.' },
		...writesLanding,
	],
	cautions: [
		{
			says: 'A scan takes read capacity: on a provisioned table keep it to a share of what is free.',
			...confirmed(toolkit),
		},
	],
	examples: [
		{
			mode: 'periodic',
			given: { engine: 'dynamodb', volume: 0.6e9, rows: 8000, freshness: hours(24) },
			then: 'holds',
			monthly: 5.91,
			sizing: { dpus: 2 },
		},
		{ mode: 'periodic', given: { engine: 'dynamodb', volume: 60e9, rows: 4e7 }, then: 'fails' },
		{ given: { engine: 'other', volume: 0.5e9 }, then: 'fails' },
	],
};
