import type {
	BatchGetCollectionCommandOutput,
	CollectionDetail,
	ListCollectionsCommandOutput,
} from '@aws-sdk/client-opensearchserverless';
import type { Family } from '../../facts/families.ts';
import { ask, tellGaps } from '../reading/ask.ts';
import { keyNamed } from '../reading/keys.ts';
import { listed } from '../reading/listed.ts';
import { measured, type Stated } from '../reading/measured.ts';
import { tellSource } from '../reading/tell-source.ts';
import type { Collector, DeclaredCall, Reading } from './collector.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-28. */
const usual = { service: 'opensearchserverless', rate: 5, burst: 10 } as const;
const listCollections = {
	...usual,
	operation: 'ListCollections',
	action: 'aoss:ListCollections',
	answers: 'collectionSummaries',
	why: 'Lists serverless search collections.',
} as const;
const getCollections = {
	...usual,
	operation: 'BatchGetCollection',
	action: 'aoss:BatchGetCollection',
	answers: 'collectionDetails',
	why: 'Says whether a collection holds texts, vectors or events over time, and its key.',
} as const;

/** Most collections that one call tells about: the API reference of OpenSearch Serverless, 2026-11-28. */
const mostIds = 100;

/** Collections of OpenSearch Serverless. How much they hold, its metrics tell for the account only. */
export const opensearchCollection: Collector = {
	title: 'OpenSearch Serverless collections',
	family: 'search',
	scope: 'region',
	calls: [listCollections, getCollections],
	async collect(reading) {
		const pages = listed<ListCollectionsCommandOutput>(reading, listCollections, {
			input: { maxResults: mostIds },
			token: 'nextToken',
			next: ({ nextToken }) => nextToken,
		});
		for await (const { collectionSummaries = [] } of pages) {
			if (collectionSummaries.length > 0) await describe(reading, collectionSummaries);
		}
	},
};

/** A collection whose sort may not be read is told as one of texts, which most are. */
async function describe(reading: Reading, some: readonly CollectionDetail[]): Promise<void> {
	const { region } = reading;
	try {
		const input = { ids: some.map(({ id }) => id) };
		const { collectionDetails = [] } = await ask<BatchGetCollectionCommandOutput>(reading, getCollections, input);
		const details = new Map(collectionDetails.map((one) => [one.id, one]));
		for (const one of some) tell(reading, getCollections, { ...one, ...details.get(one.id) });
	} catch (error) {
		for (const one of some) tell(reading, listCollections, one);
		const about = some.map(({ arn = '' }) => arn);
		tellGaps(reading, { error, call: getCollections, region, about, facts: ['key'] });
	}
}

const families: Readonly<Record<string, Family>> = {
	SEARCH: 'search',
	TIMESERIES: 'time-series',
	VECTORSEARCH: 'vector',
};

function tell(
	reading: Reading,
	by: DeclaredCall,
	{ arn: id = '', name: title = '', type, kmsKeyArn }: CollectionDetail,
): void {
	const key = kmsKeyArn === 'auto' ? 'service' : keyNamed(kmsKeyArn);
	const facts = { ...measured(always, { by: listCollections, reading }), ...measured({ key }, { by, reading }) };
	tellSource(reading, { id, kind: 'opensearch-collection', family: families[type ?? ''] ?? 'search', title, facts });
}

const always = {
	engine: 'opensearch',
	protocol: 'api',
	managed: 'other',
	format: 'json',
	structure: 'semi-structured',
	encrypted: true,
} as const satisfies Stated;
