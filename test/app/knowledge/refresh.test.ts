import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newerLifecycle, newerPrices } from '../../../source/app/knowledge/refresh.ts';
import { withLifecycle, withPrices } from '../../../source/app/knowledge/refreshed.ts';
import { ownKnowledge } from '../../../source/app/session/derive.ts';
import type { ServiceRecord } from '../../../source/catalog/record.ts';
import { priceSelectors } from '../../../source/discovery/registers/price-selectors.ts';
import { recordedHealth } from '../../peers/health.ts';

const recorded = fileURLToPath(new URL('../../discovery/registers/recorded', import.meta.url));
const today = '2026-11-22';
const own = await ownKnowledge('test');
const given = { region: 'us-east-1', cwd: '/', today, signal: new AbortController().signal };
let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'headwater-refresh-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('newer prices', () => {
	test('are those of the first units that cost something, in the unit of our book', async () => {
		const { prices } = JSON.parse((await newerPrices(own.catalog, { ...given, from: recorded })).text);
		const dollars = (key: string) => prices[key]?.dollars;
		expect(dollars('s3.standard')).toBe(0.023);
		expect(dollars('s3.get')).toBe(0.00042);
		expect(dollars('kinesis.put-units')).toBe(0.014);
		expect(dollars('cloudwatch.ingested')).toBe(0.5);
		expect(dollars('kms.requests')).toBe(3);
		expect(dollars('firehose.delivered')).toBe(0.029);
		expect(dollars('glue.dpu')).toBe(0.44);
	});

	test('leave out what the list names twice or not at all, and say so', async () => {
		const { text, says } = await newerPrices(own.catalog, { ...given, from: recorded });
		const { prices, missing } = JSON.parse(text);
		expect(prices).not.toHaveProperty('kinesis.on-demand-in');
		expect(missing).toEqual(expect.arrayContaining(['kinesis.on-demand-in', 'vpn.connection', 'datasync.basic']));
		expect(says).toMatch(/^21 prices of us-east-1 were read, 1 of them changed; /);
		expect(says).toMatch(/several prices of kinesis\.on-demand-in, so that none was taken/);
	});

	test('are planned with, and what the list lacks stays', async () => {
		const { text } = await newerPrices(own.catalog, { ...given, from: recorded });
		const { catalog, hash } = withPrices(own, { file: 'prices.json', text });
		const book = catalog.prices['us-east-1'];
		expect(book?.asOf).toBe(today);
		expect(book?.prices['s3.get']).toMatchObject({ dollars: 0.00042, checked: today, sure: true });
		expect(book?.prices['datasync.basic']).toEqual(own.catalog.prices['us-east-1']?.prices['datasync.basic']);
		expect(hash).not.toBe(own.hash);
	});

	test('of a region without a book begin with ours, marked as taken from there', async () => {
		const text = JSON.stringify({
			version: 1,
			region: 'eu-west-1',
			asOf: today,
			prices: { 'glue.dpu': { title: 'DPU', dollars: 0.44, per: 'hour', source: 'list', checked: today, sure: true } },
		});
		const book = withPrices(own, { file: 'prices.json', text }).catalog.prices['eu-west-1'];
		expect(book?.prices['glue.dpu']?.sure).toBe(true);
		expect(book?.prices['s3.standard']).toMatchObject({
			sure: false,
			source: 'price of us-east-1, taken where there is none',
		});
	});

	test('come over the wire in pieces as they come from a folder', async () => {
		const server = createServer(async (request, response) => {
			const file = await readFile(join(recorded, request.url ?? '')).catch(() => undefined);
			if (!file) return response.writeHead(404).end();
			for (let at = 0; at < file.length; at += 97) response.write(file.subarray(at, at + 97));
			return response.end();
		});
		await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
		const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		try {
			const wire = await newerPrices(own.catalog, { ...given, from: root });
			expect(wire.text).toBe((await newerPrices(own.catalog, { ...given, from: recorded })).text);
			await expect(newerPrices(own.catalog, { ...given, from: root, region: 'mars-1' })).rejects.toThrow(
				/it answers 404/,
			);
		} finally {
			server.close();
		}
	});

	test('are looked for under keys that our books hold', () => {
		const keys = Object.keys(own.catalog.prices['us-east-1']?.prices ?? {});
		expect(priceSelectors.map(({ key }) => key).filter((key) => !keys.includes(key))).toEqual([]);
	});

	test('a broken book is refused with its place', () => {
		const text = JSON.stringify({
			version: 1,
			region: 'x',
			asOf: today,
			prices: { a: { title: 'A', dollars: '1', per: 'hour' } },
		});
		expect(() => withPrices(own, { file: 'prices.json', text })).toThrow(
			'prices.json: prices.a.dollars: a number is wanted here.',
		);
	});
});

describe('a newer register of lifecycles', () => {
	const answer = {
		serviceLifecycles: [
			{
				service: 'SNOWBALL',
				title: 'AWS Snowball Edge',
				lifecycleEvents: [
					{ date: '2025-11-07', lifecycleEventType: 'maintenance', description: 'closed to new customers' },
					{ date: '2027-06-30', lifecycleEventType: 'end-of-support', description: 'support ends' },
				],
			},
			{
				service: 'APPFLOW',
				title: 'Amazon AppFlow',
				lifecycleEvents: [{ date: 1_795_000_000, lifecycleEventType: 'MAINTENANCE', description: 'no new customers' }],
			},
			{ service: 'LAMBDA', title: 'Python 3.9 Lambda Runtime', version: 'python3.9', lifecycleEvents: [] },
		],
	};
	const notAsked = () => Promise.reject(new Error('AWS Health was asked.'));
	const read = async (text: string) => {
		const from = join(folder, 'health.json');
		await writeFile(from, text);
		return newerLifecycle(own.catalog, { from, cwd: '/', today: '2026-12-01', ask: notAsked });
	};

	test('closes what AWS closes, and keeps what our record knows of the way on', async () => {
		const { text, says } = await read(JSON.stringify(answer));
		expect(says).toMatch(/^2 services of the catalogue were found in the register; 1 other entries/);
		const services: Readonly<Record<string, ServiceRecord>> = withLifecycle(own, { file: 'lifecycle.json', text })
			.catalog.services;
		expect(services.appflow?.availability).toMatchObject({ state: 'closed to new customers', on: '2026-11-18' });
		expect(services.snowball?.availability).toMatchObject({
			state: 'closed to new customers',
			on: '2025-11-07',
			existing: 'customer.snowball',
			instead: ['datasync', 'data-transfer-terminal', 'partner-import'],
		});
		expect(services.dms?.availability.state).toBe('open');
	});

	test('comes from AWS Health itself where no file is named, and is the same', async () => {
		const ask = async () => recordedHealth().flatMap(({ serviceLifecycles }) => serviceLifecycles);
		const asked = await newerLifecycle(own.catalog, { from: undefined, cwd: '/', today: '2026-12-01', ask });
		const { text, says } = await read(JSON.stringify(recordedHealth()));
		expect(asked).toEqual({ text, says });
		expect(JSON.parse(text).services).toMatchObject({ snowball: { on: '2025-11-07' }, appflow: { on: '2026-11-18' } });
	});

	test('a file that holds none is refused with the way to one', async () => {
		await expect(read('{}')).rejects.toMatchObject({
			message: expect.stringMatching(/holds no answer of AWS Health/),
			wayOut: expect.stringMatching(/aws health describe-service-lifecycle/),
		});
	});
});
