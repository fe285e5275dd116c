import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { declaredCalls } from '../../source/discovery/policy.ts';
import type { Estate } from '../../source/estate/estate.ts';
import { discover, everything, few, found, refuse, valuesOf } from '../peers/discovering.ts';
import { type Emulator, emulated, gapsOf, openEmulator, pointedTo } from '../peers/emulator.ts';
import { cli } from '../peers/program.ts';
import { canary, seed } from '../peers/seeded.ts';

const test = emulated();
let emulator: Emulator;
beforeAll(async () => {
	emulator = await openEmulator();
	await seed(emulator.url);
});
afterAll(() => emulator?.close());

test('30 buckets, 5 instances, a cluster, 120 tables and 3 log groups are found, and the exit code is 0', async () => {
	const { status, stdout, stderr, estate, text, asked } = await discover(emulator.url);
	expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
	expect(found(estate())).toEqual(everything);
	expect(gapsOf(estate())).toEqual([]);
	expect(stderr).toContain('159 sources found with 543 calls');

	expect(valuesOf(estate(), 'clicks-00', 'volume', 'objects', 'versioned')).toMatchObject({
		objects: 1,
		versioned: false,
	});
	expect(valuesOf(estate(), 'clicks-01', 'versioned')).toEqual({ versioned: true });
	expect(estate().sources.find(({ title }) => title === 'clicks-07')).toMatchObject({
		region: 'eu-central-1',
		place: 'aws:123456789012:eu-central-1',
	});
	expect(valuesOf(estate(), 'orders', 'engine', 'encrypted', 'volume', 'load.share')).toEqual({
		engine: 'postgresql',
		encrypted: true,
		volume: 60 * 2 ** 30,
		'load.share': 0.25,
	});
	expect(valuesOf(estate(), 'billing', 'volume')).toEqual({ volume: 100 * 2 ** 30 });
	// A table that was just made says 0 bytes whatever is in it.
	expect(valuesOf(estate(), 'profiles-000', 'volume', 'pitr')).toEqual({ volume: undefined, pitr: false });
	expect(valuesOf(estate(), '/shop/web', 'retention', 'change', 'records', 'record.size')).toEqual({
		retention: 90 * 86_400,
		change: 100,
		records: 1,
		'record.size': 100,
	});

	// Nothing but declared reads went over the wire, and nothing of what people stored came back.
	const declared = new Set(declaredCalls.map(({ operation }) => operation));
	const overWire = asked.map((one) => (one.service === 's3' ? one.method : one.operation));
	expect(overWire.filter((operation) => !/^GET\b/.test(operation) && !declared.has(operation))).toEqual([]);
	expect(asked.filter(({ service, path }) => service === 's3' && /\/a\.json|list-type/.test(path))).toEqual([]);
	expect(`${text()}${stderr}`).not.toContain(canary);
	expect(`${text()}${stderr}`).not.toMatch(/not-a-secret|AKIDEXAMPLE/);
});

test('with a whole service denied in the full account the rest is found, and the exit code is 1', async () => {
	const { status, stderr, estate } = await discover(emulator.url, refuse('rds'));
	expect({ status, found: found(estate()) }).toEqual({
		status: 1,
		found: { ...everything, 'rds-instance': [], 'aurora-cluster': [] },
	});
	for (const action of ['rds:DescribeDBInstances', 'rds:DescribeDBClusters', 'rds:DescribeIntegrations']) {
		expect(stderr).toMatch(new RegExp(`These credentials may not call .*${action}`));
	}
});

test('regions that are named are read, and what is global only once', async () => {
	const { status, estate } = await discover(emulator.url, undefined, {
		flags: ['--region', 'eu-central-1', '--region', 'eu-west-1'],
	});
	expect(status).toBe(0);
	expect(found(estate())).toEqual(few);
	const full = estate().scanned.filter(({ kind }) => Object.hasOwn(everything, kind));
	expect(full.map(({ region, kind, state }) => `${region} ${kind} ${state}`)).toEqual([
		'eu-central-1 aurora-cluster empty',
		'eu-central-1 dynamodb-table empty',
		'eu-central-1 log-group empty',
		'eu-central-1 rds-instance empty',
		'eu-central-1 s3-bucket ok',
		'eu-west-1 aurora-cluster ok',
		'eu-west-1 dynamodb-table ok',
		'eu-west-1 log-group ok',
		'eu-west-1 rds-instance ok',
	]);
});

test('an interruption ends within a second, keeps what was found and says what was not read', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'headwater-emulator-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const child = spawn(process.execPath, [cli, 'discover', '-o', 'estate.json'], {
		cwd: folder,
		env: { ...process.env, ...pointedTo(emulator.url) },
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
	// The tables are the last to be read, because AWS limits the question about their backups.
	await new Promise<void>((seen) => {
		let told = '';
		child.stderr.on('data', (part: Buffer) => {
			told += part.toString('utf8');
			if (told.includes('49/50')) seen();
		});
	});
	const interrupted = Date.now();
	child.kill('SIGINT');
	expect(await ended).toBe(130);
	expect(Date.now() - interrupted).toBeLessThan(1_000);
	const estate = JSON.parse(readFileSync(join(folder, 'estate.json'), 'utf8')) as Estate;
	expect(found(estate)).toEqual(everything);
	expect(gapsOf(estate)).toEqual([
		{
			about: '123456789012/us-east-1/dynamodb-table',
			why: 'The discovery was stopped before this was read.',
			cure: 'Discover again with --resume: what was read is kept, and only the rest is asked for.',
		},
	]);
});
