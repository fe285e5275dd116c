import type { Collector, Reading } from '../../source/discovery/collectors/collector.ts';
import { gathering } from '../../source/discovery/reading/gathering.ts';
import type { Facts, Gap, Link, Place, Source } from '../../source/estate/estate.ts';
import { type Table, type TableCaller, tableCaller } from './table-caller.ts';

/** The day of all readings in tests. */
export const today = new Date('2026-11-25T09:00:00.000Z');

/** Midnight of a day so many days before the reading. */
export const daysAgo = (days: number): Date => new Date(Date.UTC(2026, 10, 25 - days));

/** A reading of one region, and what it has gathered. */
export function readingOf(table: Table, region = 'eu-central-1') {
	const gathered = gathering(() => {});
	const caller = tableCaller(table);
	const reading: Reading = {
		caller,
		account: caller.account,
		region,
		cell: `${caller.account}/${region}/test`,
		now: () => today,
		signal: new AbortController().signal,
		emit: gathered.emit,
	};
	return { reading, gathered, caller };
}

/** What a collector makes of a table. */
export async function collect(
	collector: Collector,
	table: Table,
	region?: string,
): Promise<{
	sources: readonly Source[];
	places: readonly Place[];
	links: readonly Link[];
	gaps: readonly Gap[];
	caller: TableCaller;
}> {
	const { reading, gathered, caller } = readingOf(table, region);
	await collector.collect(reading);
	gathered.settle();
	const [sources, places] = [gathered.sources(), gathered.places()];
	return { sources, places, links: gathered.links(), gaps: gathered.gaps(), caller };
}

/** Only the values of facts, to be read at a glance. */
export const valuesOf = (facts: Facts | undefined): Readonly<Record<string, unknown>> =>
	Object.fromEntries(Object.entries(facts ?? {}).map(([fact, { value }]) => [fact, value]));

/** Points as CloudWatch gives them for each query: by metric name and the value of one dimension. */
export const metrics =
	(points: Readonly<Record<string, readonly (readonly [at: Date, value: number])[]>>) =>
	({ input }: { input: Readonly<Record<string, unknown>> }) => ({
		MetricDataResults: (input.MetricDataQueries as readonly Query[]).map(({ Id, MetricStat: { Metric } }) => {
			const names = Metric.Dimensions.map(({ Value }) => `${Metric.MetricName} ${Value}`);
			const row = names.map((name) => points[name]).find((found) => found !== undefined) ?? [];
			return {
				Id,
				StatusCode: 'Complete',
				Timestamps: row.map(([at]) => at),
				Values: row.map(([, value]) => value),
			};
		}),
	});

interface Query {
	readonly Id: string;
	readonly MetricStat: {
		readonly Metric: { readonly MetricName: string; readonly Dimensions: readonly { readonly Value: string }[] };
	};
}
