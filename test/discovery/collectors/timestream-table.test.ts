import { expect, test } from 'vitest';
import { sortOf } from '../../../source/discovery/clients/fault-signs.ts';
import { timestreamTable } from '../../../source/discovery/collectors/timestream-table.ts';
import { collect, valuesOf } from '../../peers/reading.ts';
import { awsError } from '../../peers/table-caller.ts';

const id = 'arn:aws:timestream:eu-central-1:123456789012:database/plant/table/taps';
const listing = {
	DescribeEndpoints: { Endpoints: [{ Address: 'cell-1.example' }] },
	ListDatabases: { Databases: [{ DatabaseName: 'plant', KmsKeyId: 'alias/aws/timestream' }] },
	ListTables: {
		Tables: [
			{
				Arn: id,
				DatabaseName: 'plant',
				TableName: 'taps',
				RetentionProperties: { MagneticStoreRetentionPeriodInDays: 365 },
			},
		],
	},
};

test('a table is told with how long it keeps data and the key of its database', async () => {
	const { sources, gaps } = await collect(timestreamTable, listing);
	expect(gaps).toEqual([]);
	expect(sources.map(({ id: own, family, title }) => [own, family, title])).toEqual([
		[id, 'time-series', 'plant.taps'],
	]);
	expect(valuesOf(sources[0]?.facts)).toMatchObject({
		engine: 'timestream',
		updates: 'append',
		key: 'aws-managed',
		retention: 365 * 86_400,
	});
});

test('an account without databases is not asked for tables', async () => {
	const { caller } = await collect(timestreamTable, { ...listing, ListDatabases: { Databases: [] } });
	expect(caller.asked).toEqual(['eu-central-1 DescribeEndpoints', 'eu-central-1 ListDatabases']);
});

test('who came after the close is told as not signed up, which is no denial', async () => {
	const closed = awsError(
		'AccessDeniedException',
		'Only existing Timestream for LiveAnalytics customers can access the service.',
		403,
	);
	await expect(collect(timestreamTable, { ...listing, DescribeEndpoints: closed })).rejects.toBe(closed);
	expect(sortOf(closed)).toBe('not-subscribed');
	expect(sortOf(awsError('AccessDeniedException', 'no', 403))).toBe('denied');
});
