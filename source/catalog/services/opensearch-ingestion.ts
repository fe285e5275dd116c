import { days, hours } from '../../facts/units.ts';
import { fact, formula, is, largest } from '../../rules/constructors.ts';
import { unconfirmed } from '../cited.ts';
import { storedCopy, writesLanding } from '../kept-copy.ts';
import { staysOnline } from '../reach.ts';
import type { ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const guide = 'docs/opensearch-service/latest/developerguide/ingestion.html';

export const opensearchIngestion: ServiceRecord = {
	title: 'Amazon OpenSearch Ingestion',
	summary: 'A pipeline that runs all the time reads a domain or its feed, and writes the documents to S3.',
	page: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ingestion.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'API call',
	families: ['search'],
	availability: { state: 'open', ...unconfirmed('no closure notice found') },
	requires: [
		{
			because: 'it reads domains of Amazon OpenSearch Service',
			that: is('where', 'aws'),
			scope: true,
			...unconfirmed(guide),
		},
		{ because: 'it reads OpenSearch', that: is('engine', 'opensearch'), ...unconfirmed(guide) },
		staysOnline,
	],
	modes: {
		pipeline: {
			title: 'a pipeline into S3',
			carries: 'both',
			lead: days(1),
			firstData: hours(1),
			complete: largest(hours(24), formula('transferTime')),
			freshness: largest(fact('freshness'), 300),
			effort: { once: work.job, monthly: work.watchMonthly },
			costs: [{ price: 'opensearch-ingestion.unit', per: 'month', quantity: 2 * 730 }, storedCopy],
		},
	},
	grants: [{ actions: ['es:ESHttpGet', 'es:ESHttpPost'], on: 'source', why: 'Reads the indices.' }, ...writesLanding],
	cautions: [{ says: 'Two units are counted, all day; more data needs more.', ...unconfirmed('estimate of ours') }],
	examples: [
		{ given: { where: 'aws', engine: 'opensearch', volume: 1e12, 'path.online': true }, then: 'holds', monthly: 371.8 },
	],
};
