import type { ListResourcesCommandOutput } from '@aws-sdk/client-lakeformation';
import { bucketIn } from '../reading/arn.ts';
import { listed } from '../reading/listed.ts';
import { measured } from '../reading/measured.ts';
import type { Collector } from './collector.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-28. */
const listResources = {
	service: 'lakeformation',
	operation: 'ListResources',
	action: 'lakeformation:ListResources',
	rate: 5,
	burst: 10,
	why: 'Lists the buckets whose readers Lake Formation decides on.',
} as const;

/** Locations that are registered with Lake Formation: a fact of their buckets. Part of a bucket counts, since readers meet it. */
export const lakeFormationResource: Collector = {
	title: 'Lake Formation registrations',
	family: 'object',
	scope: 'region',
	calls: [listResources],
	async collect(reading) {
		const pages = listed<ListResourcesCommandOutput>(reading, listResources, {
			input: { MaxResults: 100 },
			token: 'NextToken',
			next: ({ NextToken }) => NextToken,
		});
		for await (const { ResourceInfoList = [] } of pages) {
			for (const { ResourceArn: arn = '' } of ResourceInfoList) {
				reading.emit.seen(arn);
				const bucket = bucketIn(arn);
				if (bucket) reading.emit.claim(bucket.id, measured({ 'lake.granted': true }, { by: listResources, reading }));
			}
		}
	},
};
