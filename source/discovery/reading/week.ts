import type { Metric, Reading } from '../collectors/collector.ts';
import { atMostOf, factsOf, type Stated } from './measured.ts';
import { mean, type Point, type Series, wholeDays } from './metrics.ts';

type Points = ReadonlyMap<Series, readonly Point[]>;

/** The mean of a series over the whole days that were read; undefined without any. */
export const meanOf = (reading: Reading, points: Points, series: Series): number | undefined =>
	mean(wholeDays(points.get(series) ?? [], reading.now()));

/** The newest point of a series; undefined without any. */
export const newestOf = (points: Points, series: Series): Point | undefined => points.get(series)?.[0];

/** How metrics that were added up or averaged over a week show a fact. */
const weekOf = (...metrics: readonly Metric[]): string =>
	`cloudwatch ${metrics.map(({ name }) => name).join(' by ')}, mean of a week`;

/** Hands over what a week of metrics shows of a source. */
export const tellWeek = (reading: Reading, id: string, stated: Stated, ...metrics: readonly Metric[]): void =>
	reading.emit.facts(id, factsOf(stated, weekOf(...metrics), reading.now().toISOString()));

/** Hands over changes that are at most what a week of metrics shows, in bytes a second. */
export const tellChangeAtMost = (reading: Reading, id: string, bytes: number, metric: Metric): void =>
	reading.emit.facts(id, atMostOf('change', bytes, { evidence: weekOf(metric), at: reading.now().toISOString() }));
