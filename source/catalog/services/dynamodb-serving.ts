import { minutes } from '../../facts/units.ts';
import { formula, product } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import type { Mode, ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const guide = 'docs/amazondynamodb/latest/developerguide/Introduction.html';
const capacity = 'docs/amazondynamodb/latest/developerguide/capacity-mode.html';

const shared: Pick<Mode, 'carries' | 'lead' | 'firstData' | 'complete' | 'freshness'> = {
	carries: 'both',
	lead: minutes(10),
	firstData: 0,
	complete: 0,
	freshness: 0,
};

export const dynamodbServing: ServiceRecord = {
	title: 'Amazon DynamoDB, read by key',
	summary:
		'A table that a function or a Flink application writes to, and from which single records are read in milliseconds.',
	page: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Introduction.html',
	slot: 'landing',
	serves: ['stream-processing'],
	families: [],
	availability: { state: 'open', ...confirmed(guide) },
	eligibility: namedForAll,
	requires: [],
	modes: {
		'on-demand': {
			...shared,
			title: 'on demand',
			effort: { once: 2, monthly: 0 },
			costs: [{ price: 'dynamodb.write-units', per: 'month', quantity: formula('recordsMonthly') }],
			settings: { billing: 'PAY_PER_REQUEST' },
		},
		provisioned: {
			...shared,
			title: 'with provisioned capacity',
			effort: { once: 2, monthly: work.shardsMonthly },
			// A quarter more than the mean: 1.25 units an hour for each write a second, a write a record of up to 1 KB.
			costs: [
				{
					price: 'dynamodb.write-capacity',
					per: 'month',
					quantity: product(1.25 / 3600, formula('recordsMonthly')),
				},
			],
			settings: { billing: 'PROVISIONED' },
		},
	},
	grants: [
		{
			actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:BatchWriteItem'],
			on: 'landing',
			why: 'Writes records.',
		},
	],
	cautions: [
		{
			says: 'Firehose delivers to no DynamoDB table: a function or a Flink application writes there.',
			...confirmed('docs/firehose/latest/dev/create-destination.html'),
		},
		{
			says: 'Each write of up to 1 KB is one unit: strip and shorten records before they are written.',
			...confirmed(capacity),
		},
		{ says: 'A key that gets more than 1,000 writes a second is throttled: spread it.', ...unconfirmed('memory') },
	],
	examples: [
		{
			mode: 'on-demand',
			given: { change: 1e6, 'record.size': 1000 },
			then: 'holds',
			monthly: 1642.5,
		},
		{ mode: 'provisioned', given: { change: 1e6, 'record.size': 1000 }, then: 'holds', monthly: 593.1 },
	],
};
