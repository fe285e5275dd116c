import { expect, test } from 'vitest';
import { glueJob } from '../../../source/discovery/collectors/glue-job.ts';
import { collect, daysAgo } from '../../peers/reading.ts';
import { denied, type Table } from '../../peers/table-caller.ts';

const job = 'arn:aws:glue:eu-central-1:123456789012:job/nightly';
const table = 'arn:aws:glue:eu-central-1:123456789012:table';
const erp = 'on-premises:123456789012/erp.example:1521/MES';
const running = (more: object): Table => ({
	GetJobs: { Jobs: [{ Name: 'nightly', ...more }] },
	GetConnections: {
		ConnectionList: [
			{
				Name: 'erp',
				ConnectionType: 'JDBC',
				ConnectionProperties: { JDBC_CONNECTION_URL: 'jdbc:oracle:thin:@//erp.example:1521/MES', PASSWORD: 'canary' },
			},
		],
	},
	GetJobRuns: {
		JobRuns: [
			{ JobRunState: 'FAILED', CompletedOn: daysAgo(0) },
			{ JobRunState: 'SUCCEEDED', CompletedOn: daysAgo(1) },
			{ JobRunState: 'SUCCEEDED', CompletedOn: daysAgo(2) },
		],
	},
});
const ends = async (nodes: Readonly<Record<string, object>>) => {
	const { links, gaps } = await collect(glueJob, running({ CodeGenConfigurationNodes: nodes }));
	expect(gaps).toEqual([]);
	return links.map(({ from, to, age }) => [from, to, age?.value]);
};

test.each([
	['paths', { S3ParquetSource: { Paths: ['s3://in/a/', 's3://in/b/'] } }, 'arn:aws:s3:::in'],
	['a table of the catalogue', { CatalogSource: { Database: 'shop', Table: 'orders' } }, `${table}/shop/orders`],
	['a connection', { DirectJDBCSource: { ConnectionName: 'erp', Database: 'x', Table: 'y' } }, erp],
	['a connection within its data', { SnowflakeSource: { Data: { Connection: { Value: 'erp' } } } }, erp],
	['a stream', { DirectKinesisSource: { StreamingOptions: { StreamArn: 'arn:taps' } } }, 'arn:taps'],
])('a visual job that reads %s is a link from it, as old as its last success', async (_, source, from) => {
	const target = { S3GlueParquetTarget: { Path: 's3://out/c/' } };
	expect(await ends({ a: source, b: { ApplyMapping: { Path: 's3://no/' } }, c: target })).toEqual([
		[from, 'arn:aws:s3:::out', 33 * 3600],
	]);
});

test('a script that is given a connection reads it, and where to, only the script knows', async () => {
	const { links } = await collect(glueJob, running({ Connections: { Connections: ['erp', 'network'] } }));
	expect(links.map(({ from, to }) => [from, to])).toEqual([[erp, job]]);
	expect(JSON.stringify(links)).not.toContain('canary');
});

test('a job that names no store is only counted, and its runs are not asked for', async () => {
	const { links, caller } = await collect(glueJob, running({}));
	expect([links, caller.inputsOf('GetJobRuns')]).toEqual([[], []]);
	const none = await collect(glueJob, { GetJobs: { Jobs: [] } });
	expect(none.caller.asked).toEqual(['eu-central-1 GetJobs']);
});

test('denied connections and runs are gaps, and the rest of the links stays', async () => {
	const nodes = { a: { S3CsvSource: { Paths: ['s3://in/'] } }, b: { S3DirectTarget: { Path: 's3://out/' } } };
	const { links, gaps } = await collect(glueJob, {
		...running({ CodeGenConfigurationNodes: nodes }),
		GetConnections: denied('glue:GetConnections'),
		GetJobRuns: denied('glue:GetJobRuns'),
	});
	expect(links).toEqual([{ from: 'arn:aws:s3:::in', to: 'arn:aws:s3:::out', by: job }]);
	expect(gaps.map(({ action }) => action)).toEqual(['glue:GetConnections', 'glue:GetJobRuns']);
});
