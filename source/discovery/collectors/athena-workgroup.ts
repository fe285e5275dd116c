import type { GetWorkGroupCommandOutput, ListWorkGroupsCommandOutput } from '@aws-sdk/client-athena';
import { arnOf, bucketIn } from '../reading/arn.ts';
import { ask, tellGaps } from '../reading/ask.ts';
import { atOnce } from '../reading/at-once.ts';
import { listed } from '../reading/listed.ts';
import { partitionOf } from '../reading/place.ts';
import type { Collector, Reading } from './collector.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-28. */
const usual = { service: 'athena', rate: 5, burst: 10 } as const;
const listGroups = {
	...usual,
	operation: 'ListWorkGroups',
	action: 'athena:ListWorkGroups',
	answers: 'WorkGroups',
	why: 'Lists groups of people who query.',
} as const;
const getGroup = {
	...usual,
	operation: 'GetWorkGroup',
	action: 'athena:GetWorkGroup',
	answers: 'WorkGroup',
	why: 'Says in which bucket the results of queries are kept.',
} as const;

/** Workgroups of Athena: a link to the bucket that holds what was queried, which is a copy of what the sources held then. */
export const athenaWorkgroup: Collector = {
	title: 'Athena workgroups',
	family: 'warehouse',
	scope: 'region',
	calls: [listGroups, getGroup],
	async collect(reading) {
		const lane = atOnce(5);
		const pages = listed<ListWorkGroupsCommandOutput>(reading, listGroups, {
			input: { MaxResults: 50 },
			token: 'NextToken',
			next: ({ NextToken }) => NextToken,
		});
		for await (const { WorkGroups = [] } of pages) {
			for (const { Name = '' } of WorkGroups) await lane.add(() => describe(reading, Name));
		}
		await lane.done();
	},
};

/** A group that keeps no results in a bucket is not told: every region has one that nobody made. */
async function describe(reading: Reading, name: string): Promise<void> {
	const { region, cell, emit } = reading;
	try {
		const { WorkGroup } = await ask<GetWorkGroupCommandOutput>(reading, getGroup, { WorkGroup: name });
		const kept = WorkGroup?.Configuration?.ResultConfiguration?.OutputLocation ?? '';
		const bucket = bucketIn(kept.replace(/^s3:\/\//, `arn:${partitionOf(region)}:s3:::`));
		const by = arnOf(reading, 'athena', `workgroup/${name}`);
		if (bucket) emit.link({ from: by, to: bucket.id, by });
	} catch (error) {
		tellGaps(reading, { error, call: getGroup, region, about: [cell], facts: [] });
	}
}
