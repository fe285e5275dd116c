import { is } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import { writesLanding } from '../kept-copy.ts';
import { hasLine, privateToDatabase } from '../reach.ts';
import type { ServiceRecord } from '../record.ts';
import { glueCopies } from '../whole-copies.ts';

const guide = 'docs/glue/latest/dg/aws-glue-programming-etl-connect-opensearch-home.html';

export const glueOpensearchRead: ServiceRecord = {
	title: 'AWS Glue job reading OpenSearch',
	summary: 'A Spark job reads indices in parallel, shard by shard, and writes Parquet.',
	page: 'https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-connect-opensearch-home.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'database connection',
	families: ['search'],
	availability: { state: 'open', ...confirmed(guide) },
	eligibility: namedForAll,
	requires: [
		{ because: 'it reads OpenSearch indices', that: is('engine', 'opensearch'), ...confirmed(guide) },
		hasLine,
		privateToDatabase,
	],
	modes: glueCopies([]),
	grants: [{ actions: ['es:ESHttpGet', 'es:ESHttpPost'], on: 'source', why: 'Reads the indices.' }, ...writesLanding],

	cautions: [
		{ says: 'A snapshot of the domain is no way out: only OpenSearch reads it.', ...unconfirmed(guide) },
		{
			says: 'Where OpenSearch is fed by a pipeline, let that pipeline (OpenSearch Ingestion) write the same documents to S3 too, and read nothing back.',
			...unconfirmed('docs/opensearch-service/latest/developerguide/ingestion.html'),
		},
	],
	examples: [
		{
			mode: 'once',
			given: {
				family: 'search',
				engine: 'opensearch',
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
			given: { family: 'search', engine: 'other', where: 'aws', 'path.online': true, 'path.private': true },
			then: 'fails',
		},
	],
};
