import type { DescribeTrailsCommandOutput, Trail } from '@aws-sdk/client-cloudtrail';
import { bucketArn } from '../reading/arn.ts';
import { ask } from '../reading/ask.ts';
import { measured, type Stated } from '../reading/measured.ts';
import { awsPlace } from '../reading/place.ts';
import type { Collector, Reading } from './collector.ts';

/** 10 calls a second for an account in a region: CloudTrail quotas, 2026-11-22. Copies in other regions are left out. */
const describeTrails = {
	service: 'cloudtrail',
	operation: 'DescribeTrails',
	action: 'cloudtrail:DescribeTrails',
	rate: 10,
	burst: 10,
	answers: 'trailList',
	why: 'Says where the activity of the account is recorded.',
} as const;

/** Trails: a link from the account to the bucket and the log group that record what is done in it. */
export const cloudtrailTrail: Collector = {
	title: 'CloudTrail trails',
	family: 'log',
	scope: 'region',
	calls: [describeTrails],
	async collect(reading) {
		const input = { includeShadowTrails: false };
		const { trailList = [] } = await ask<DescribeTrailsCommandOutput>(reading, describeTrails, input);
		for (const trail of trailList) tell(reading, trail);
	},
};

function tell(reading: Reading, trail: Trail): void {
	const { TrailARN: by = '', S3BucketName: bucket, S3KeyPrefix: prefix, CloudWatchLogsLogGroupArn: group } = trail;
	const { account, region, emit } = reading;
	const from = awsPlace(account, region);
	emit.seen(by);
	if (group) emit.link({ from, to: group.replace(/:\*$/, ''), by });
	if (bucket === undefined) return;
	const to = bucketArn(reading, bucket);
	emit.link({ from, to, by });
	// A prefix means that the bucket holds other things as well.
	if (!prefix) emit.claim(to, measured(delivered, { by: describeTrails, reading }));
}

const delivered = {
	format: 'json',
	structure: 'semi-structured',
	updates: 'append',
	'event.time': true,
} as const satisfies Stated;
