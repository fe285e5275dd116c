import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { readInventory } from '../../../../source/discovery/importers/inventory/read-inventory.ts';
import type { Estate } from '../../../../source/estate/estate.ts';
import { parseEstate } from '../../../../source/estate/parse-estate.ts';
import { printEstate } from '../../../../source/estate/print-estate.ts';
import { valuesOf } from '../../../peers/reading.ts';

const at = '2026-11-25T09:00:00.000Z';
const account = '123456789012';
const arn = (service: string, rest: string) => `arn:aws:${service}:eu-west-1:${account}:${rest}`;

/** What is made of a file with this text. */
async function reading(text: string, name = 'inventory.json'): Promise<Estate> {
	const folder = mkdtempSync(join(tmpdir(), 'headwater-inventory-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const path = join(folder, name);
	writeFileSync(path, text);
	return readInventory(path, { name, at, onEvent: () => {} });
}
const told = ({ sources }: Estate) => sources.map(({ kind, title, region }) => `${kind} ${title} ${region}`);
const factsOf = ({ sources }: Estate, title: string) => valuesOf(sources.find((one) => one.title === title)?.facts);

const rds = {
	dBInstanceIdentifier: 'orders',
	engine: 'postgres',
	engineVersion: '16.4',
	allocatedStorage: 100,
	storageEncrypted: true,
	publiclyAccessible: false,
	dBClusterIdentifier: null,
	masterUsername: 'canary',
};
const config = (resourceType: string, its: string, configuration: object, more: object = {}) => ({
	arn: its,
	accountId: account,
	awsRegion: 'eu-west-1',
	resourceType,
	configuration,
	configurationItemCaptureTime: '2026-11-20T01:02:03.000Z',
	tags: [{ key: 'Owner', value: 'shop', tag: 'Owner=shop' }],
	...more,
});
const configured = [
	config('AWS::RDS::DBInstance', arn('rds', 'db:orders'), rds),
	config('AWS::RDS::DBInstance', arn('rds', 'db:member'), { ...rds, dBClusterIdentifier: 'cards' }),
	config('AWS::RDS::DBCluster', arn('rds', 'cluster:docs'), { engine: 'docdb', storageEncrypted: false }),
	config('AWS::DynamoDB::Table', arn('dynamodb', 'table/profiles'), { tableSizeBytes: 5_000, itemCount: 12 }),
	config('AWS::EC2::Volume', arn('ec2', 'volume/vol-1'), { size: 8, encrypted: true }),
	config('AWS::IAM::Role', `arn:aws:iam::${account}:role/reader`, {}),
];

test('AWS Config, as its CLI prints the answer of an aggregator: each result a text of its own', async () => {
	const estate = await reading(
		JSON.stringify({ Results: configured.map((one) => JSON.stringify(one)), QueryInfo: {} }),
	);
	expect(told(estate)).toEqual([
		'dynamodb-table profiles eu-west-1',
		'ebs-volume vol-1 eu-west-1',
		'documentdb-cluster docs eu-west-1',
		'rds-instance orders eu-west-1',
	]);
	expect(factsOf(estate, 'orders')).toEqual({
		format: 'rows',
		structure: 'structured',
		protocol: 'jdbc',
		managed: 'rds',
		engine: 'postgresql',
		'engine.version': '16.4',
		encrypted: true,
		public: false,
		owner: 'shop',
		volume: 100 * 2 ** 30,
	});
	const { volume, engine } = estate.sources.find(({ title }) => title === 'orders')?.facts ?? {};
	expect(volume?.between).toEqual([0, 100 * 2 ** 30]);
	expect(engine).toMatchObject({ evidence: 'AWS Config in inventory.json', at: '2026-11-20T01:02:03.000Z' });
	expect(JSON.stringify(estate)).not.toContain('canary');
	expect(parseEstate(printEstate(estate), 'estate.json')).toEqual(estate);
});

test('AWS Config, as its recorder delivers a snapshot', async () => {
	const {
		arn: ARN,
		accountId: awsAccountId,
		...item
	} = config('AWS::Kinesis::Stream', arn('kinesis', 'stream/taps'), {
		RetentionPeriodHours: 48,
	});
	const estate = await reading(JSON.stringify({ configurationItems: [{ ARN, awsAccountId, ...item }] }));
	expect(told(estate)).toEqual(['kinesis-stream taps eu-west-1']);
	expect(factsOf(estate, 'taps')).toMatchObject({ retention: 48 * 3600 });
});

test('Resource Explorer, as its CLI prints it, one record a line: what is there, with its owner', async () => {
	const found = (Arn: string, Region: string, ResourceType: string) =>
		JSON.stringify({
			Arn,
			OwningAccountId: account,
			Region,
			ResourceType,
			Service: ResourceType.split(':')[0],
			LastReportedAt: '2026-11-21T00:00:00.000Z',
			Properties: [{ Name: 'tags', Data: [{ Key: 'owner', Value: 'web' }] }],
		});
	const lines = [
		found('arn:aws:s3:::clicks', 'eu-west-1', 's3:bucket'),
		found(arn('logs', 'log-group:/shop/web'), 'eu-west-1', 'logs:log-group'),
		found(arn('lambda', 'function:f'), 'eu-west-1', 'lambda:function'),
		found(arn('redshift-serverless', 'namespace/n-1'), 'eu-west-1', 'redshift-serverless:namespace'),
	];
	const estate = await reading(`${lines.join('\n')}\n`, 'resources.ndjson');
	expect(told(estate)).toEqual([
		'log-group /shop/web eu-west-1',
		'redshift-namespace n-1 eu-west-1',
		's3-bucket clicks eu-west-1',
	]);
	expect(factsOf(estate, 'clicks')).toEqual({ protocol: 's3', managed: 's3', owner: 'web' });
	expect((await reading(JSON.stringify({ Resources: lines.map((line) => JSON.parse(line)) }))).sources).toHaveLength(3);
});

test('Steampipe, as it prints a table', async () => {
	const common = { account_id: account, partition: 'aws', region: 'eu-west-1', akas: ['x'], tags: { owner: 'web' } };
	const rows = [
		{ ...common, arn: 'arn:aws:s3:::clicks', name: 'clicks', versioning_enabled: true, bucket_policy_is_public: false },
		{ ...common, arn: arn('logs', 'log-group:/shop/web:*'), stored_bytes: 4_000, retention_in_days: 30 },
		{ ...common, arn: arn('elasticfilesystem', 'file-system/fs-1'), size_in_bytes: { Value: 700 }, encrypted: true },
	];
	const estate = await reading(JSON.stringify({ columns: [], rows }));
	expect(told(estate)).toEqual([
		'efs-file-system fs-1 eu-west-1',
		'log-group /shop/web eu-west-1',
		's3-bucket clicks eu-west-1',
	]);
	expect(factsOf(estate, 'clicks')).toMatchObject({ versioned: true, public: false, owner: 'web' });
	expect(factsOf(estate, '/shop/web')).toMatchObject({ volume: 4_000, retention: 30 * 86_400 });
	expect(factsOf(estate, 'fs-1')).toMatchObject({ volume: 700, encrypted: true });
	expect(estate.sources[1]?.id).toBe(arn('logs', 'log-group:/shop/web'));
	expect(estate.places.map(({ id }) => id)).toEqual([`aws:${account}:eu-west-1`]);
	// A list without its columns, as older ones print it.
	expect(told(await reading(JSON.stringify(rows)))).toEqual(told(estate));
});

/** The table aws_rds_instances as CloudQuery's file destination writes it: a column for each field, JSON as text. */
test.each(['snappy', 'zstd'])('CloudQuery, as Parquet packed by %s', async (packing) => {
	const path = fileURLToPath(new URL(`./aws_rds_instances.${packing}.parquet`, import.meta.url));
	const told: string[] = [];
	const estate = await readInventory(path, {
		name: 'aws_rds_instances.parquet',
		at,
		onEvent: (event) => void (event.type === 'source' && told.push(event.source.title)),
	});
	expect(told).toEqual(['orders', 'stock']);
	expect(factsOf(estate, 'orders')).toMatchObject({
		engine: 'postgresql',
		'engine.version': '16.4',
		encrypted: true,
		public: false,
		owner: 'shop',
		volume: 100 * 2 ** 30,
	});
	expect(factsOf(estate, 'stock')).toMatchObject({ engine: 'oracle', encrypted: false, key: 'none', public: true });
	expect(estate.sources.map(({ facts }) => facts.engine)).toEqual([
		expect.objectContaining({ evidence: 'CloudQuery in aws_rds_instances.parquet', at: '2026-11-22T03:04:05.000Z' }),
		expect.objectContaining({ at: '2026-11-22T03:04:05.000Z' }),
	]);
	expect(estate.places.map(({ id }) => id)).toEqual(['aws:123456789012:eu-central-1', 'aws:123456789012:eu-west-1']);
});

test('CloudQuery, as a record a line, and more lines than fit into memory at once', async () => {
	const line = (index: number) =>
		JSON.stringify({
			_cq_id: `${index}`,
			_cq_sync_time: '2026-11-22T00:00:00Z',
			account_id: account,
			region: 'eu-west-1',
			arn: `arn:aws:s3:::bucket-${String(index).padStart(6, '0')}`,
			versioning_status: index % 2 ? 'Enabled' : '',
		});
	const estate = await reading(
		Array.from({ length: 20_000 }, (_, index) => line(index)).join('\n'),
		'aws_s3_buckets.json',
	);
	expect(estate.sources).toHaveLength(20_000);
	expect(factsOf(estate, 'bucket-000001')).toMatchObject({ versioned: true });
	expect(estate.sources[0]?.facts.versioned).toBeUndefined();
});

test.each([
	['no JSON at all', 'name,arn\nclicks,arn:aws:s3:::clicks\n', 'inventory-unlike'],
	['a document that no such tool wrote', '{"hello":1}', 'inventory-unlike'],
	['a list without a record', '[]', 'inventory-unlike'],
	['a list of numbers', '[1,2]', 'inventory-unlike'],
	['one line that is broken', '{"arn":"a","account_id":"1","akas":[]}\n{"arn":\n', 'inventory-unlike'],
])('%s is refused with a sentence', async (_, text, code) => {
	await expect(reading(text)).rejects.toMatchObject({ name: 'HeadwaterError', code });
});

test('a file that is not there is named', async () => {
	await expect(readInventory('/nonexistent/x.json', { name: 'x.json', at, onEvent: () => {} })).rejects.toMatchObject({
		code: 'inventory-missing',
	});
});
