import { expect, test } from 'vitest';
import type { Call } from '../../../source/discovery/clients/call.ts';
import { faultOf } from '../../../source/discovery/clients/fault.ts';
import type { ServiceName } from '../../../source/discovery/clients/services.ts';
import { answers } from '../../../source/discovery/demo/answers/index.ts';
import { demoCaller } from '../../../source/discovery/demo/index.ts';
import { recordedAt } from '../../../source/discovery/demo/recording.ts';
import { declaredCalls } from '../../../source/discovery/policy.ts';

const caller = demoCaller({ pace: 0 });
const ask = (service: ServiceName, operation: string, input = {}, region = 'eu-central-1'): Call => ({
	service,
	operation,
	region,
	input,
});

test('every call that discovery declares was recorded', () => {
	const missing = declaredCalls.filter(({ service, operation }) => !Object.hasOwn(answers[service], operation));
	expect(missing).toEqual([]);
});

test('what was not recorded is a fault of the program that says what to do', async () => {
	await expect(caller.call(ask('rds', 'DescribeDBSnapshots'))).rejects.toMatchObject({
		code: 'not-recorded',
		message: 'The demo account has no recorded answer to rds:DescribeDBSnapshots.',
		blame: 'headwater',
	});
	await expect(caller.call(ask('rds', 'toString'))).rejects.toMatchObject({ code: 'not-recorded' });
});

test('a recorded refusal is told apart as one of AWS is', async () => {
	const Bucket = 'brightmoor-org-trail';
	const error = await caller.call(ask('s3', 'GetBucketPolicyStatus', { Bucket })).catch((thrown: unknown) => thrown);
	const asked = { service: 's3', action: 's3:GetBucketPolicyStatus', region: 'eu-central-1' } as const;
	expect(faultOf(error, asked)).toMatchObject({ kind: 'denied', action: 's3:GetBucketPolicyStatus' });
});

interface Metrics {
	readonly MetricDataResults: readonly {
		readonly Id: string;
		readonly Timestamps: readonly Date[];
		readonly Values: readonly number[];
	}[];
}

/** The daily values of a metric over the three days before the recording. */
async function daily(metric: object, Stat: string, region?: string) {
	const input = {
		StartTime: new Date('2026-11-21T00:00:00Z'),
		EndTime: new Date('2026-11-25T00:00:00Z'),
		MetricDataQueries: [{ Id: 'q0', MetricStat: { Metric: metric, Period: 86_400, Stat } }],
	};
	const { MetricDataResults } = await caller.call<Metrics>(ask('cloudwatch', 'GetMetricData', input, region));
	return MetricDataResults[0];
}
const dimension = (Name: string, Value: string) => ({ Name, Value });
const size = (bucket: string) => ({
	Namespace: 'AWS/S3',
	MetricName: 'BucketSizeBytes',
	Dimensions: [dimension('StorageType', 'StandardStorage'), dimension('BucketName', bucket)],
});

test('a size grows by the recorded amount a day, and nothing is told of the time after the recording', async () => {
	const found = await daily(size('brightmoor-equipment-logs'), 'Average');
	expect(found?.Timestamps.map((at) => at.toISOString().slice(0, 10))).toEqual([
		'2026-11-24',
		'2026-11-23',
		'2026-11-22',
		'2026-11-21',
	]);
	const [newest = 0, before = 0] = found?.Values ?? [];
	expect(newest - before).toBeCloseTo(18e9, -3);
	expect(newest).toBeLessThan(6.4e12);
	expect(recordedAt.toISOString()).toBe('2026-11-24T06:00:00.000Z');
});

test('a metric lives in the region of what it measures', async () => {
	expect((await daily(size('brightmoor-clickstream-archive'), 'Average'))?.Values).toEqual([]);
	expect((await daily(size('brightmoor-clickstream-archive'), 'Average', 'us-east-1'))?.Values[0]).toBe(4.1e12);
});

test('a week of events adds up to seven of its days', async () => {
	const metric = {
		Namespace: 'AWS/Logs',
		MetricName: 'IncomingBytes',
		Dimensions: [dimension('LogGroupName', '/brightmoor/web/clickstream')],
	};
	const input = {
		StartTime: new Date('2026-11-16T00:00:00Z'),
		EndTime: new Date('2026-11-23T00:00:00Z'),
		MetricDataQueries: [{ Id: 'q0', MetricStat: { Metric: metric, Period: 86_400, Stat: 'Sum' } }],
	};
	const { MetricDataResults } = await caller.call<Metrics>(ask('cloudwatch', 'GetMetricData', input));
	const total = MetricDataResults[0]?.Values.reduce((sum, value) => sum + value, 0);
	expect(total).toBeCloseTo(7 * 21e9, -3);
});

test('an answer belongs to who asked: changing it changes nothing that is recorded', async () => {
	const first = await caller.call<{ DBInstances: object[] }>(ask('rds', 'DescribeDBInstances'));
	first.DBInstances.length = 0;
	const second = await caller.call<{ DBInstances: object[] }>(ask('rds', 'DescribeDBInstances'));
	expect(second.DBInstances).toHaveLength(5);
});

test('a replay at a pace takes its time and can be stopped', async () => {
	const stop = new AbortController();
	const slow = demoCaller({ pace: 60_000, signal: stop.signal });
	const waiting = slow.call(ask('s3', 'ListBuckets'));
	stop.abort(new Error('stopped'));
	await expect(waiting).rejects.toThrow('stopped');
	await expect(slow.call(ask('s3', 'ListBuckets'))).rejects.toThrow('stopped');

	const began = performance.now();
	await demoCaller({ pace: 20 }).call(ask('s3', 'ListBuckets'));
	expect(performance.now() - began).toBeGreaterThan(9);
});
