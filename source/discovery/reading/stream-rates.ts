import { periods } from '../../facts/units.ts';
import type { Metric, Reading } from '../collectors/collector.ts';
import { readSeries, type Series } from './metrics.ts';
import { meanOf, tellWeek } from './week.ts';

/** The two metrics of what arrives in a stream: bytes and records, summed up a day. */
export interface RateMetrics {
	readonly bytes: Metric;
	readonly records: Metric;
}

/** What arrives in each stream, as the mean of a week: bytes and records a second, and so how large a record is. */
export async function measureStreams(
	reading: Reading,
	{ bytes, records }: RateMetrics,
	streams: readonly { readonly id: string; readonly dimensions: Series['dimensions'] }[],
): Promise<void> {
	const rows = streams.map(({ id, dimensions }) => ({
		id,
		arrived: { id, metric: bytes, dimensions, facts: ['change', 'record.size'] } satisfies Series,
		many: { id, metric: records, dimensions, facts: ['records'] } satisfies Series,
	}));
	const points = await readSeries(
		reading,
		rows.flatMap(({ arrived, many }) => [arrived, many]),
	);
	for (const { id, ...row } of rows) {
		const [arrived, many] = [meanOf(reading, points, row.arrived), meanOf(reading, points, row.many)];
		if (arrived !== undefined) tellWeek(reading, id, { change: arrived / periods.day }, bytes);
		if (many !== undefined) tellWeek(reading, id, { records: many / periods.day }, records);
		if (arrived && many) tellWeek(reading, id, { 'record.size': Math.max(1, arrived / many) }, bytes, records);
	}
}
