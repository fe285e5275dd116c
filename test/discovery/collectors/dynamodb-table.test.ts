import { expect, test } from 'vitest';
import { dynamodbTable } from '../../../source/discovery/collectors/dynamodb-table.ts';
import { collect, daysAgo, metrics, valuesOf } from '../../peers/reading.ts';
import { awsError, denied, type Table } from '../../peers/table-caller.ts';

const id = 'arn:aws:dynamodb:eu-central-1:123456789012:table/profiles';
const profiles = {
	TableName: 'profiles',
	TableSizeBytes: 64e9,
	ItemCount: 100e6,
	CreationDateTime: daysAgo(400),
	StreamSpecification: { StreamEnabled: true },
};
const table: Table = {
	ListTables: { TableNames: ['profiles'] },
	DescribeTable: { Table: profiles },
	DescribeContinuousBackups: {
		ContinuousBackupsDescription: { PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'ENABLED' } },
	},
	GetMetricData: { MetricDataResults: [] },
};
const always = {
	format: 'items',
	structure: 'semi-structured',
	protocol: 'sdk',
	managed: 'dynamodb',
	engine: 'dynamodb',
	'keys.known': true,
	encrypted: true,
};

test('a table is told with size, items and what its exports need', async () => {
	const { sources, gaps } = await collect(dynamodbTable, table);
	expect(sources.map(({ facts, ...rest }) => ({ ...rest, facts: valuesOf(facts) }))).toEqual([
		{
			id,
			kind: 'dynamodb-table',
			family: 'key-value',
			title: 'profiles',
			place: 'aws:123456789012:eu-central-1',
			account: '123456789012',
			region: 'eu-central-1',
			facts: {
				...always,
				volume: 64e9,
				rows: 100e6,
				'record.size': 640,
				key: 'service',
				'changes.readable': true,
				pitr: true,
			},
		},
	]);
	expect(gaps).toEqual([]);
});

test('write units bound the changes', async () => {
	const { sources } = await collect(dynamodbTable, {
		...table,
		GetMetricData: metrics({
			'ConsumedWriteCapacityUnits profiles': [
				[daysAgo(0), 5],
				[daysAgo(1), 864_000],
				[daysAgo(2), 1_728_000],
			],
		}),
	});
	expect(sources[0]?.facts.change).toEqual({
		value: 15 * 1024,
		from: 'measured',
		evidence: 'cloudwatch ConsumedWriteCapacityUnits, mean of a week, a bound above',
		at: '2026-11-25T09:00:00.000Z',
		between: [0, 15 * 1024],
	});
});

test.each([
	['a new table that says 0 has not been counted yet', new Date('2026-11-25T05:00:00.000Z'), undefined],
	['an old table that says 0 is empty', daysAgo(2), 0],
])('%s', async (_, CreationDateTime, expected) => {
	const Table = { ...profiles, TableSizeBytes: 0, ItemCount: 0, CreationDateTime };
	const { sources } = await collect(dynamodbTable, { ...table, DescribeTable: { Table } });
	const { volume, rows, 'record.size': size } = valuesOf(sources[0]?.facts);
	expect({ volume, rows, size }).toEqual({ volume: expected, rows: expected, size: undefined });
});

test('whose a KMS key is stays open', async () => {
	const Table = { ...profiles, SSEDescription: { Status: 'ENABLED', SSEType: 'KMS' } };
	const { sources } = await collect(dynamodbTable, { ...table, DescribeTable: { Table } });
	const { encrypted, key } = valuesOf(sources[0]?.facts);
	expect({ encrypted, key }).toEqual({ encrypted: true, key: undefined });
});

test.each([
	['DescribeTable', 'dynamodb:DescribeTable', ['volume', 'rows', 'record.size', 'key', 'changes.readable']],
	['DescribeContinuousBackups', 'dynamodb:DescribeContinuousBackups', ['pitr']],
	['GetMetricData', 'cloudwatch:GetMetricData', ['change']],
])('%s denied: the table is found all the same', async (operation, action, facts) => {
	const { sources, gaps } = await collect(dynamodbTable, { ...table, [operation]: denied(action) });
	expect(sources.map((source) => source.id)).toEqual([id]);
	expect(gaps.map(({ about, fact, action }) => ({ about, fact, action }))).toEqual(
		facts.map((fact) => ({ about: id, fact, action })),
	);
});

test('all pages are read: 120 tables are more than one', async () => {
	const names = Array.from({ length: 120 }, (_, index) => `table-${String(index).padStart(3, '0')}`);
	const { sources, caller } = await collect(dynamodbTable, {
		...table,
		ListTables({ input }) {
			const from = names.indexOf(String(input.ExclusiveStartTableName)) + 1;
			const TableNames = names.slice(from, from + 100);
			return { TableNames, LastEvaluatedTableName: from + 100 < names.length ? TableNames.at(-1) : undefined };
		},
	});
	expect(sources.map(({ title }) => title)).toEqual(names);
	expect(caller.inputsOf('ListTables')).toEqual([{ Limit: 100 }, { Limit: 100, ExclusiveStartTableName: 'table-099' }]);
	expect(caller.inputsOf('DescribeContinuousBackups')).toHaveLength(120);
});

test('a table that is deleted while it is read is no gap', async () => {
	const { gaps } = await collect(dynamodbTable, {
		...table,
		DescribeTable: awsError('ResourceNotFoundException'),
		DescribeContinuousBackups: awsError('TableNotFoundException'),
	});
	expect(gaps).toEqual([]);
});
