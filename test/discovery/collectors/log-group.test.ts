import { expect, test } from 'vitest';
import { logGroup } from '../../../source/discovery/collectors/log-group.ts';
import { collect, daysAgo, metrics, valuesOf } from '../../peers/reading.ts';
import { denied, type Table } from '../../peers/table-caller.ts';

const id = 'arn:aws:logs:eu-central-1:123456789012:log-group:/shop/web';
const web = { logGroupName: '/shop/web', arn: `${id}:*`, storedBytes: 1.9e12, retentionInDays: 90 };
const listing = (...logGroups: readonly object[]): Table => ({
	DescribeLogGroups: { logGroups },
	GetMetricData: { MetricDataResults: [] },
});
const always = {
	format: 'log',
	structure: 'semi-structured',
	updates: 'append',
	'event.time': true,
	managed: 'logs',
	protocol: 'api',
	encrypted: true,
};

test('a log group is told with stored bytes, retention and key', async () => {
	const { sources, gaps } = await collect(logGroup, listing(web));
	expect(sources.map(({ facts, ...rest }) => ({ ...rest, facts: valuesOf(facts) }))).toEqual([
		{
			id,
			kind: 'log-group',
			family: 'log',
			title: '/shop/web',
			place: 'aws:123456789012:eu-central-1',
			account: '123456789012',
			region: 'eu-central-1',
			facts: { ...always, volume: 1.9e12, retention: 90 * 86_400, key: 'service' },
		},
	]);
	expect(gaps).toEqual([]);
});

test('what arrives is the mean of whole days; an event is as large as bytes by events', async () => {
	const { sources } = await collect(logGroup, {
		...listing(web),
		GetMetricData: metrics({
			'IncomingBytes /shop/web': [
				[daysAgo(0), 1],
				[daysAgo(1), 21e9],
				[daysAgo(2), 19e9],
			],
			'IncomingLogEvents /shop/web': [[daysAgo(1), 20e6]],
		}),
	});
	const { change, records, 'record.size': size } = valuesOf(sources[0]?.facts);
	expect({ change, records, size }).toEqual({ change: 20e9 / 86_400, records: 20e6 / 86_400, size: 1000 });
});

test("no retention means for ever, a key named is the customer's, and no bytes said is unknown", async () => {
	const group = { logGroupName: '/shop/web', logGroupArn: id, kmsKeyId: 'arn:aws:kms:x:1:key/2' };
	const { sources } = await collect(logGroup, listing(group));
	expect(valuesOf(sources[0]?.facts)).toEqual({ ...always, retention: 1200 * 2_628_000, key: 'customer' });
});

test('rates that are denied leave their facts open', async () => {
	const { sources, gaps } = await collect(logGroup, {
		...listing(web),
		GetMetricData: denied('cloudwatch:GetMetricData'),
	});
	expect(sources).toHaveLength(1);
	expect(gaps.map(({ about, fact, action }) => ({ about, fact, action }))).toEqual(
		['change', 'record.size', 'records'].map((fact) => ({ about: id, fact, action: 'cloudwatch:GetMetricData' })),
	);
});

test('pages hold fifty, and there is no call for each group', async () => {
	const groups = Array.from({ length: 120 }, (_, index) => ({
		...web,
		logGroupName: `/${index}`,
		arn: `arn:${index}:*`,
	}));
	const { sources, caller } = await collect(logGroup, {
		...listing(),
		DescribeLogGroups({ input }) {
			const from = Number(input.nextToken ?? 0);
			return { logGroups: groups.slice(from, from + 50), nextToken: from + 50 < 120 ? String(from + 50) : undefined };
		},
	});
	expect(sources).toHaveLength(120);
	expect(caller.asked).toEqual([...Array(3).fill('eu-central-1 DescribeLogGroups'), 'eu-central-1 GetMetricData']);
});
