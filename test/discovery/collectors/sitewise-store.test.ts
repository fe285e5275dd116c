import { expect, test } from 'vitest';
import { sitewiseStore } from '../../../source/discovery/collectors/sitewise-store.ts';
import { collect, valuesOf } from '../../peers/reading.ts';
import { denied } from '../../peers/table-caller.ts';

const id = 'arn:aws:iotsitewise:eu-central-1:123456789012:storage';
const used = { ListAssetModels: { assetModelSummaries: [{ id: 'pump' }] } };

test('a region with a model of an asset is one store, and a link to the bucket of its cold tier', async () => {
	const { sources, links, gaps } = await collect(sitewiseStore, {
		...used,
		DescribeStorageConfiguration: {
			storageType: 'MULTI_LAYER_STORAGE',
			multiLayerStorage: { customerManagedS3Storage: { s3ResourceArn: 'arn:aws:s3:::cold/sitewise' } },
			retentionPeriod: { numberOfDays: 30 },
		},
	});
	expect(gaps).toEqual([]);
	expect(links).toEqual([{ from: id, to: 'arn:aws:s3:::cold', by: id }]);
	expect(sources.map(({ id: own, family }) => [own, family])).toEqual([[id, 'time-series']]);
	expect(valuesOf(sources[0]?.facts)).toMatchObject({ updates: 'append', retention: 30 * 86_400 });
});

test('a region without a model holds nothing; one that keeps data for ever says no time', async () => {
	const none = await collect(sitewiseStore, { ListAssetModels: { assetModelSummaries: [] } });
	expect([none.sources, none.caller.asked]).toEqual([[], ['eu-central-1 ListAssetModels']]);
	const ever = await collect(sitewiseStore, {
		...used,
		DescribeStorageConfiguration: { storageType: 'SITEWISE_DEFAULT_STORAGE', retentionPeriod: { unlimited: true } },
	});
	expect([ever.links, ever.sources[0]?.facts.retention]).toEqual([[], undefined]);
});

test('a denied configuration leaves the store', async () => {
	const { sources, gaps } = await collect(sitewiseStore, {
		...used,
		DescribeStorageConfiguration: denied('iotsitewise:DescribeStorageConfiguration'),
	});
	expect(sources).toHaveLength(1);
	expect(gaps.map(({ about, fact }) => [about, fact])).toEqual([[id, 'retention']]);
});
