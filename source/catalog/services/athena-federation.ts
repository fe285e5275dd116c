import { gigabytes, hours, minutes } from '../../facts/units.ts';
import { all, any, atMost, fact, is, not, product, unless, yes } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import { privateToDatabase, staysOnline } from '../reach.ts';
import type { ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const connectors = 'docs/athena/latest/ug/connectors-available.html';
const registered = 'docs/athena/latest/ug/gdc-register-federated.html';
const matrix = 'awsdocs/amazon-athena-user-guide connectors, copy of 2023';
const operational = is('family', 'relational', 'key-value', 'document');

export const athenaFederation: ServiceRecord = {
	title: 'Athena federated queries',
	summary:
		'SQL over databases where they are, through connectors: nothing is copied, and every query reads the source anew.',
	page: 'https://docs.aws.amazon.com/athena/latest/ug/federated-queries.html',
	slot: 'access',
	serves: ['federation'],
	access: 'in place',
	families: ['relational', 'key-value', 'document', 'warehouse', 'search', 'time-series'],
	availability: { state: 'open', ...confirmed('docs/athena/latest/ug/federated-queries.html') },
	eligibility: namedForAll,
	requires: [
		{
			because: 'there is no connector for this engine',
			that: unless('engine', not(is('engine', 'other', 'influxdb', 'cassandra'))),
			...confirmed(connectors),
		},
		staysOnline,
		privateToDatabase,
		{
			because: 'queries would load the production database, and it has no read replica',
			that: any(not(operational), yes('load.allowed'), yes('replica')),
			...confirmed(connectors),
		},
		{
			because: 'a query without the key scans the whole table and eats its read capacity',
			that: any(not(is('engine', 'dynamodb')), atMost('volume', gigabytes(1))),
			...confirmed(matrix),
		},
		{
			because: 'the connector reads documents one after the other',
			that: any(not(is('family', 'document')), atMost('volume', gigabytes(10))),
			...unconfirmed(matrix),
		},
		{
			because:
				'the connector fetches whole tables: eight queries at once took 800 seconds instead of 17; use UNLOAD or data sharing',
			that: unless('engine', not(is('engine', 'redshift'))),
			...confirmed(matrix),
		},
		{
			because: 'the connector throttles or fails as soon as several queries run',
			that: unless('engine', not(is('engine', 'bigquery', 'sap-hana', 'synapse', 'teradata'))),
			...confirmed(matrix),
		},
	],
	modes: {
		connector: {
			title: 'through a connector',
			carries: 'both',
			lead: hours(4),
			firstData: minutes(30),
			complete: minutes(30),
			freshness: 0,
			effort: { once: work.connector, monthly: work.watchMonthly },
			costs: [
				{ price: 'athena.scanned', per: 'month', quantity: product(fact('volume'), fact('reads.monthly')) },
				// A function of 3 GB that reads 50 MB a second: 61.5 GB-seconds a GB, an estimate of ours.
				{ price: 'lambda.compute', per: 'month', quantity: product(61.5e-9, fact('volume'), fact('reads.monthly')) },
			],
			settings: { spillExpiryDays: 1, spillEncrypted: true },
		},
	},
	grants: [
		{ actions: ['athena:StartQueryExecution', 'athena:GetQueryResults'], on: 'source', why: 'Runs queries.' },
		{ actions: ['secretsmanager:GetSecretValue'], on: 'source', why: 'The connector signs in to the database.' },
		{
			actions: ['s3:PutObject', 's3:GetObject'],
			on: 'landing',
			why: 'Large results spill to a bucket, and results are kept.',
		},
		{ actions: ['kms:GenerateDataKey', 'kms:Decrypt'], on: 'key', why: 'Spill and results are encrypted.' },
	],
	byHand: [
		{
			step: 'Make a read-only user for the connector and put its password into Secrets Manager.',
			owner: 'data owner',
			lead: hours(4),
		},
	],
	cautions: [
		{
			says: 'The bucket for spill and that for results hold copies: guard them like the source, let them expire, and never switch spill encryption off.',
			...confirmed(matrix),
		},
		{
			says: 'A query stops after 30 minutes, unless the quota is raised to 240.',
			...confirmed('github.com/aws/agent-toolkit-for-aws athena-loading.md'),
		},
		{ says: 'Table and column names are seen in lower case, and nothing can be written.', ...confirmed(registered) },
		{
			says: 'Since 2026-04-21 some connectors need no Lambda function in the account: see which kind yours is.',
			...confirmed('docs/athena/latest/ug/federated-queries.html'),
		},
		{
			says: 'What a model learns from is written out first (CTAS or UNLOAD) to a versioned table: training reads no federated table.',
			when: all(is('use', 'exploration', 'features only')),
			...confirmed('docs/lake-formation/latest/dg/working-with-services.html'),
		},
	],
	examples: [
		{
			given: {
				family: 'relational',
				where: 'aws',
				engine: 'postgresql',
				replica: true,
				volume: 100e9,
				'reads.monthly': 10,
				'path.online': true,
			},
			then: 'holds',
			monthly: 5.57,
		},
		{
			given: { family: 'relational', where: 'aws', engine: 'postgresql', volume: 3e9, 'path.online': true },
			then: 'fails',
		},
		{
			given: {
				family: 'key-value',
				where: 'aws',
				engine: 'dynamodb',
				'load.allowed': true,
				volume: 60e9,
				'path.online': true,
			},
			then: 'fails',
		},
		{
			given: { family: 'warehouse', where: 'aws', engine: 'redshift', volume: 1e9, 'path.online': true },
			then: 'fails',
		},
	],
};
