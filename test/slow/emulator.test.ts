import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { declaredCalls } from '../../source/discovery/policy.ts';
import type { Estate } from '../../source/estate/estate.ts';
import { type Emulator, emulated, freePort, openEmulator, pointedTo } from '../peers/emulator.ts';
import { cli, headwater } from '../peers/program.ts';
import { buckets, canary, databases, ireland, logGroups, seed, tables } from '../peers/seeded.ts';
import { type Answer, type Asked, openWire, refusal } from '../peers/wire.ts';

const test = emulated();
let emulator: Emulator;
beforeAll(async () => {
	emulator = await openEmulator();
	await seed(emulator.url);
});
afterAll(() => emulator?.close());

/** `headwater discover -o estate.json` against an AWS whose answers may be replaced. */
async function discover(
	answer?: (asked: Asked) => Answer | undefined,
	{ flags = [], env = {} }: { flags?: readonly string[]; env?: Readonly<Record<string, string>> } = {},
) {
	const wire = await openWire(emulator.url, answer);
	onTestFinished(() => wire.close());
	const folder = mkdtempSync(join(tmpdir(), 'headwater-emulator-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const ended = await headwater(['discover', '-o', 'estate.json', ...flags], {
		cwd: folder,
		env: { ...pointedTo(wire.url), ...env },
	});
	const text = (): string => readFileSync(join(folder, 'estate.json'), 'utf8');
	return { ...ended, text, estate: () => JSON.parse(text()) as Estate, asked: wire.asked };
}

const titles = ({ sources }: Estate, kind: string) =>
	sources.filter((source) => source.kind === kind).map(({ title }) => title);
const everything = {
	's3-bucket': buckets,
	'rds-instance': databases.toSorted(),
	'aurora-cluster': ['cards'],
	'dynamodb-table': tables,
	'log-group': logGroups.toSorted(),
};
/** The region with few tables, where what goes wrong is tried. */
const few = { 's3-bucket': buckets, ...ireland };
const inIreland = { AWS_REGION: 'eu-west-1' };
const found = (estate: Estate) =>
	Object.fromEntries(Object.keys(everything).map((kind) => [kind, titles(estate, kind).toSorted()]));
const valuesOf = (estate: Estate, title: string, ...facts: readonly string[]) => {
	const source = estate.sources.find((one) => one.title === title);
	return Object.fromEntries(facts.map((fact) => [fact, source?.facts[fact]?.value]));
};

const refuse =
	(service: string, code = 'AccessDenied', message = 'User: arn:aws:iam::123456789012:user/reader is not authorized') =>
	(asked: Asked) =>
		asked.service === service ? refusal(asked, code, message) : undefined;

test('with a whole service denied in the full account the rest is found, and the exit code is 1', async () => {
	const { status, estate } = await discover(refuse('rds'));
	expect({ status, found: found(estate()) }).toEqual({
		status: 1,
		found: { ...everything, 'rds-instance': [], 'aurora-cluster': [] },
	});
});

test('30 buckets, 5 instances, a cluster, 120 tables and 3 log groups are found, and the exit code is 0', async () => {
	const { status, stdout, stderr, estate, text, asked } = await discover();
	expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
	expect(found(estate())).toEqual(everything);
	expect(estate().gaps).toEqual([]);
	expect(stderr).toContain('159 sources found with 465 calls');

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
	expect(overWire.filter((operation) => operation !== 'GET' && !declared.has(operation))).toEqual([]);
	expect(asked.filter(({ service, path }) => service === 's3' && /\/a\.json|list-type/.test(path))).toEqual([]);
	expect(`${text()}${stderr}`).not.toContain(canary);
	expect(`${text()}${stderr}`).not.toMatch(/not-a-secret|AKIDEXAMPLE/);
});

test.each([
	['dynamodb', ['dynamodb-table'], ['dynamodb:ListTables']],
	['rds', ['rds-instance', 'aurora-cluster'], ['rds:DescribeDBInstances', 'rds:DescribeDBClusters']],
	['logs', ['log-group'], ['logs:DescribeLogGroups']],
	['s3', ['s3-bucket'], ['s3:ListAllMyBuckets']],
] as const)(
	'with %s denied the rest is found, the exit code is 1 and the actions are named',
	async (service, kinds, actions) => {
		const { status, stderr, estate } = await discover(refuse(service), { env: inIreland });
		expect(status).toBe(1);
		expect(found(estate())).toEqual({ ...few, ...Object.fromEntries(kinds.map((kind) => [kind, []])) });
		expect(new Set(estate().gaps.map(({ action }) => action))).toEqual(new Set(actions));
		expect(
			estate()
				.scanned.filter(({ state }) => state === 'denied')
				.map(({ kind }) => kind),
		).toEqual(kinds.toSorted());
		for (const action of actions) expect(stderr).toContain(`These credentials may not call ${action}.`);
	},
);

test('with CloudWatch denied every source is found; sizes and rates stay open, and the actions are named', async () => {
	const { status, estate } = await discover(refuse('monitoring'), { env: inIreland });
	expect(status).toBe(1);
	expect(found(estate())).toEqual(few);
	expect(valuesOf(estate(), 'clicks-00', 'volume', 'objects')).toEqual({ volume: undefined, objects: undefined });
	expect(new Set(estate().gaps.map(({ fact, action }) => `${fact} ${action}`))).toEqual(
		new Set([
			'volume cloudwatch:ListMetrics',
			'change cloudwatch:ListMetrics',
			'objects cloudwatch:ListMetrics',
			'volume cloudwatch:GetMetricData',
			'change cloudwatch:GetMetricData',
			'load.share cloudwatch:GetMetricData',
			'records cloudwatch:GetMetricData',
			'record.size cloudwatch:GetMetricData',
		]),
	);
});

test('a token that expires in the middle keeps what was found and says what was not read', async () => {
	let tables = 0;
	const { status, stderr, estate } = await discover(
		(asked) => {
			if (asked.service !== 'dynamodb' || asked.operation !== 'DescribeContinuousBackups') return undefined;
			tables += 1;
			return tables > 1
				? refusal(asked, 'ExpiredToken', 'The security token included in the request is expired')
				: undefined;
		},
		{ env: inIreland },
	);
	expect(status).toBe(1);
	expect(found(estate())).toEqual(few);
	expect(estate().scanned.find(({ kind }) => kind === 'dynamodb-table')?.state).toBe('failed');
	expect(stderr).toContain('The credentials expired while this was read.');
});

test.each([
	['a web page', { status: 200, type: 'text/html', body: '<html><body>Sign in</body></html>' }],
	['nothing', { status: 200, type: 'text/html', body: '' }],
])('%s that says success is told as that, never as "no buckets"', async (_, page) => {
	const { status, stderr, estate } = await discover(({ service }) => (service === 's3' ? page : undefined), {
		env: inIreland,
	});
	expect(status).toBe(1);
	expect(estate().scanned.find(({ kind }) => kind === 's3-bucket')?.state).toBe('failed');
	expect(stderr).toContain('What answered for s3 in eu-west-1 was not AWS');
});

test('throttled calls are made again until all is read', async () => {
	let calls = 0;
	const { status, estate } = await discover(
		(asked) => {
			if (asked.operation !== 'DescribeTable') return undefined;
			calls += 1;
			return calls % 2 === 1 ? refusal(asked, 'Throttling', 'Rate exceeded') : undefined;
		},
		{ env: inIreland },
	);
	expect({ status, gaps: estate().gaps }).toEqual({ status: 0, gaps: [] });
	expect(found(estate())).toEqual(few);
});

test('a service that nobody answers for is a gap, the rest is found', async () => {
	const nowhere = `http://127.0.0.1:${await freePort()}`;
	const { status, estate } = await discover(undefined, { env: { ...inIreland, AWS_ENDPOINT_URL_RDS: nowhere } });
	expect(status).toBe(1);
	expect(found(estate())).toEqual({ ...few, 'rds-instance': [], 'aurora-cluster': [] });
	expect(
		estate()
			.scanned.filter(({ state }) => state === 'unreachable')
			.map(({ kind }) => kind),
	).toEqual(['aurora-cluster', 'rds-instance']);
});

test('regions that are named are read, and what is global only once', async () => {
	const { status, estate } = await discover(undefined, {
		flags: ['--region', 'eu-central-1', '--region', 'eu-west-1'],
	});
	expect(status).toBe(0);
	expect(found(estate())).toEqual(few);
	expect(estate().scanned.map(({ region, kind, state }) => `${region} ${kind} ${state}`)).toEqual([
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

test.each([
	[
		'no credentials',
		{ AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' },
		undefined,
		'headwater: No AWS credentials were found: none in the environment, the shared files, SSO, or a role of this machine.',
	],
	[
		'an expired token',
		{},
		(asked: Asked) => (asked.service === 'sts' ? refusal(asked, 'ExpiredToken', 'expired') : undefined),
		'headwater: The session of these credentials has expired.',
	],
	[
		'an endpoint that nobody answers for',
		{ AWS_ENDPOINT_URL: 'http://127.0.0.1:1' },
		undefined,
		'headwater: sts in us-east-1 cannot be reached: connect ECONNREFUSED 127.0.0.1:1.',
	],
	['no region', { AWS_REGION: '' }, undefined, 'headwater: No AWS region is set.'],
])('%s: one sentence with the way out, exit code 2, nothing written', async (_, env, answer, sentence) => {
	const { status, stdout, stderr, text } = await discover(answer, { env });
	const [first, second, ...more] = stderr.trimEnd().split('\n');
	expect({ status, stdout, first, more }).toEqual({ status: 2, stdout: '', first: sentence, more: [] });
	expect(second).toMatch(/\w/);
	expect(text).toThrow('ENOENT');
});

test('a profile that does not exist is named', async () => {
	const { status, stderr } = await discover(undefined, { flags: ['--profile', 'ml-dve'] });
	expect(status).toBe(2);
	expect(stderr).toContain(
		'The profile "ml-dve" is not in ~/.aws/config or ~/.aws/credentials, or holds no credentials.',
	);
});

test('a service that takes the call and never answers is given up after half a minute', async () => {
	const wire = await openWire(emulator.url, () => 'silence');
	onTestFinished(() => wire.close());
	const started = Date.now();
	const { status, estate } = await discover(undefined, {
		env: { ...inIreland, AWS_ENDPOINT_URL_CLOUDWATCH_LOGS: wire.url },
	});
	expect(status).toBe(1);
	expect(found(estate())).toEqual({ ...few, 'log-group': [] });
	expect(estate().scanned.find(({ kind }) => kind === 'log-group')?.state).toBe('unreachable');
	expect(wire.asked).toHaveLength(3);
	expect(Date.now() - started).toBeLessThan(40_000);
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
			if (told.includes('4/5')) seen();
		});
	});
	const interrupted = Date.now();
	child.kill('SIGINT');
	expect(await ended).toBe(130);
	expect(Date.now() - interrupted).toBeLessThan(1_000);
	const estate = JSON.parse(readFileSync(join(folder, 'estate.json'), 'utf8')) as Estate;
	expect(found(estate)).toEqual(everything);
	expect(estate.gaps).toEqual([
		{
			about: '123456789012/us-east-1/dynamodb-table',
			why: 'The discovery was stopped before this was read.',
			cure: 'Run the discovery again; what was found so far is kept.',
		},
	]);
});
