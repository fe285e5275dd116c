import { expect, test } from 'vitest';
import { dmsTask } from '../../../source/discovery/collectors/dms-task.ts';
import { rdsInstance } from '../../../source/discovery/collectors/rds-instance.ts';
import { collect, daysAgo, readingOf } from '../../peers/reading.ts';
import { denied, type Table } from '../../peers/table-caller.ts';

const endpoints = [
	{ EndpointArn: 'arn:erp', EngineName: 'sqlserver', ServerName: 'erp.example', Port: 1433, DatabaseName: 'erp' },
	{ EndpointArn: 'arn:shop', EngineName: 'mysql', ServerName: 'shop.c1.eu-central-1.rds.amazonaws.com', Port: 3306 },
	{ EndpointArn: 'arn:lake', EngineName: 's3', S3Settings: { BucketName: 'lake', BucketFolder: 'erp' } },
	{ EndpointArn: 'arn:stream', EngineName: 'kinesis', KinesisSettings: { StreamArn: 'arn:aws:kinesis:taps' } },
	{ EndpointArn: 'arn:dynamo', EngineName: 'dynamodb' },
];
const task = (from: string, to: string, more: object = {}) => ({
	ReplicationTaskArn: `arn:task:${from}-${to}`,
	SourceEndpointArn: `arn:${from}`,
	TargetEndpointArn: `arn:${to}`,
	MigrationType: 'full-load-and-cdc',
	Status: 'running',
	...more,
});
const listing = (...ReplicationTasks: readonly object[]): Table => ({
	DescribeReplicationTasks: { ReplicationTasks },
	DescribeEndpoints: { Endpoints: endpoints },
});
const erp = 'on-premises:123456789012/erp.example:1433/erp';
const shop = 'arn:aws:rds:eu-central-1:123456789012:db:shop';

test('a task is a link from the database to its copy, both by the ids under which they are found', async () => {
	const { links, sources, gaps } = await collect(
		dmsTask,
		listing(task('erp', 'lake'), task('shop', 'stream'), task('erp', 'dynamo')),
	);
	expect({ links, sources, gaps }).toEqual({
		links: [
			{ from: erp, to: 'arn:aws:s3:::lake', by: 'arn:task:erp-lake' },
			{ from: shop, to: 'arn:aws:kinesis:taps', by: 'arn:task:shop-stream' },
			{ from: erp, to: 'arn:dynamo', by: 'arn:task:erp-dynamo' },
		],
		sources: [],
		gaps: [],
	});
});

test('with the endpoints denied the ends keep the names of AWS, and the kind has a gap', async () => {
	const { links, gaps } = await collect(dmsTask, {
		...listing(task('erp', 'lake')),
		DescribeEndpoints: denied('dms:DescribeEndpoints'),
	});
	expect(links.map(({ from, to }) => [from, to])).toEqual([['arn:erp', 'arn:lake']]);
	expect(gaps.map(({ action }) => action)).toEqual(['dms:DescribeEndpoints']);
});

test.each([
	['runs and captures changes', {}, true],
	['stands still', { Status: 'stopped' }, undefined],
	['only loads once', { MigrationType: 'full-load' }, undefined],
])('the changes of a database can be read where a task %s', async (_, more, expected) => {
	const { reading, gathered } = readingOf({
		...listing(task('shop', 'lake', more)),
		DescribeDBInstances: { DBInstances: [{ DBInstanceArn: shop, DBInstanceIdentifier: 'shop', Engine: 'mysql' }] },
		GetMetricData: { MetricDataResults: [] },
	});
	await dmsTask.collect(reading);
	await rdsInstance.collect(reading);
	gathered.settle();
	expect(gathered.sources()[0]?.facts['changes.readable']?.value).toBe(expected);
});

test('without tasks the endpoints are not asked for, and settings never are', async () => {
	const { caller } = await collect(dmsTask, listing());
	expect(caller.asked).toEqual(['eu-central-1 DescribeReplicationTasks']);
	expect(caller.inputsOf('DescribeReplicationTasks')).toEqual([{ MaxRecords: 100, WithoutSettings: true }]);
});

test('a copy that a task made once is as old as its end; one that is kept in step has no age of its own', async () => {
	const stats = (more: object) => ({ ReplicationTaskStats: { StopDate: daysAgo(1), ...more } });
	const { links } = await collect(
		dmsTask,
		listing(
			task('erp', 'lake', {
				MigrationType: 'full-load',
				Status: 'stopped',
				...stats({ FullLoadFinishDate: daysAgo(2) }),
			}),
			task('shop', 'stream', { Status: 'stopped', ...stats({}) }),
			task('erp', 'dynamo', stats({})),
		),
	);
	expect(links.map(({ age }) => age?.value)).toEqual([57 * 3600, 33 * 3600, undefined]);
});
