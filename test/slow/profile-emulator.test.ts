import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
	CloudWatchLogsClient,
	CreateLogGroupCommand,
	CreateLogStreamCommand,
	PutLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { CreateTableCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { CreateStreamCommand, KinesisClient, PutRecordCommand } from '@aws-sdk/client-kinesis';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { DuckDBInstance } from '@duckdb/node-api';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { readinessHost } from '../../source/app/session/host-readiness.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import { parseEstate } from '../../source/estate/parse-estate.ts';
import type { Readiness, TableReport } from '../../source/profiling/judging/report.ts';
import { type Emulator, emulated, openEmulator, pointedTo } from '../peers/emulator.ts';
import { headwater } from '../peers/program.ts';
import { openWire } from '../peers/wire.ts';

const test = emulated();
const canary = 'canary-51c3@example.com';
let emulator: Emulator;
let home = '';

const csv = (from: number, count: number): string =>
	`id,mail,ordered_at,amount\n${Array.from({ length: count }, (_, index) => `${from + index},${canary},2026-05-${String(1 + (index % 28)).padStart(2, '0')}T10:00:00Z,${index % 4 === 0 ? '' : index % 97}`).join('\n')}\n`;

beforeAll(async () => {
	home = mkdtempSync(join(tmpdir(), 'headwater-s3-'));
	emulator = await openEmulator();
	const settings = {
		endpoint: emulator.url,
		region: 'us-east-1',
		credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'not-a-secret' },
	};
	const s3 = new S3Client({ ...settings, forcePathStyle: true });
	// What the SDK sends in chunks of its own the emulator mixes up; it takes plain bytes as they are.
	const put = (key: string, body: string | Uint8Array<ArrayBuffer>) =>
		fetch(`${emulator.url}/shop/${key}`, {
			method: 'PUT',
			body,
			headers: {
				'content-type': 'application/octet-stream',
				authorization:
					'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261124/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=none',
			},
		});
	await s3.send(new CreateBucketCommand({ Bucket: 'shop' }));
	await put('orders/day=1/part-0.csv', csv(0, 200_000));
	await put('orders/day=2/part-0.csv', csv(200_000, 500));
	await put('orders/day=3/part-0.csv.gz', gzipSync(csv(300_000, 500)));
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	await connection.run(
		`COPY (SELECT i AS event_id, hash(i) % 7 AS kind, TIMESTAMP '2026-03-01' + to_seconds(i) AS event_time FROM range(20000) t(i)) TO '${home}/events.parquet' (ROW_GROUP_SIZE 20480)`,
	);
	connection.closeSync();
	await put('events/events.parquet', readFileSync(join(home, 'events.parquet')));

	const dynamodb = new DynamoDBClient(settings);
	await dynamodb.send(
		new CreateTableCommand({
			TableName: 'people',
			BillingMode: 'PAY_PER_REQUEST',
			KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
			AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
		}),
	);
	for (let index = 0; index < 300; index += 1) {
		await dynamodb.send(
			new PutItemCommand({
				TableName: 'people',
				Item: {
					id: { S: `p${index}` },
					mail: { S: canary },
					age: { N: String(20 + (index % 50)) },
					seen_at: { S: '2026-05-01T10:00:00Z' },
				},
			}),
		);
	}
	const logs = new CloudWatchLogsClient(settings);
	await logs.send(new CreateLogGroupCommand({ logGroupName: '/shop/web' }));
	await logs.send(new CreateLogStreamCommand({ logGroupName: '/shop/web', logStreamName: 'one' }));
	await logs.send(
		new PutLogEventsCommand({
			logGroupName: '/shop/web',
			logStreamName: 'one',
			logEvents: [{ timestamp: Date.now(), message: JSON.stringify({ user: canary, took: 12 }) }],
		}),
	);
	const kinesis = new KinesisClient({ ...settings, requestHandler: new NodeHttpHandler() });
	await kinesis.send(new CreateStreamCommand({ StreamName: 'clicks', ShardCount: 1 }));
	await kinesis.send(
		new PutRecordCommand({
			StreamName: 'clicks',
			PartitionKey: 'a',
			Data: Buffer.from(JSON.stringify({ user: canary, page: 3 })),
		}),
	);
	await headwater(['discover', '-o', 'estate.json'], { cwd: home, env: pointedTo(emulator.url) });
});
afterAll(async () => {
	await emulator?.close();
	rmSync(home, { recursive: true, force: true });
});

/** A profile through a wire that counts; the report, what went over the wire, and every byte that was written. */
async function profiled(...args: readonly string[]) {
	const wire = await openWire(emulator.url);
	onTestFinished(() => wire.close());
	const ended = await headwater(['profile', '--estate', 'estate.json', '--json', '-o', 'measured.json', ...args], {
		cwd: home,
		env: pointedTo(wire.url),
	});
	const tables = (): readonly TableReport[] =>
		(JSON.parse(ended.stdout) as Readiness).sources.flatMap(({ tables }) => tables);
	return { ...ended, asked: wire.asked, tables };
}
const rowsOf = (tables: readonly TableReport[]) =>
	Object.fromEntries(tables.map(({ figures }) => [`${figures.name} ${figures.format}`, figures.rows]));

test('without a yes nothing goes over the wire', async () => {
	const { status, asked, stderr } = await profiled();
	expect({ status, asked }).toEqual({ status: 2, asked: [] });
	expect(stderr).toContain('shop: names of some objects, and parts of up to 20 of them, 3 MB each at most');
	expect(stderr).toContain('people: items of random segments, for up to 25 read units');
	expect(stderr).not.toContain('clicks');
});

test('objects of S3 are read by ranges, at most 3 MB of each, and told in full', async () => {
	const { status, asked, tables, stdout, stderr } = await profiled('shop', '--yes');
	expect(stderr).not.toContain('Not read');
	expect(rowsOf(tables())).toEqual({ 'orders csv': expect.any(Number), 'events parquet': expect.any(Number) });
	const [events, orders] = tables().toSorted((a, b) => (a.figures.name < b.figures.name ? -1 : 1));
	expect(events?.figures.population).toBe(20_000);
	expect(events?.roles).toMatchObject({ eventTime: 'event_time', keys: expect.arrayContaining(['event_id']) });
	expect(orders?.figures).toMatchObject({ whole: false, files: { count: 4, read: 4 } });
	expect(orders?.figures.population).toBeGreaterThan(190_000);
	const amount = orders?.columns.find(({ column }) => column.name === 'amount');
	expect(amount?.complete.low).toBeLessThanOrEqual(0.75);
	expect(amount?.complete.high).toBeGreaterThanOrEqual(0.75);

	const gets = asked.filter(({ service, method }) => service === 's3' && method === 'GET');
	const bytes = new Map<string, number>();
	for (const { path, range } of gets) {
		const [, from, to] = /bytes=(\d+)-(\d+)/.exec(range) ?? [];
		if (from === undefined) continue;
		const key = path.split('?')[0] ?? '';
		bytes.set(key, (bytes.get(key) ?? 0) + Number(to) - Number(from) + 1);
	}
	expect(bytes.size).toBe(4);
	expect(Math.max(...bytes.values())).toBeLessThanOrEqual(3_000_000);
	expect(asked.every(({ service, method }) => service === 'sts' || method === 'GET')).toBe(true);
	expect(`${stdout}${stderr}${readFileSync(join(home, 'measured.json'), 'utf8')}`).not.toContain('canary');
	expect(status).toBe(0);
});

test('a DynamoDB table is scanned by segments within the read units', async () => {
	const { status, asked, tables, stdout, stderr } = await profiled('people', '--yes');
	expect(status, stderr).toBe(0);
	const [people] = tables();
	expect(people?.figures.rows).toBeGreaterThan(100);
	expect(people?.columns.find(({ column }) => column.name === 'mail')?.personal).toMatchObject([
		{ class: 'e-mail address' },
	]);
	const operations = [...new Set(asked.map(({ operation }) => operation))];
	expect(operations.toSorted()).toEqual(['GetCallerIdentity', 'Scan']);
	for (const { body, operation } of asked)
		if (operation === 'Scan')
			expect(JSON.parse(body)).toMatchObject({ ReturnConsumedCapacity: 'TOTAL', Limit: expect.any(Number) });
	expect(`${stdout}${stderr}`).not.toContain('canary');
});

test('logs and streams are read only by name, a few events each', async () => {
	const { status, tables, stdout, stderr } = await profiled('/shop/web', 'clicks', '--yes');
	expect(status, stderr).toBe(0);
	expect(rowsOf(tables())).toEqual({ '/shop/web ndjson': 1, 'clicks ndjson': 1 });
	expect(`${stdout}${stderr}`).not.toContain('canary');
});

test('the guided session reads the same samples in its thread, of S3 and DynamoDB, after nothing but their offer', async () => {
	const wire = await openWire(emulator.url);
	onTestFinished(() => wire.close());
	const estate = parseEstate(readFileSync(join(home, 'estate.json'), 'utf8'), 'estate.json');
	const env = { ...process.env, ...pointedTo(wire.url) };
	const host = readinessHost({ env, now: () => new Date(), version: '0' }, (path) => path);
	const sources = estate.sources.filter(({ title }) => title === 'shop' || title === 'people');
	const { about, consent } = await host.offer(sources);
	expect(consent.each.join('\n')).toContain('people: items of random segments, for up to 25 read units');
	expect(wire.asked).toEqual([]);
	const request = { estate, about, databases: [], profiles: [], demo: false };
	const readiness = await host.sample(request, noAnswers, () => undefined, new AbortController().signal);
	const tables = readiness.sources.flatMap(({ tables }) => tables);
	expect(Object.keys(rowsOf(tables)).toSorted()).toEqual(['events parquet', 'orders csv', 'people items']);
	expect(readiness.sources.flatMap(({ unread }) => unread)).toEqual([]);
	expect(JSON.stringify(readiness)).not.toContain('canary');
});
