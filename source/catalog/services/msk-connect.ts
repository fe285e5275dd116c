import { days, minutes } from '../../facts/units.ts';
import { atMost, is, yes } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { hasLine, privateToDatabase, staysOnline } from '../reach.ts';
import type { ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const guide = 'docs/msk/latest/developerguide/msk-connect.html';

export const mskConnect: ServiceRecord = {
	title: 'Debezium on MSK Connect',
	summary: 'An open connector follows the log of a database into Kafka topics, from where Firehose writes them to S3.',
	page: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-connect.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'database connection',
	families: ['relational', 'document'],
	availability: { state: 'open', ...unconfirmed('no closure notice found') },
	requires: [
		{
			because: 'changes that may be older than an hour are brought with less to look after',
			that: atMost('freshness', 3600),
			scope: true,
			...confirmed(guide),
		},
		{
			because: 'there is no connector for this engine',
			that: is(
				'engine',
				'mysql',
				'mariadb',
				'postgresql',
				'aurora-mysql',
				'aurora-postgresql',
				'oracle',
				'sqlserver',
				'db2',
				'mongodb',
				'documentdb',
			),
			...unconfirmed('debezium.io connectors'),
		},
		{
			because: 'it reads the log of the database, and that may not be read',
			that: yes('changes.readable'),
			...confirmed(guide),
		},
		hasLine,
		staysOnline,
		privateToDatabase,
	],
	modes: {
		debezium: {
			title: 'change capture into topics',
			carries: 'changes',
			lead: days(3),
			firstData: minutes(30),
			complete: 0,
			// The merge behind it is counted as with DMS.
			freshness: minutes(5),
			effort: { once: work.processor / 2 + work.merge, monthly: work.captureMonthly + work.mergeMonthly },
			// Three Express brokers, one in each zone; the workers of MSK Connect come on top.
			costs: [{ price: 'msk.express-broker', per: 'month', quantity: 3 * 730 }],
			settings: { merge: true },
			then: ['data-firehose'],
		},
	},
	grants: [
		{ actions: ['secretsmanager:GetSecretValue'], on: 'source', why: 'Reads the password of its database user.' },
	],
	byHand: [{ step: 'Switch the change log on and create a user that reads it.', owner: 'database', lead: days(2) }],
	cautions: [
		{
			says: 'It is worth its brokers where several programs read the changes, or Kafka is there already.',
			...confirmed(guide),
		},
	],
	examples: [
		{
			given: {
				engine: 'oracle',
				freshness: 600,
				'changes.readable': true,
				where: 'on-premises',
				'path.online': true,
				'path.private': true,
			},
			then: 'holds',
			monthly: 893.5,
		},
		{
			given: {
				engine: 'oracle',
				freshness: 86_400,
				'changes.readable': true,
				where: 'on-premises',
				'path.online': true,
				'path.private': true,
			},
			then: 'fails',
		},
	],
};
