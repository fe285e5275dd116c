import type { Metric, Reading } from '../collectors/collector.ts';
import { atMostOf, factsOf, type Stated } from './measured.ts';
import { mean, type Point, type Series, wholeDays } from './metrics.ts';

/** What every relational database of AWS is. */
export const relational = { format: 'rows', structure: 'structured', protocol: 'jdbc' } as const satisfies Stated;

/** How busy a database was. */
export const processor: Metric = {
	namespace: 'AWS/RDS',
	name: 'CPUUtilization',
	statistic: 'Average',
	days: 7,
	why: 'The mean of a week shows whether reads for training would get in the way.',
};

/** What a database wrote to its disks. */
export const writes: Metric = {
	namespace: 'AWS/RDS',
	name: 'WriteThroughput',
	statistic: 'Average',
	days: 7,
	why: 'Bytes written to disk are at least the bytes of changed rows.',
};

/** The two series of a database: its load and its writes. */
export const loadSeries = (id: string, dimensions: Series['dimensions']): readonly [Series, Series] => [
	{ id, metric: processor, dimensions, facts: ['load.share'] },
	{ id, metric: writes, dimensions, facts: ['change'] },
];

/** Hands over load (mean of the week) and changes (at most what was written). */
export function tellLoad(
	reading: Reading,
	[load, written]: readonly [Series, Series],
	points: ReadonlyMap<Series, readonly Point[]>,
): void {
	const at = reading.now().toISOString();
	const week = (series: Series) => mean(wholeDays(points.get(series) ?? [], reading.now()));
	const percent = week(load);
	if (percent !== undefined) {
		const share = Math.min(1, percent / 100);
		reading.emit.facts(load.id, factsOf({ 'load.share': share }, `cloudwatch ${load.metric.name}, mean of a week`, at));
	}
	const bytes = week(written);
	if (bytes !== undefined) {
		const evidence = `cloudwatch ${written.metric.name}, mean of a week`;
		reading.emit.facts(written.id, atMostOf('change', bytes, { evidence, at }));
	}
}
