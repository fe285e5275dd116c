import type { DescribeFeatureGroupCommandOutput, ListFeatureGroupsCommandOutput } from '@aws-sdk/client-sagemaker';
import type { FactKey } from '../../facts/index.ts';
import { bucketIn } from '../reading/arn.ts';
import { ask, tellGaps } from '../reading/ask.ts';
import { atOnce } from '../reading/at-once.ts';
import { keyNamed } from '../reading/keys.ts';
import { listed } from '../reading/listed.ts';
import { measured, type Stated } from '../reading/measured.ts';
import { partitionOf } from '../reading/place.ts';
import { tellSource } from '../reading/tell-source.ts';
import type { Collector, Reading } from './collector.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-28. */
const usual = { service: 'sagemaker', rate: 5, burst: 10 } as const;
const listGroups = {
	...usual,
	operation: 'ListFeatureGroups',
	action: 'sagemaker:ListFeatureGroups',
	answers: 'FeatureGroupSummaries',
	why: 'Lists groups of features that models were trained with.',
} as const;
const describeGroup = {
	...usual,
	operation: 'DescribeFeatureGroup',
	action: 'sagemaker:DescribeFeatureGroup',
	answers: 'FeatureGroupArn',
	why: 'Says where features are kept, in which format and with which key.',
} as const;

/** Feature groups of SageMaker Feature Store: features that somebody made already. A link to the bucket of the offline store. */
export const featureGroup: Collector = {
	title: 'SageMaker feature groups',
	family: 'feature',
	scope: 'region',
	calls: [listGroups, describeGroup],
	async collect(reading) {
		const lane = atOnce(5);
		const pages = listed<ListFeatureGroupsCommandOutput>(reading, listGroups, {
			input: { MaxResults: 100 },
			token: 'NextToken',
			next: ({ NextToken }) => NextToken,
		});
		for await (const { FeatureGroupSummaries = [] } of pages) {
			for (const { FeatureGroupArn: id = '', FeatureGroupName: name = '' } of FeatureGroupSummaries) {
				const facts = measured(always, { by: listGroups, reading });
				tellSource(reading, { id, kind: 'feature-group', family: 'feature', title: name, facts });
				await lane.add(() => describe(reading, id, name));
			}
		}
		await lane.done();
	},
};

/** Every feature group has an id for a record and a time for an event. */
const always = {
	structure: 'structured',
	protocol: 'sdk',
	managed: 'other',
	'keys.known': true,
	'event.time': true,
	public: false,
} as const satisfies Stated;

const open: readonly FactKey[] = ['format', 'structure.iceberg', 'encrypted', 'key'];

async function describe(reading: Reading, id: string, FeatureGroupName: string): Promise<void> {
	const { region, emit } = reading;
	try {
		const group = await ask<DescribeFeatureGroupCommandOutput>(reading, describeGroup, { FeatureGroupName });
		const { OfflineStoreConfig: offline, OnlineStoreConfig: online } = group;
		const key = offline?.S3StorageConfig?.KmsKeyId ?? online?.SecurityConfig?.KmsKeyId;
		const stated: Stated = {
			format: offline && 'parquet',
			'structure.iceberg': offline && offline.TableFormat === 'Iceberg',
			encrypted: true,
			key: key ? keyNamed(key) : undefined,
		};
		emit.facts(id, measured(stated, { by: describeGroup, reading }));
		const kept = offline?.S3StorageConfig?.ResolvedOutputS3Uri ?? offline?.S3StorageConfig?.S3Uri ?? '';
		const bucket = bucketIn(kept.replace(/^s3:\/\//, `arn:${partitionOf(region)}:s3:::`));
		if (bucket) emit.link({ from: id, to: bucket.id, by: id });
	} catch (error) {
		tellGaps(reading, { error, call: describeGroup, region, about: [id], facts: open });
	}
}
