import { hours } from '../../facts/units.ts';
import { atMost, is } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import { writesLanding } from '../kept-copy.ts';
import { hasLine, privateToDatabase } from '../reach.ts';
import type { ServiceRecord } from '../record.ts';
import { glueCopies } from '../whole-copies.ts';

const guide = 'docs/keyspaces/latest/devguide/spark-integrating.html';

export const glueCassandraRead: ServiceRecord = {
	title: 'AWS Glue job reading Cassandra or Keyspaces',
	summary: 'A Spark job reads tables over the Cassandra connector, by ranges of tokens, and writes Parquet.',
	page: 'https://docs.aws.amazon.com/keyspaces/latest/devguide/spark-integrating.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'database connection',
	families: ['key-value'],
	availability: { state: 'open', ...unconfirmed(guide) },
	eligibility: namedForAll,
	requires: [
		{
			because: 'it reads Cassandra and Amazon Keyspaces',
			that: is('engine', 'cassandra'),
			scope: true,
			...confirmed(guide),
		},
		hasLine,
		privateToDatabase,
	],
	modes: glueCopies([]),
	grants: [{ actions: ['cassandra:Select'], on: 'source', why: 'Reads the tables.' }, ...writesLanding],

	cautions: [
		{ says: 'A whole read takes read capacity: run it on demand, at night, with a rate limit.', ...unconfirmed(guide) },
		{
			says: 'Keyspaces can stream its changes; for minutes read those instead.',
			when: atMost('freshness', hours(1)),
			...unconfirmed(guide),
		},
	],
	examples: [
		{
			mode: 'once',
			given: {
				family: 'key-value',
				engine: 'cassandra',
				where: 'aws',
				volume: 200e9,
				'path.online': true,
				'path.private': true,
				'path.bandwidth': 1e10,
			},
			then: 'holds',
			hours: 1.01,
		},
		{
			given: { family: 'key-value', engine: 'dynamodb', where: 'aws', 'path.online': true, 'path.private': true },
			then: 'fails',
		},
	],
};
