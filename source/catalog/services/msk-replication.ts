import { days, minutes } from '../../facts/units.ts';
import { formula, is, not, unless } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { staysOnline } from '../reach.ts';
import type { ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const guide = 'docs/msk/latest/developerguide/msk-connect.html';

export const mskReplication: ServiceRecord = {
	title: 'Amazon MSK with MirrorMaker 2',
	summary:
		'Copies topics of a Kafka cluster that you run yourself into Amazon MSK, from where Firehose writes them to S3.',
	page: 'https://docs.aws.amazon.com/msk/latest/developerguide/what-is-msk.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'stream',
	families: ['stream'],
	availability: { state: 'open', ...unconfirmed('no closure notice found') },
	requires: [
		staysOnline,
		{
			because: 'only Kafka topics are copied in this way',
			that: is('protocol', 'kafka'),
			scope: true,
			...confirmed(guide),
		},
		{
			because: 'the topic lies in Amazon MSK already',
			that: unless('managed', not(is('managed', 'msk', 'msk-express'))),
			scope: true,
			...confirmed(guide),
		},
	],
	modes: {
		connect: {
			title: 'on MSK Connect',
			carries: 'changes',
			lead: days(2),
			firstData: minutes(15),
			complete: 0,
			freshness: 5,
			effort: { once: work.edge, monthly: work.consumerMonthly },
			// Three small brokers; the workers of MSK Connect come on top.
			costs: [{ price: 'msk.small-broker', per: 'month', quantity: 3 * 730 }],
			sizing: { brokers: 3 },
			then: ['data-firehose'],
		},
		express: {
			title: 'on MSK Connect, into an Express cluster that delivers by itself',
			carries: 'changes',
			lead: days(2),
			firstData: minutes(15),
			complete: 0,
			freshness: 5,
			effort: { once: work.edge, monthly: work.consumerMonthly },
			// Three brokers, one in each zone, and what they take in.
			costs: [
				{ price: 'msk.express-broker', per: 'month', quantity: 3 * 730 },
				{ price: 'msk.express-in', per: 'month', quantity: formula('changedMonthly') },
			],
			sizing: { brokers: 3 },
			settings: { clusterType: 'express' },
			then: ['msk-data-delivery'],
		},
	},
	grants: [
		{ actions: ['kafka-cluster:Connect', 'kafka-cluster:WriteData'], on: 'landing', why: 'Writes the copied topics.' },
	],
	byHand: [
		{
			step: 'Open the way from MSK Connect to the Kafka brokers, and give it a user that reads the topics.',
			owner: 'network',
			lead: days(2),
		},
	],
	cautions: [
		{
			says: 'Brokers are counted as three small ones: size them by what goes out, which is what comes in times the groups that read.',
			...confirmed('github.com/aws/agent-toolkit-for-aws managing-amazon-msk size-and-choose-cluster'),
		},
		{
			says: 'Producers that can be pointed at another address send to Amazon MSK directly, and nothing need be copied.',
			...confirmed(guide),
		},
		{ says: 'Producers keep the Kafka protocol: they need not be rewritten.', ...confirmed(guide) },
	],
	examples: [
		{
			mode: 'connect',
			given: { protocol: 'kafka', managed: 'self', 'path.online': true },
			then: 'holds',
			monthly: 99.9,
		},
		{
			mode: 'express',
			given: { protocol: 'kafka', managed: 'self', change: 1e6, 'path.online': true },
			then: 'holds',
			monthly: 918,
		},
		{ given: { protocol: 'kafka', managed: 'msk', 'path.online': true }, then: 'fails' },
		{ given: { protocol: 'kinesis', 'path.online': true }, then: 'fails' },
	],
};
