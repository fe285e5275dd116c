import type {
	DescribeStorageConfigurationCommandOutput,
	ListAssetModelsCommandOutput,
} from '@aws-sdk/client-iotsitewise';
import { arnOf, bucketIn } from '../reading/arn.ts';
import { ask, tellGaps } from '../reading/ask.ts';
import { measured } from '../reading/measured.ts';
import { tellSource } from '../reading/tell-source.ts';
import type { Collector } from './collector.ts';

/** 10 calls a second: a careful value, not confirmed by a quota page. 2026-11-28. */
const usual = { service: 'iotsitewise', rate: 10, burst: 10 } as const;
const listModels = {
	...usual,
	operation: 'ListAssetModels',
	action: 'iotsitewise:ListAssetModels',
	answers: 'assetModelSummaries',
	why: 'Says whether SiteWise is used at all: without a model of an asset nothing is measured.',
} as const;
const describeStorage = {
	...usual,
	operation: 'DescribeStorageConfiguration',
	action: 'iotsitewise:DescribeStorageConfiguration',
	answers: 'storageType',
	why: 'Says whether measurements are copied to a bucket, and how long they are kept.',
} as const;

/** The measurements that IoT SiteWise keeps in a region, which are one store; a link to the bucket of its cold tier. */
export const sitewiseStore: Collector = {
	title: 'IoT SiteWise stores',
	family: 'time-series',
	scope: 'region',
	calls: [listModels, describeStorage],
	async collect(reading) {
		const { region, emit } = reading;
		const { assetModelSummaries = [] } = await ask<ListAssetModelsCommandOutput>(reading, listModels, {
			maxResults: 1,
		});
		if (assetModelSummaries.length === 0) return;
		const id = arnOf(reading, 'iotsitewise', 'storage');
		const stated = {
			structure: 'structured',
			protocol: 'api',
			managed: 'other',
			updates: 'append',
			'event.time': true,
			encrypted: true,
		} as const;
		const facts = measured(stated, { by: listModels, reading });
		tellSource(reading, { id, kind: 'sitewise-store', family: 'time-series', title: `SiteWise ${region}`, facts });
		try {
			const kept = await ask<DescribeStorageConfigurationCommandOutput>(reading, describeStorage);
			const days = kept.retentionPeriod?.unlimited ? undefined : kept.retentionPeriod?.numberOfDays;
			const retention = days === undefined ? undefined : days * 86_400;
			emit.facts(id, measured({ retention }, { by: describeStorage, reading }));
			const bucket = bucketIn(kept.multiLayerStorage?.customerManagedS3Storage?.s3ResourceArn ?? '');
			if (bucket) emit.link({ from: id, to: bucket.id, by: id });
		} catch (error) {
			tellGaps(reading, { error, call: describeStorage, region, about: [id], facts: ['retention'] });
		}
	},
};
