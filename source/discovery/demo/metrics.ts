import { gibibytes, gigabytes, kilobytes, megabytes, terabytes } from '../../facts/units.ts';
import { type Answers, first, home, recordedAt } from './recording.ts';

/** One recorded metric: its level at the time of the recording, and by how much it grows a day. */
interface Series {
	readonly region: string;
	readonly namespace: string;
	readonly name: string;
	readonly dimensions: Readonly<Record<string, string>>;
	/** `level`: an average that stands as it is. `flow`: a sum, told for a day. */
	readonly kind: 'level' | 'flow';
	readonly value: number;
	readonly daily: number;
}

const day = 86_400_000;

const bucket = (
	name: string,
	classes: Readonly<Record<string, number>>,
	{ objects, daily = 0, region = home }: { objects: number; daily?: number; region?: string },
): readonly Series[] => {
	const total = Object.values(classes).reduce((sum, bytes) => sum + bytes, 0);
	const common = { region, namespace: 'AWS/S3', kind: 'level' } as const;
	const growing = Object.keys(classes)[0];
	return [
		...Object.entries(classes).map(([StorageType, value]) => ({
			...common,
			name: 'BucketSizeBytes',
			dimensions: { BucketName: name, StorageType },
			value,
			daily: StorageType === growing ? daily : 0,
		})),
		{
			...common,
			name: 'NumberOfObjects',
			dimensions: { BucketName: name, StorageType: 'AllStorageTypes' },
			value: objects,
			daily: (objects * daily) / total,
		},
	];
};

const levels = (
	namespace: string,
	dimensions: Readonly<Record<string, string>>,
	values: Readonly<Record<string, number>>,
): readonly Series[] =>
	Object.entries(values).map(([name, value]) => ({
		region: home,
		namespace,
		name,
		dimensions,
		kind: 'level',
		value,
		daily: 0,
	}));

const flows = (
	namespace: string,
	dimensions: Readonly<Record<string, string>>,
	values: Readonly<Record<string, number>>,
): readonly Series[] => levels(namespace, dimensions, values).map((series) => ({ ...series, kind: 'flow' }));

const database = (id: string, values: Readonly<Record<string, number>>) =>
	levels('AWS/RDS', { DBInstanceIdentifier: id }, values);
const stream = (name: string, bytes: number, records: number) =>
	flows('AWS/Kinesis', { StreamName: name }, { IncomingBytes: bytes, IncomingRecords: records });
const logGroup = (name: string, bytes: number, events: number) =>
	flows('AWS/Logs', { LogGroupName: name }, { IncomingBytes: bytes, IncomingLogEvents: events });

const recorded: readonly Series[] = [
	...bucket(
		'brightmoor-clickstream-archive',
		{ StandardStorage: terabytes(4.1), StandardIAStorage: terabytes(13.9) },
		{ objects: 6_200_000, region: first },
	),
	...bucket(
		'brightmoor-equipment-logs',
		{ StandardStorage: terabytes(6.4) },
		{ objects: 41_700_000, daily: gigabytes(18) },
	),
	...bucket(
		'brightmoor-vpc-flow-logs',
		{ StandardStorage: terabytes(9.2) },
		{ objects: 11_300_000, daily: gigabytes(62) },
	),
	...bucket(
		'brightmoor-org-trail',
		{ StandardStorage: terabytes(1.1) },
		{ objects: 96_000_000, daily: gigabytes(2.4) },
	),
	...bucket(
		'brightmoor-contact-recordings',
		{ StandardStorage: terabytes(3.8) },
		{ objects: 2_900_000, daily: gigabytes(9) },
	),
	...bucket(
		'brightmoor-product-images',
		{ StandardStorage: gigabytes(85) },
		{ objects: 410_000, daily: megabytes(100) },
	),
	...database('orders-prod', {
		FreeStorageSpace: gibibytes(231),
		WriteThroughput: kilobytes(120),
		ReadThroughput: megabytes(4.2),
		CPUUtilization: 46,
	}),
	...database('orders-prod-replica', {
		FreeStorageSpace: gibibytes(231),
		WriteThroughput: kilobytes(118),
		ReadThroughput: megabytes(1.1),
		CPUUtilization: 19,
	}),
	...database('maintenance', {
		FreeStorageSpace: gibibytes(122),
		WriteThroughput: kilobytes(9),
		ReadThroughput: kilobytes(310),
		CPUUtilization: 11,
	}),
	...levels('AWS/RDS', { DBClusterIdentifier: 'cards-prod' }, { VolumeBytesUsed: gigabytes(820) }),
	...levels(
		'AWS/RDS',
		{ DBClusterIdentifier: 'cards-prod', Role: 'WRITER' },
		{
			WriteThroughput: kilobytes(140),
			CPUUtilization: 64,
		},
	),
	...flows(
		'AWS/DynamoDB',
		{ TableName: 'customer-profiles' },
		{
			ConsumedWriteCapacityUnits: 1_900_000,
			ConsumedReadCapacityUnits: 61_000_000,
		},
	),
	...stream('machine-telemetry', gigabytes(86.4), 216_000_000),
	...logGroup('/brightmoor/web/clickstream', gigabytes(21), 26_000_000),
	...logGroup('/brightmoor/web/storefront', gigabytes(6.5), 11_800_000),
	...logGroup('/brightmoor/checkout/api', gigabytes(3.1), 5_400_000),
	...logGroup('/aws/lambda/payment-precheck', gigabytes(0.9), 2_100_000),
];

interface Dimension {
	readonly Name?: string;
	readonly Value?: string;
}
interface Query {
	readonly Id?: string;
	readonly MetricStat?: {
		readonly Metric?: {
			readonly Namespace?: string;
			readonly MetricName?: string;
			readonly Dimensions?: readonly Dimension[];
		};
		readonly Period?: number;
		readonly Stat?: string;
	};
}

/** What CloudWatch answers: which metrics there are, and the values of any window, computed from the recorded levels. */
export const cloudwatch: Answers = {
	ListMetrics: (input, region) => ({
		Metrics: recorded
			.filter((series) => series.region === region && series.namespace === input.Namespace)
			.filter((series) => input.MetricName === undefined || series.name === input.MetricName)
			.map(({ namespace, name, dimensions }) => ({
				Namespace: namespace,
				MetricName: name,
				Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
			})),
	}),
	GetMetricData: ({ MetricDataQueries, StartTime, EndTime }, region) => ({
		MetricDataResults: (MetricDataQueries as readonly Query[]).map(({ Id, MetricStat = {} }) => {
			const series = recorded.find((one) => one.region === region && isOf(one, MetricStat.Metric ?? {}));
			const points = series ? pointsOf(series, MetricStat.Period ?? 60, StartTime as Date, EndTime as Date) : [];
			return {
				Id,
				Label: series?.name ?? Id,
				Timestamps: points.map(([time]) => new Date(time)),
				Values: points.map(([, value]) => value),
				StatusCode: 'Complete',
			};
		}),
		Messages: [],
	}),
};

type Asked = NonNullable<NonNullable<Query['MetricStat']>['Metric']>;

function isOf({ namespace, name, dimensions }: Series, { Namespace, MetricName, Dimensions = [] }: Asked): boolean {
	return (
		namespace === Namespace &&
		name === MetricName &&
		Dimensions.length === Object.keys(dimensions).length &&
		Dimensions.every(({ Name = '', Value }) => dimensions[Name] === Value)
	);
}

const whole = ({ namespace }: Series, level: number): number => (namespace === 'AWS/S3' ? Math.round(level) : level);

/** Shares of an average day, from Sunday on: the shops are closed on Sundays, the web is not. */
const weekdays = [0.86, 1.04, 1.01, 1, 1.02, 1.05, 1.02];

/** The newest point first, as CloudWatch gives them; nothing after the recording. `period` in seconds. */
function pointsOf(series: Series, period: number, start: Date, end: Date): readonly (readonly [number, number])[] {
	const step = period * 1000;
	const until = Math.min(end.getTime(), recordedAt.getTime());
	const points: [number, number][] = [];
	for (let time = Math.ceil(start.getTime() / step) * step; time < until; time += step) {
		const days = (time - recordedAt.getTime()) / day;
		const level = Math.max(0, series.value + series.daily * days);
		const share = ((weekdays[new Date(time).getUTCDay()] ?? 1) * step) / day;
		// CloudWatch counts whole bytes and objects.
		points.push([time, series.kind === 'flow' ? Math.round(level * share) : whole(series, level)]);
	}
	return points.reverse();
}
