import { expect, test } from 'vitest';
import { cloudtrailTrail } from '../../../source/discovery/collectors/cloudtrail-trail.ts';
import { collect, readingOf } from '../../peers/reading.ts';

const trail = { TrailARN: 'arn:trail', S3BucketName: 'trail' };
const group = 'arn:aws:logs:eu-central-1:123456789012:log-group:trail';

test('a trail is a link from the account in a region to the bucket and the log group that record it', async () => {
	const { links, caller } = await collect(cloudtrailTrail, {
		DescribeTrails: { trailList: [{ ...trail, CloudWatchLogsLogGroupArn: `${group}:*` }] },
	});
	const from = 'aws:123456789012:eu-central-1';
	expect(links).toEqual([
		{ from, to: group, by: 'arn:trail' },
		{ from, to: 'arn:aws:s3:::trail', by: 'arn:trail' },
	]);
	expect(caller.inputsOf('DescribeTrails')).toEqual([{ includeShadowTrails: false }]);
});

test.each([
	['a bucket of its own holds JSON that is only added to', trail, 'json'],
	['of a bucket that it shares nothing is said', { ...trail, S3KeyPrefix: 'org' }, undefined],
])('%s', async (_, one, format) => {
	const { reading, gathered } = readingOf({ DescribeTrails: { trailList: [one] } });
	const id = 'arn:aws:s3:::trail';
	reading.emit.source({ id, kind: 's3-bucket', family: 'object', title: 'trail', place: 'p', facts: {} });
	await cloudtrailTrail.collect(reading);
	gathered.settle();
	expect(gathered.sources()[0]?.facts.format?.value).toBe(format);
});
