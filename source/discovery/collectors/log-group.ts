import type { DescribeLogGroupsCommandOutput, LogGroup } from '@aws-sdk/client-cloudwatch-logs';
import { days, months } from '../../facts/units.ts';
import { ask } from '../reading/ask.ts';
import { factsOf, measured, type Stated } from '../reading/measured.ts';
import { getMetricData, mean, readSeries, type Series, wholeDays } from '../reading/metrics.ts';
import { pages } from '../reading/pages.ts';
import { awsPlace } from '../reading/place.ts';
import type { Collector, Metric, Reading } from './collector.ts';

/** 5 a second in the older quota tables, 10 in newer ones; the careful one. Checked 2026-11-22. */
const describeLogGroups = {
	service: 'logs',
	operation: 'DescribeLogGroups',
	action: 'logs:DescribeLogGroups',
	rate: 5,
	burst: 5,
	answers: 'logGroups',
	why: 'Lists log groups with stored bytes, retention and key.',
} as const;

const bytes: Metric = {
	namespace: 'AWS/Logs',
	name: 'IncomingBytes',
	statistic: 'Sum',
	days: 7,
	why: 'What arrives a day, before compression.',
};
const events: Metric = {
	namespace: 'AWS/Logs',
	name: 'IncomingLogEvents',
	statistic: 'Sum',
	days: 7,
	why: 'How many events arrive a day, and so how large one is.',
};

/** Log groups of CloudWatch Logs. The list says all but the rates: there is never a call for each group. */
export const logGroup: Collector = {
	title: 'CloudWatch log groups',
	family: 'log',
	scope: 'region',
	calls: [describeLogGroups, getMetricData],
	metrics: [bytes, events],
	async collect(reading) {
		const found: Row[] = [];
		const fetch = (nextToken: string | undefined) =>
			ask<DescribeLogGroupsCommandOutput>(reading, describeLogGroups, {
				limit: 50,
				...(nextToken ? { nextToken } : {}),
			});
		for await (const { logGroups = [] } of pages(fetch, ({ nextToken }) => nextToken)) {
			for (const group of logGroups) found.push(tell(reading, group));
		}
		await measure(reading, found);
	},
};

/** Both rates of one group. */
interface Row {
	readonly id: string;
	readonly bytes: Series;
	readonly events: Series;
}

function tell(reading: Reading, group: LogGroup): Row {
	const { account, region } = reading;
	const { logGroupName: LogGroupName = '' } = group;
	const id = group.logGroupArn ?? (group.arn ?? '').replace(/:\*$/, '');
	reading.emit.source({
		id,
		kind: 'log-group',
		family: 'log',
		title: LogGroupName,
		place: awsPlace(account, region),
		account,
		region,
		facts: measured(stated(group), { by: describeLogGroups, reading }),
	});
	const dimensions = { LogGroupName };
	return {
		id,
		bytes: { id, metric: bytes, dimensions, facts: ['change', 'record.size'] },
		events: { id, metric: events, dimensions, facts: ['records'] },
	};
}

/** Every log group is encrypted; it has no `aws/…` key, so that a key named is the customer's. No retention means for ever. */
const stated = ({ storedBytes, retentionInDays, kmsKeyId }: LogGroup): Stated => ({
	volume: storedBytes,
	format: 'log',
	structure: 'semi-structured',
	updates: 'append',
	'event.time': true,
	managed: 'logs',
	protocol: 'api',
	retention: retentionInDays === undefined ? months(1200) : days(retentionInDays),
	encrypted: true,
	key: kmsKeyId === undefined ? 'service' : 'customer',
});

async function measure(reading: Reading, rows: readonly Row[]): Promise<void> {
	const points = await readSeries(
		reading,
		rows.flatMap((row) => [row.bytes, row.events]),
	);
	const now = reading.now();
	const aDay = (series: Series) => mean(wholeDays(points.get(series) ?? [], now));
	for (const row of rows) {
		const [arrived, many] = [aDay(row.bytes), aDay(row.events)];
		const tellRate = (stated: Stated, by: string) =>
			reading.emit.facts(row.id, factsOf(stated, `cloudwatch ${by}, mean of a week`, now.toISOString()));
		if (arrived !== undefined) tellRate({ change: arrived / days(1) }, bytes.name);
		if (many !== undefined) tellRate({ records: many / days(1) }, events.name);
		if (arrived && many) tellRate({ 'record.size': Math.max(1, arrived / many) }, `${bytes.name} by ${events.name}`);
	}
}
