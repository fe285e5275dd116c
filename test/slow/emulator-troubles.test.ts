import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { discover, few, found, inIreland, refuse, valuesOf } from '../peers/discovering.ts';
import { type Emulator, emulated, freePort, gapsOf, openEmulator } from '../peers/emulator.ts';
import { seed } from '../peers/seeded.ts';
import { type Asked, openWire, refusal } from '../peers/wire.ts';

const test = emulated();
let emulator: Emulator;
beforeAll(async () => {
	emulator = await openEmulator();
	await seed(emulator.url);
});
afterAll(() => emulator?.close());

test.each([
	['dynamodb', ['dynamodb-table'], ['dynamodb:ListTables']],
	[
		'rds',
		['rds-instance', 'aurora-cluster', 'documentdb-cluster', 'neptune-cluster', 'rds-integration'],
		['rds:DescribeDBInstances', 'rds:DescribeDBClusters', 'rds:DescribeIntegrations'],
	],
	['logs', ['log-group'], ['logs:DescribeLogGroups']],
	['s3', ['s3-bucket'], ['s3:ListAllMyBuckets']],
] as const)(
	'with %s denied the rest is found, the exit code is 1 and the actions are named',
	async (service, kinds, actions) => {
		const { status, stderr, estate } = await discover(emulator.url, refuse(service), { env: inIreland });
		expect(status).toBe(1);
		const gone = kinds.filter((kind) => Object.hasOwn(few, kind)).map((kind) => [kind, []]);
		expect(found(estate())).toEqual({ ...few, ...Object.fromEntries(gone) });
		expect(new Set(gapsOf(estate()).map(({ action }) => action))).toEqual(new Set(actions));
		expect(
			estate()
				.scanned.filter(({ state }) => state === 'denied')
				.map(({ kind }) => kind),
		).toEqual(kinds.toSorted());
		expect(stderr).toContain(`These credentials may not call ${actions.toSorted().join(', ')}.`);
	},
);

test('with CloudWatch denied every source is found; sizes and rates stay open, and the actions are named', async () => {
	const { status, estate } = await discover(emulator.url, refuse('monitoring'), { env: inIreland });
	expect(status).toBe(1);
	expect(found(estate())).toEqual(few);
	expect(valuesOf(estate(), 'clicks-00', 'volume', 'objects')).toEqual({ volume: undefined, objects: undefined });
	expect(new Set(gapsOf(estate()).map(({ fact, action }) => `${fact} ${action}`))).toEqual(
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
		emulator.url,
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
	for (const [kind, titles] of Object.entries(found(estate()))) {
		expect(few[kind as keyof typeof few]).toEqual(expect.arrayContaining([...titles]));
	}
	const unread = estate().scanned.filter(({ state }) => state === 'failed');
	expect(unread.map(({ kind }) => kind)).toContain('dynamodb-table');
	const told = gapsOf(estate()).filter(({ why }) => why === 'The credentials expired while this was read.');
	expect(new Set(told.map(({ about }) => about))).toEqual(
		new Set(unread.map(({ account, region, kind }) => `${account}/${region}/${kind}`)),
	);
	expect(stderr).toContain('The credentials expired while this was read.');
});

test.each([
	['a web page', { status: 200, type: 'text/html', body: '<html><body>Sign in</body></html>' }],
	['nothing', { status: 200, type: 'text/html', body: '' }],
])('%s that says success is told as that, never as "no buckets"', async (_, page) => {
	const { status, stderr, estate } = await discover(
		emulator.url,
		({ service }) => (service === 's3' ? page : undefined),
		{
			env: inIreland,
		},
	);
	expect(status).toBe(1);
	expect(estate().scanned.find(({ kind }) => kind === 's3-bucket')?.state).toBe('failed');
	expect(stderr).toContain('What answered for s3 in eu-west-1 was not AWS');
});

test('throttled calls are made again until all is read', async () => {
	let calls = 0;
	const { status, estate } = await discover(
		emulator.url,
		(asked) => {
			if (asked.operation !== 'DescribeTable') return undefined;
			calls += 1;
			return calls % 2 === 1 ? refusal(asked, 'Throttling', 'Rate exceeded') : undefined;
		},
		{ env: inIreland },
	);
	expect({ status, gaps: gapsOf(estate()) }).toEqual({ status: 0, gaps: [] });
	expect(found(estate())).toEqual(few);
});

test('a service that nobody answers for is a gap, the rest is found', async () => {
	const nowhere = `http://127.0.0.1:${await freePort()}`;
	const { status, estate } = await discover(emulator.url, undefined, {
		env: { ...inIreland, AWS_ENDPOINT_URL_RDS: nowhere },
	});
	expect(status).toBe(1);
	expect(found(estate())).toEqual({ ...few, 'rds-instance': [], 'aurora-cluster': [] });
	expect(
		estate()
			.scanned.filter(({ state }) => state === 'unreachable')
			.map(({ kind }) => kind),
	).toEqual(['aurora-cluster', 'documentdb-cluster', 'neptune-cluster', 'rds-instance', 'rds-integration']);
});

test.each([
	[
		'no credentials',
		{ AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' },
		undefined,
		'headwater: No AWS credentials were found. Looked at: the environment, the profile "default" in /nonexistent/config and /nonexistent/credentials, SSO, no role of this machine (AWS_EC2_METADATA_DISABLED).',
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
	const { status, stdout, stderr, text } = await discover(emulator.url, answer, { env });
	const [banner, first, second, ...more] = stderr.trimEnd().split('\n');
	expect(banner).toMatch(/^Endpoint override active: http/);
	expect({ status, stdout, first, more }).toEqual({ status: 2, stdout: '', first: sentence, more: [] });
	expect(second).toMatch(/\w/);
	expect(text).toThrow('ENOENT');
});

test('a profile that does not exist is named', async () => {
	const { status, stderr } = await discover(emulator.url, undefined, { flags: ['--profile', 'ml-dve'] });
	expect(status).toBe(2);
	expect(stderr).toContain('There is no profile "ml-dve" in /nonexistent/config or /nonexistent/credentials.');
});

test('a service that takes the call and never answers is given up after half a minute', async () => {
	const wire = await openWire(emulator.url, () => 'silence');
	onTestFinished(() => wire.close());
	const started = Date.now();
	const { status, estate } = await discover(emulator.url, undefined, {
		env: { ...inIreland, AWS_ENDPOINT_URL_CLOUDWATCH_LOGS: wire.url },
	});
	expect(status).toBe(1);
	expect(found(estate())).toEqual({ ...few, 'log-group': [] });
	expect(estate().scanned.find(({ kind }) => kind === 'log-group')?.state).toBe('timed-out');
	expect(wire.asked).toHaveLength(3);
	expect(Date.now() - started).toBeLessThan(40_000);
});
