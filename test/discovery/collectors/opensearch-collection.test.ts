import { expect, test } from 'vitest';
import { opensearchCollection } from '../../../source/discovery/collectors/opensearch-collection.ts';
import { collect, valuesOf } from '../../peers/reading.ts';
import { denied } from '../../peers/table-caller.ts';

const one = (id: string) => ({ id, arn: `arn:${id}`, name: id });

test('a collection is of the family of what it holds', async () => {
	const { sources, gaps } = await collect(opensearchCollection, {
		ListCollections: { collectionSummaries: [one('texts'), one('faces'), one('clicks')] },
		BatchGetCollection: {
			collectionDetails: [
				{ ...one('faces'), type: 'VECTORSEARCH', kmsKeyArn: 'auto' },
				{ ...one('texts'), type: 'SEARCH', kmsKeyArn: 'arn:aws:kms:eu-central-1:123456789012:key/1' },
				{ ...one('clicks'), type: 'TIMESERIES' },
			],
		},
	});
	expect(gaps).toEqual([]);
	expect(sources.map(({ title, family, facts }) => [title, family, facts.key?.value])).toEqual([
		['clicks', 'time-series', undefined],
		['faces', 'vector', 'service'],
		['texts', 'search', undefined],
	]);
	expect(valuesOf(sources[1]?.facts)).toMatchObject({ engine: 'opensearch', encrypted: true, format: 'json' });
});

test('each page is told about with one call, and an empty one with none', async () => {
	const { caller } = await collect(opensearchCollection, {
		ListCollections: ({ input }) =>
			input.nextToken === undefined
				? { collectionSummaries: [one('a'), one('b')], nextToken: 'more' }
				: { collectionSummaries: [] },
		BatchGetCollection: { collectionDetails: [] },
	});
	expect(caller.inputsOf('BatchGetCollection')).toEqual([{ ids: ['a', 'b'] }]);
});

test('a denied description leaves the collection, its key open', async () => {
	const { sources, gaps } = await collect(opensearchCollection, {
		ListCollections: { collectionSummaries: [one('texts')] },
		BatchGetCollection: denied('aoss:BatchGetCollection'),
	});
	expect(sources.map(({ title, family }) => [title, family])).toEqual([['texts', 'search']]);
	expect(gaps.map(({ about, fact, action }) => [about, fact, action])).toEqual([
		['arn:texts', 'key', 'aoss:BatchGetCollection'],
	]);
});
