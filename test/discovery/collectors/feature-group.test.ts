import { expect, test } from 'vitest';
import { featureGroup } from '../../../source/discovery/collectors/feature-group.ts';
import { collect, valuesOf } from '../../peers/reading.ts';
import { denied } from '../../peers/table-caller.ts';

const id = 'arn:aws:sagemaker:eu-central-1:123456789012:feature-group/churn';
const listing = { ListFeatureGroups: { FeatureGroupSummaries: [{ FeatureGroupArn: id, FeatureGroupName: 'churn' }] } };

test('a feature group is told with the format of its offline store, and a link to the bucket', async () => {
	const { sources, links, gaps } = await collect(featureGroup, {
		...listing,
		DescribeFeatureGroup: {
			FeatureGroupArn: id,
			OfflineStoreConfig: {
				TableFormat: 'Iceberg',
				S3StorageConfig: {
					S3Uri: 's3://features/a',
					ResolvedOutputS3Uri: 's3://features/a/1/offline',
					KmsKeyId: 'alias/ml',
				},
			},
		},
	});
	expect(gaps).toEqual([]);
	expect(links).toEqual([{ from: id, to: 'arn:aws:s3:::features', by: id }]);
	expect(valuesOf(sources[0]?.facts)).toEqual({
		structure: 'structured',
		protocol: 'sdk',
		managed: 'other',
		'keys.known': true,
		'event.time': true,
		public: false,
		format: 'parquet',
		'structure.iceberg': true,
		encrypted: true,
		key: 'customer',
	});
});

test('one that is only online leaves the format open and leads nowhere', async () => {
	const { sources, links } = await collect(featureGroup, {
		...listing,
		DescribeFeatureGroup: { FeatureGroupArn: id, OnlineStoreConfig: { EnableOnlineStore: true } },
	});
	expect([links, sources[0]?.facts.format, sources[0]?.facts['structure.iceberg']]).toEqual([[], undefined, undefined]);
});

test('a denied description leaves the group and says which facts stay open', async () => {
	const { sources, gaps } = await collect(featureGroup, {
		...listing,
		DescribeFeatureGroup: denied('sagemaker:DescribeFeatureGroup'),
	});
	expect(sources).toHaveLength(1);
	expect(gaps.map(({ fact }) => fact)).toEqual(['format', 'structure.iceberg', 'encrypted', 'key']);
});
