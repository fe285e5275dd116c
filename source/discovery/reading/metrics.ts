import type { GetMetricDataCommandOutput } from '@aws-sdk/client-cloudwatch';
import type { FactKey } from '../../facts/index.ts';
import { periods } from '../../facts/units.ts';
import type { DeclaredCall, Metric, Reading } from '../collectors/collector.ts';
import { ask, tellGaps } from './ask.ts';
import { pages } from './pages.ts';

/** Quota of 50 a second a region: CloudWatch quotas, 2026-11-22. */
export const getMetricData = {
	service: 'cloudwatch',
	operation: 'GetMetricData',
	action: 'cloudwatch:GetMetricData',
	rate: 50,
	burst: 50,
	answers: 'MetricDataResults',
	why: 'Sizes and rates come from the metrics of CloudWatch.',
} as const satisfies DeclaredCall;

/** One row of points: a metric of one source. */
export interface Series {
	/** The source that it tells about. */
	readonly id: string;
	readonly metric: Metric;
	readonly dimensions: Readonly<Record<string, string>>;
	/** The facts that stay unknown without it. */
	readonly facts: readonly FactKey[];
}

/** The value of a day. */
export interface Point {
	/** Start of the day, UTC. */
	readonly at: Date;
	readonly value: number;
}

/** Most queries and most points that one call may ask for: CloudWatch quotas, 2026-11-22. */
const mostQueries = 500;
const mostPoints = 100_800;

/**
The daily points of each series, newest first; none where CloudWatch has none. Metrics live in the region of what they
measure. A batch that is refused becomes a gap for each source and fact in it, and its series have no points.
*/
export async function readSeries(
	reading: Reading,
	series: readonly Series[],
	region = reading.region,
): Promise<ReadonlyMap<Series, readonly Point[]>> {
	const found = new Map<Series, Point[]>();
	await Promise.all(
		batches(series).map(async (batch) => {
			try {
				await readBatch(reading, batch, { region, found });
			} catch (error) {
				const facts = Map.groupBy(batch, ({ id }) => id);
				for (const [id, rows] of facts) {
					const unknown = [...new Set(rows.flatMap((row) => row.facts))];
					tellGaps(reading, { error, call: getMetricData, region, about: [id], facts: unknown });
				}
			}
		}),
	);
	return found;
}

/** As few calls as the quotas allow; series of one length stand together, since a call has one start. */
function batches(series: readonly Series[]): readonly (readonly Series[])[] {
	return [...Map.groupBy(series, ({ metric }) => metric.days)].flatMap(([days, alike]) => {
		const width = Math.max(1, Math.min(mostQueries, Math.floor(mostPoints / (days + 1))));
		return Array.from({ length: Math.ceil(alike.length / width) }, (_, index) =>
			alike.slice(index * width, (index + 1) * width),
		);
	});
}

async function readBatch(
	reading: Reading,
	batch: readonly Series[],
	{ region, found }: { region: string; found: Map<Series, Point[]> },
): Promise<void> {
	const today = Math.floor(reading.now().getTime() / dayLong) * dayLong;
	const input = {
		StartTime: new Date(today - (batch[0]?.metric.days ?? 1) * dayLong),
		EndTime: new Date(today + dayLong),
		ScanBy: 'TimestampDescending',
		MetricDataQueries: batch.map(({ metric, dimensions }, index) => ({
			Id: `q${index}`,
			MetricStat: {
				Metric: {
					Namespace: metric.namespace,
					MetricName: metric.name,
					Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
				},
				Period: periods.day,
				Stat: metric.statistic,
			},
		})),
	};
	const fetch = (NextToken: string | undefined) =>
		ask<GetMetricDataCommandOutput>(reading, getMetricData, NextToken ? { ...input, NextToken } : input, region);
	for await (const page of pages(fetch, ({ NextToken }) => NextToken)) {
		for (const { Id = '', StatusCode, Timestamps = [], Values = [] } of page.MetricDataResults ?? []) {
			const row = batch[Number(Id.slice(1))];
			if (row === undefined) continue;
			if (StatusCode === 'Forbidden') throw Object.assign(new Error('Forbidden'), { name: 'AccessDenied' });
			const points = found.get(row) ?? [];
			for (const [index, at] of Timestamps.entries()) {
				const value = Values[index];
				if (value !== undefined) points.push({ at, value });
			}
			found.set(row, points);
		}
	}
}

const dayLong = periods.day * 1000;

/** Points of days that are over: the sum of today is not whole yet. */
export const wholeDays = (points: readonly Point[], now: Date): readonly Point[] =>
	points.filter(({ at }) => at.getTime() + dayLong <= now.getTime());

/** The mean of the points; undefined where there is none. */
export const mean = (points: readonly Point[]): number | undefined =>
	points.length === 0 ? undefined : points.reduce((sum, { value }) => sum + value, 0) / points.length;
