import type {
	DescribeContinuousBackupsCommandOutput,
	DescribeTableCommandOutput,
	ListTablesCommandOutput,
	TableDescription,
} from '@aws-sdk/client-dynamodb';
import { hours, kibibytes, periods } from '../../facts/units.ts';
import { ask, type Detail, readDetail } from '../reading/ask.ts';
import { atOnce } from '../reading/at-once.ts';
import { describeKey, type Locked, tellKeys } from '../reading/keys.ts';
import { atMostOf, measured, type Stated } from '../reading/measured.ts';
import { getMetricData, mean, readSeries, type Series, wholeDays } from '../reading/metrics.ts';
import { pages } from '../reading/pages.ts';
import { awsPlace, partitionOf } from '../reading/place.ts';
import type { Collector, Metric, Reading } from './collector.ts';

/** The control plane takes 2,500 calls a second, the calls about backups 10. Checked 2026-11-22. */
const controlPlane = { rate: 2500, burst: 2500 } as const;
const listTables = {
	service: 'dynamodb',
	operation: 'ListTables',
	action: 'dynamodb:ListTables',
	...controlPlane,
	answers: 'TableNames',
	why: 'Lists tables.',
} as const;
const describeTable = {
	service: 'dynamodb',
	operation: 'DescribeTable',
	action: 'dynamodb:DescribeTable',
	...controlPlane,
	answers: 'Table',
	why: 'Says how large a table is, how it is encrypted and whether its changes can be read.',
} as const;
const describeBackups = {
	service: 'dynamodb',
	operation: 'DescribeContinuousBackups',
	action: 'dynamodb:DescribeContinuousBackups',
	rate: 10,
	burst: 10,
	answers: 'ContinuousBackupsDescription',
	why: 'Exports need point-in-time recovery.',
} as const;

const written: Metric = {
	namespace: 'AWS/DynamoDB',
	name: 'ConsumedWriteCapacityUnits',
	statistic: 'Sum',
	days: 7,
	why: 'A unit is a write of at most 1 KiB.',
};

/** DynamoDB tables. */
export const dynamodbTable: Collector = {
	title: 'DynamoDB tables',
	family: 'key-value',
	scope: 'region',
	calls: [listTables, describeTable, describeBackups, describeKey, getMetricData],
	metrics: [written],
	async collect(reading) {
		const found: Series[] = [];
		const locked: Locked[] = [];
		const lane = atOnce(80);
		const fetch = (ExclusiveStartTableName: string | undefined) =>
			ask<ListTablesCommandOutput>(reading, listTables, {
				Limit: 100,
				...(ExclusiveStartTableName ? { ExclusiveStartTableName } : {}),
			});
		for await (const { TableNames = [] } of pages(fetch, ({ LastEvaluatedTableName }) => LastEvaluatedTableName)) {
			for (const TableName of TableNames) {
				const id = tell(reading, TableName);
				found.push({ id, metric: written, dimensions: { TableName }, facts: ['change'] });
				await lane.add(() => readDetail(reading, described(reading, locked), { id, input: { TableName } }));
			}
		}
		const keys = lane.done().then(() => tellKeys(reading, locked));
		await Promise.all([keys, readBackups(reading, found), measure(reading, found)]);
	},
};

/** In a lane of their own, since they are slow: tables are described while these wait. */
async function readBackups(reading: Reading, tables: readonly Series[]): Promise<void> {
	const lane = atOnce(5);
	for (const { id, dimensions } of tables) {
		await lane.add(() => readDetail(reading, backedUp, { id, input: dimensions }));
	}
	await lane.done();
}

function tell(reading: Reading, name: string): string {
	const { account, region } = reading;
	const id = `arn:${partitionOf(region)}:dynamodb:${region}:${account}:table/${name}`;
	reading.emit.source({
		id,
		kind: 'dynamodb-table',
		family: 'key-value',
		title: name,
		place: awsPlace(account, region),
		account,
		region,
		facts: measured(always, { by: listTables, reading }),
	});
	return id;
}

/** What every table is: AWS encrypts all of them. */
const always = {
	format: 'items',
	structure: 'semi-structured',
	protocol: 'sdk',
	managed: 'dynamodb',
	engine: 'dynamodb',
	'keys.known': true,
	encrypted: true,
} as const satisfies Stated;

/** What a table says of itself; the key that it names is noted, since its ARN does not say whose it is. */
const described = (reading: Reading, locked: Locked[]): Detail<DescribeTableCommandOutput> => ({
	call: describeTable,
	facts: ['volume', 'rows', 'record.size', 'key', 'changes.readable'],
	read({ Table }) {
		const { TableArn: id, SSEDescription: own } = Table ?? {};
		if (id && own?.Status !== 'DISABLED') locked.push({ id, key: own?.KMSMasterKeyArn });
		return tableFacts(Table, reading.now());
	},
	absent: { ResourceNotFoundException: {} },
});

const backedUp: Detail<DescribeContinuousBackupsCommandOutput> = {
	call: describeBackups,
	facts: ['pitr'],
	read: ({ ContinuousBackupsDescription: backups }) => ({
		pitr: backups?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus === 'ENABLED',
	}),
	absent: { TableNotFoundException: {} },
};

/** AWS counts size and items about every six hours: until then a new table says 0, whatever is in it. */
const countedEvery = hours(6) * 1000;

function tableFacts(table: TableDescription | undefined, now: Date): Stated {
	const { TableSizeBytes: size, ItemCount: items, CreationDateTime: born, SSEDescription: own } = table ?? {};
	const counted = size !== 0 || born === undefined || now.getTime() - born.getTime() > countedEvery;
	return {
		volume: counted ? size : undefined,
		rows: counted ? items : undefined,
		'record.size': size && items ? Math.max(1, size / items) : undefined,
		// Without a KMS key it has the key that AWS owns.
		key: own?.Status === undefined || own.Status === 'DISABLED' ? 'service' : undefined,
		'changes.readable': table?.StreamSpecification?.StreamEnabled === true ? true : undefined,
	};
}

async function measure(reading: Reading, series: readonly Series[]): Promise<void> {
	const points = await readSeries(reading, series);
	const now = reading.now();
	for (const row of series) {
		const units = mean(wholeDays(points.get(row) ?? [], now));
		if (units === undefined) continue;
		const evidence = `cloudwatch ${written.name}, mean of a week`;
		const most = kibibytes(units) / periods.day;
		reading.emit.facts(row.id, atMostOf('change', most, { evidence, at: now.toISOString() }));
	}
}
