import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Metric } from '../../../source/discovery/collectors/collector.ts';
import { mean, readSeries, type Series, wholeDays } from '../../../source/discovery/reading/metrics.ts';
import { daysAgo, metrics, readingOf, today } from '../../peers/reading.ts';
import { denied } from '../../peers/table-caller.ts';

const metric = (days: number): Metric => ({
	namespace: 'AWS/Logs',
	name: 'IncomingBytes',
	statistic: 'Sum',
	days,
	why: 'For the test.',
});
const series = (count: number, days = 7): readonly Series[] =>
	Array.from({ length: count }, (_, index) => ({
		id: `arn:${index}`,
		metric: metric(days),
		dimensions: { LogGroupName: `/${index}` },
		facts: ['change'],
	}));

test('a query names the metric, its dimensions, whole days and the newest point first', async () => {
	const { reading, caller } = readingOf({ GetMetricData: { MetricDataResults: [] } });
	await readSeries(reading, series(1));
	expect(caller.inputsOf('GetMetricData')).toEqual([
		{
			StartTime: daysAgo(7),
			EndTime: daysAgo(-1),
			ScanBy: 'TimestampDescending',
			MetricDataQueries: [
				{
					Id: 'q0',
					MetricStat: {
						Metric: {
							Namespace: 'AWS/Logs',
							MetricName: 'IncomingBytes',
							Dimensions: [{ Name: 'LogGroupName', Value: '/0' }],
						},
						Period: 86_400,
						Stat: 'Sum',
					},
				},
			],
		},
	]);
});

test('no call asks for more than 500 queries or 100,800 points, and every series is asked for once', async () => {
	await fc.assert(
		fc.asyncProperty(fc.integer({ min: 0, max: 1300 }), fc.integer({ min: 1, max: 450 }), async (count, days) => {
			const { reading, caller } = readingOf({ GetMetricData: metrics({}) });
			await readSeries(reading, [...series(count, days), ...series(3, 1)]);
			const asked = caller.inputsOf('GetMetricData').map((input) => {
				const queries = input.MetricDataQueries as readonly { Id: string }[];
				const points = (Number(input.EndTime) - Number(input.StartTime)) / 86_400_000;
				expect(queries.length).toBeLessThanOrEqual(500);
				expect(queries.length * points).toBeLessThanOrEqual(100_800);
				expect(new Set(queries.map(({ Id }) => Id)).size).toBe(queries.length);
				return queries.length;
			});
			expect(asked.reduce((sum, queries) => sum + queries, 0)).toBe(count + 3);
		}),
		{ numRuns: 30 },
	);
});

test('points of several pages belong to their series, newest first', async () => {
	const rows = series(2);
	const page = (Id: string, at: Date, value: number) => ({ Id, Timestamps: [at], Values: [value] });
	const { reading } = readingOf({
		GetMetricData: ({ input }) =>
			input.NextToken === undefined
				? { MetricDataResults: [page('q1', daysAgo(1), 7)], NextToken: 'more' }
				: { MetricDataResults: [page('q1', daysAgo(2), 6), page('q0', daysAgo(2), 5)] },
	});
	const points = await readSeries(reading, rows);
	expect(rows.map((row) => points.get(row))).toEqual([
		[{ at: daysAgo(2), value: 5 }],
		[
			{ at: daysAgo(1), value: 7 },
			{ at: daysAgo(2), value: 6 },
		],
	]);
});

test('a batch that is denied leaves a gap for each source and fact, and the other batches stand', async () => {
	const rows = series(501);
	const { reading, gathered } = readingOf({
		GetMetricData: (ask) =>
			(ask.input.MetricDataQueries as readonly unknown[]).length === 1
				? denied('cloudwatch:GetMetricData')
				: metrics({ 'IncomingBytes /3': [[daysAgo(1), 3]] })(ask),
	});
	const points = await readSeries(reading, rows);
	expect(points.get(rows[3] as Series)).toEqual([{ at: daysAgo(1), value: 3 }]);
	expect(gathered.gaps()).toEqual([
		{
			about: 'arn:500',
			fact: 'change',
			action: 'cloudwatch:GetMetricData',
			why: 'These credentials may not call cloudwatch:GetMetricData.',
			cure: 'Allow it, or the whole read-only policy that `headwater policy` prints, then discover again with --resume.',
		},
	]);
});

test('a series that CloudWatch forbids inside its answer is a gap too', async () => {
	const { reading, gathered } = readingOf({
		GetMetricData: { MetricDataResults: [{ Id: 'q0', StatusCode: 'Forbidden' }] },
	});
	await readSeries(reading, series(1));
	expect(gathered.gaps().map(({ fact, action }) => ({ fact, action }))).toEqual([
		{ fact: 'change', action: 'cloudwatch:GetMetricData' },
	]);
});

test('today is not a whole day; the mean of nothing is unknown', () => {
	const points = [
		{ at: daysAgo(0), value: 100 },
		{ at: daysAgo(1), value: 2 },
		{ at: daysAgo(2), value: 4 },
	];
	expect(mean(wholeDays(points, today))).toBe(3);
	expect(mean(wholeDays(points.slice(0, 1), today))).toBeUndefined();
});
