import { expect, test } from 'vitest';
import { s3Bucket } from '../../../source/discovery/collectors/s3-bucket.ts';
import { vpcFlowLog } from '../../../source/discovery/collectors/vpc-flow-log.ts';
import { collect, readingOf, valuesOf } from '../../peers/reading.ts';
import { awsError } from '../../peers/table-caller.ts';

const log = (more: object) => ({ FlowLogId: 'fl-1', ResourceId: 'vpc-1', ...more });
const ec2 = 'arn:aws:ec2:eu-central-1:123456789012';
const by = `${ec2}:vpc-flow-log/fl-1`;
const linksOf = async (one: object) => (await collect(vpcFlowLog, { DescribeFlowLogs: { FlowLogs: [one] } })).links;

test.each([
	['a bucket', log({ LogDestination: 'arn:aws:s3:::flows' }), `${ec2}:vpc/vpc-1`, 'arn:aws:s3:::flows'],
	['a prefix of one', log({ LogDestination: 'arn:aws:s3:::logs/flows/' }), `${ec2}:vpc/vpc-1`, 'arn:aws:s3:::logs'],
	[
		'a log group',
		log({ ResourceId: 'subnet-1', LogGroupName: 'flows' }),
		`${ec2}:subnet/subnet-1`,
		'arn:aws:logs:eu-central-1:123456789012:log-group:flows',
	],
	[
		'a log group by its ARN',
		log({ ResourceId: 'eni-1', LogDestination: 'arn:l:*' }),
		`${ec2}:network-interface/eni-1`,
		'arn:l',
	],
	['a delivery stream', log({ ResourceId: 'tgw-1', LogDestination: 'arn:f' }), `${ec2}:transit-gateway/tgw-1`, 'arn:f'],
])('a flow log that delivers to %s is a link from the network to it', async (_, one, from, to) => {
	expect(await linksOf(one)).toEqual([{ from, to, by }]);
});

/** What is known of a bucket into which flow logs deliver. */
async function bucketWith(...FlowLogs: readonly object[]) {
	const { reading, gathered } = readingOf({
		DescribeFlowLogs: { FlowLogs },
		ListBuckets: { Buckets: [{ Name: 'flows', BucketRegion: 'eu-central-1' }] },
		ListMetrics: { Metrics: [] },
		GetBucketEncryption: awsError('NoSuchBucket'),
		GetBucketVersioning: awsError('NoSuchBucket'),
		GetBucketLifecycleConfiguration: awsError('NoSuchBucket'),
		GetBucketTagging: awsError('NoSuchBucket'),
		GetPublicAccessBlock: awsError('NoSuchBucket'),
	});
	await s3Bucket.collect(reading);
	await vpcFlowLog.collect(reading);
	gathered.settle();
	const { protocol, managed, ...rest } = valuesOf(gathered.sources()[0]?.facts);
	expect([protocol, managed]).toEqual(['s3', 's3']);
	return rest;
}
const to = (LogDestination: string, FileFormat?: string) =>
	log({ LogDestination, ...(FileFormat ? { DestinationOptions: { FileFormat } } : {}) });
const appended = { updates: 'append', 'event.time': true };

test('a bucket of their own holds what they deliver', async () => {
	expect(await bucketWith(to('arn:aws:s3:::flows', 'parquet'))).toEqual({
		...appended,
		format: 'parquet',
		structure: 'structured',
	});
	expect(await bucketWith(to('arn:aws:s3:::flows'))).toEqual({
		...appended,
		format: 'log',
		structure: 'semi-structured',
	});
});

test('a bucket that they share, and one in which they differ, stays open', async () => {
	expect(await bucketWith(to('arn:aws:s3:::flows/vpc/', 'parquet'))).toEqual({});
	expect(await bucketWith(to('arn:aws:s3:::flows', 'parquet'), to('arn:aws:s3:::flows'))).toEqual(appended);
});
