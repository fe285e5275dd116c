import { expect, test } from 'vitest';
import { glueTable } from '../../../source/discovery/collectors/glue-table.ts';
import { s3Bucket } from '../../../source/discovery/collectors/s3-bucket.ts';
import { collect, readingOf, valuesOf } from '../../peers/reading.ts';
import { awsError, denied, type Table } from '../../peers/table-caller.ts';

const at = (Location: string, more: object = {}) => ({ Name: 'events', StorageDescriptor: { Location }, ...more });
const listing = (...TableList: readonly object[]): Table => ({
	GetDatabases: { DatabaseList: [{ Name: 'lake' }] },
	GetTables: { TableList },
});
const id = 'arn:aws:glue:eu-central-1:123456789012:table/lake/events';

test.each([
	['s3://clicks/events/', 'arn:aws:s3:::clicks'],
	['s3a://clicks', 'arn:aws:s3:::clicks'],
])('a table at %s is a link from its bucket', async (location, from) => {
	const { links, sources, gaps } = await collect(glueTable, listing(at(location)));
	expect({ links, sources, gaps }).toEqual({ links: [{ from, to: id, by: id }], sources: [], gaps: [] });
});

test('a table that lies elsewhere, or stands for one of another account, is no link', async () => {
	const tables = [at('hdfs://node/a'), at(''), { Name: 'view' }, at('s3://clicks/', { TargetTable: { Name: 'x' } })];
	expect((await collect(glueTable, listing(...tables))).links).toEqual([]);
});

/** A bucket, and what tables say of it. */
async function bucketWith(...tables: readonly object[]) {
	const { reading, gathered } = readingOf({
		...listing(...tables),
		ListBuckets: { Buckets: [{ Name: 'clicks', BucketRegion: 'eu-central-1' }] },
		ListMetrics: { Metrics: [] },
		GetBucketEncryption: awsError('NoSuchBucket'),
		GetBucketVersioning: awsError('NoSuchBucket'),
		GetBucketLifecycleConfiguration: awsError('NoSuchBucket'),
		GetBucketTagging: awsError('NoSuchBucket'),
		GetPublicAccessBlock: awsError('NoSuchBucket'),
	});
	await glueTable.collect(reading);
	await s3Bucket.collect(reading);
	gathered.settle();
	return valuesOf(gathered.sources()[0]?.facts);
}
const own = { protocol: 's3', managed: 's3' };
const called = (classification: string) => ({ Parameters: { classification } });

test.each([
	['parquet', 'parquet', 'structured'],
	['csv', 'csv', 'structured'],
	['json', 'json', 'semi-structured'],
])('a table of %s that fills a bucket alone says what the bucket holds', async (name, format, structure) => {
	expect(await bucketWith(at('s3://clicks/', called(name)))).toEqual({ ...own, format, structure });
});

test('the class that reads a table tells its format too, and an Iceberg table is one', async () => {
	const InputFormat = 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat';
	const table = {
		Name: 'a',
		Parameters: { table_type: 'ICEBERG' },
		StorageDescriptor: { Location: 's3://clicks', InputFormat },
	};
	expect(await bucketWith(table)).toMatchObject({ format: 'parquet', 'structure.iceberg': true });
});

test('a table below a prefix says nothing of its bucket, and two that differ neither', async () => {
	expect(await bucketWith(at('s3://clicks/a/', called('parquet')))).toEqual(own);
	expect(await bucketWith(at('s3://clicks/', called('parquet')), at('s3://clicks/', called('csv')))).toEqual({
		...own,
		structure: 'structured',
	});
});

test('a database that is denied is a gap of the kind, one that stands for another is not read', async () => {
	const { links, gaps, caller } = await collect(glueTable, {
		GetDatabases: { DatabaseList: [{ Name: 'shut' }, { Name: 'lake' }, { Name: 'x', TargetDatabase: {} }] },
		GetTables: ({ input }) =>
			input.DatabaseName === 'shut' ? denied('glue:GetTables') : { TableList: [at('s3://clicks/')] },
	});
	expect(links).toHaveLength(1);
	expect(gaps.map(({ about, action }) => [about, action])).toEqual([
		['123456789012/eu-central-1/test', 'glue:GetTables'],
	]);
	expect(caller.inputsOf('GetTables').map(({ DatabaseName }) => DatabaseName)).toEqual(['shut', 'lake']);
});
