import { minutes } from '../../facts/units.ts';
import { atMost, formula, is } from '../../rules/constructors.ts';
import { unconfirmed } from '../cited.ts';
import { staysOnline } from '../reach.ts';
import type { ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const guide = 'docs/eventbridge/latest/userguide/eb-pipes.html';

export const eventbridgePipes: ServiceRecord = {
	title: 'EventBridge Pipes',
	summary: 'Reads the stream of a DynamoDB table, filters and enriches it, and hands it on to Firehose, without code.',
	page: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'stream',
	families: ['key-value'],
	availability: { state: 'open', ...unconfirmed('no closure notice found') },
	requires: [
		staysOnline,
		{
			because: 'of the key-value stores it reads DynamoDB Streams only',
			that: is('engine', 'dynamodb'),
			scope: true,
			...unconfirmed(guide),
		},
		{
			because: 'changes that may be older are brought by exports or zero-ETL, which need no stream',
			that: atMost('freshness', minutes(15)),
			...unconfirmed(guide),
		},
	],
	modes: {
		'table-changes': {
			title: 'from the stream of a table',
			carries: 'changes',
			lead: minutes(30),
			firstData: minutes(15),
			complete: 0,
			freshness: 5,
			// A queue for what fails, and somebody who notices within the 24 hours that the stream keeps.
			effort: { once: work.consumer, monthly: work.consumerMonthly },
			costs: [{ price: 'pipes.requests', per: 'month', quantity: formula('recordsMonthly', { each: 1 }) }],
			then: ['data-firehose'],
		},
	},
	grants: [{ actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords'], on: 'source', why: 'Reads the changes.' }],
	cautions: [
		{
			says: 'The stream of a table keeps 24 hours: what is not read by then is gone, while a Kinesis stream keeps up to a year.',
			...unconfirmed('docs/amazondynamodb/latest/developerguide/Streams.html'),
		},
	],
	examples: [
		{
			given: { engine: 'dynamodb', freshness: 60, change: 1e6, 'record.size': 1000, 'path.online': true },
			then: 'holds',
			monthly: 1051.2,
		},
	],
};
