import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Caller } from '../../source/discovery/clients/call.ts';
import { collectors } from '../../source/discovery/collectors/index.ts';
import { discover } from '../../source/discovery/discover.ts';
import type { DiscoveryEvent } from '../../source/discovery/events.ts';
import { parseEstate } from '../../source/estate/parse-estate.ts';
import { printEstate } from '../../source/estate/print-estate.ts';
import { today } from '../peers/reading.ts';
import { awsError, denied, type Table, tableCaller } from '../peers/table-caller.ts';
import { wholeAccount as account } from '../peers/whole-account.ts';

const regions = ['eu-central-1', 'us-east-1'];

async function discovering(table: Table, more: { callers?: readonly Caller[]; signal?: AbortSignal } = {}) {
	const events: DiscoveryEvent[] = [];
	const estate = await discover({
		callers: more.callers ?? [tableCaller(table)],
		regions,
		now: () => today,
		signal: more.signal ?? new AbortController().signal,
		onEvent: (event) => events.push(event),
	});
	return { estate, events };
}
const states = ({ scanned }: Awaited<ReturnType<typeof discovering>>['estate']) =>
	scanned.map(({ region, kind, state, found }) => `${region} ${kind} ${state} ${found}`);

test('every kind is read in every region, what is global once; found and empty are told apart', async () => {
	const { estate } = await discovering(account);
	const kinds = Object.keys(collectors).toSorted();
	// A flow and what it reads, a catalogue and its warehouse, a share of each sort.
	const two = ['appflow-flow', 'athena-catalog', 'storage-gateway-share'];
	expect(states(estate)).toEqual([
		...kinds.map((kind) => `eu-central-1 ${kind} ok ${two.includes(kind) ? 2 : 1}`),
		...kinds.filter((kind) => kind !== 's3-bucket').map((kind) => `us-east-1 ${kind} empty 0`),
	]);
	expect(estate.sources.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
		'dynamodb-table arn:aws:dynamodb:eu-central-1:123456789012:table/profiles',
		'ebs-volume arn:aws:ec2:eu-central-1:123456789012:volume/vol-1',
		'elasticache-cluster arn:aws:elasticache:eu-central-1:123456789012:cluster:sessions',
		'efs-file-system arn:aws:elasticfilesystem:eu-central-1:123456789012:file-system/fs-1',
		'opensearch-domain arn:aws:es:eu-central-1:123456789012:domain/texts',
		'fsx-file-system arn:aws:fsx:eu-central-1:123456789012:file-system/fs-2',
		'sitewise-store arn:aws:iotsitewise:eu-central-1:123456789012:storage',
		'kinesis-stream arn:aws:kinesis:eu-central-1:123456789012:stream/telemetry',
		'redshift-cluster arn:aws:redshift:eu-central-1:123456789012:cluster:sales',
		's3-bucket arn:aws:s3:::clicks',
		'aurora-cluster arn:cards',
		'opensearch-collection arn:collection',
		'documentdb-cluster arn:documents',
		's3-directory-bucket arn:fast',
		'feature-group arn:features',
		'neptune-cluster arn:graph',
		'influxdb-instance arn:influx',
		'msk-cluster arn:kafka',
		'memorydb-cluster arn:memory',
		'redshift-namespace arn:namespace',
		'rds-instance arn:orders',
		's3-table-bucket arn:tables',
		'timestream-table arn:taps',
		's3-vector-bucket arn:vectors',
		'data-exchange-entitlement arn:weather',
		'log-group arn:web',
		'glue-connection on-premises:123456789012/db.plant.example:1521/MES',
		'dms-endpoint on-premises:123456789012/erp.example',
		'datasync-location on-premises:123456789012/nfs://filer.example/exports',
		'appflow-flow saas:123456789012/crm',
		'athena-catalog saas:123456789012/sales',
	]);
	const line = { from: 'measured', evidence: 'directconnect:DescribeConnections', at: today.toISOString() };
	expect(estate.places).toEqual([
		{ id: 'aws:123456789012:eu-central-1', title: 'AWS 123456789012, eu-central-1', where: 'aws', facts: {} },
		{ id: 'aws:123456789012:us-east-1', title: 'AWS 123456789012, us-east-1', where: 'aws', facts: {} },
		{
			id: 'on-premises:123456789012',
			title: 'Data centres behind AWS 123456789012',
			where: 'on-premises',
			facts: { bandwidth: { value: 1e9, ...line }, 'link.kind': { value: 'direct-connect', ...line } },
		},
		{ id: 'saas:123456789012', title: 'Services seen from AWS 123456789012', where: 'saas', facts: {} },
	]);
	const short = (id: string) => id.replace(/(arn:.*):eu-central-1:123456789012/, '$1');
	expect(estate.links.map(({ from, to, by }) => `${short(by)}: ${short(from)} to ${short(to)}`)).toEqual([
		'arn:aws:athena:workgroup/analysts: arn:aws:athena:workgroup/analysts to arn:aws:s3:::clicks',
		'arn:aws:ec2:vpc-flow-log/fl-1: arn:aws:ec2:vpc/vpc-1 to arn:aws:s3:::clicks',
		'arn:rule: arn:aws:iot:topic/taps/# to arn:aws:kinesis:stream/telemetry',
		'arn:aws:iotsitewise:storage: arn:aws:iotsitewise:storage to arn:aws:s3:::clicks',
		'arn:aws:glue:table/lake/clicks: arn:aws:s3:::clicks to arn:aws:glue:table/lake/clicks',
		'arn:aws:glue:job/nightly: arn:aws:s3:::clicks to arn:aws:s3:::lake',
		'arn:rds-integration: arn:cards to arn:namespace',
		'arn:zero-etl: arn:crm to arn:lake',
		'arn:features: arn:features to arn:aws:s3:::clicks',
		'arn:redshift-integration: arn:profiles to arn:namespace',
		'arn:aws:firehose:deliverystream/taps: arn:taps-in to arn:aws:s3:::clicks',
		'arn:channel: arn:telemetry to arn:aws:s3:::clicks',
		'arn:topic-channel: arn:topic to arn:aws:s3:::clicks',
		'arn:trail: aws:123456789012:eu-central-1 to arn:aws:s3:::clicks',
		'arn:task: on-premises:123456789012/erp.example to arn:target',
		'arn:share-nfs: on-premises:123456789012/gateway/clicks to arn:aws:s3:::clicks',
		'arn:share-smb: on-premises:123456789012/gateway/office to arn:aws:s3:::clicks',
		'arn:transfer: on-premises:123456789012/nfs://filer.example/exports to arn:bucket',
		'arn:flow: saas:123456789012/crm to arn:aws:s3:::clicks',
		'arn:aws:athena:datacatalog/sales: saas:123456789012/sales to arn:aws:athena:datacatalog/sales',
	]);
	const aged = estate.links.flatMap(({ by, age }) => (age ? [`${short(by)} ${age.value}`] : []));
	expect(aged).toEqual([
		'arn:aws:glue:job/nightly 118800',
		'arn:channel 300',
		'arn:topic-channel 600',
		'arn:flow 205200',
	]);
	expect(estate.gaps).toEqual([]);
});

test('the estate can be printed and read again', async () => {
	const { estate } = await discovering(account);
	expect(parseEstate(printEstate(estate), 'estate.json')).toEqual(estate);
});

test('a service that is denied becomes a state and a gap that names the action; the others are found', async () => {
	const { estate } = await discovering({
		...account,
		DescribeDBInstances: denied('rds:DescribeDBInstances'),
		DescribeDBClusters: denied('rds:DescribeDBClusters'),
	});
	expect(states(estate).filter((state) => !/ok|empty/.test(state))).toEqual([
		'eu-central-1 aurora-cluster denied 0',
		'eu-central-1 rds-instance denied 0',
		'us-east-1 aurora-cluster denied 0',
		'us-east-1 rds-instance denied 0',
	]);
	expect(estate.sources).toHaveLength(29);
	expect(estate.gaps[1]).toEqual({
		about: '123456789012/eu-central-1/rds-instance',
		action: 'rds:DescribeDBInstances',
		why: 'These credentials may not call rds:DescribeDBInstances.',
		cure: 'Allow it, or the whole read-only policy that `headwater policy` prints, then discover again with --resume.',
	});
	expect(estate.gaps.map(({ about }) => about)).toEqual([
		'123456789012/eu-central-1/aurora-cluster',
		'123456789012/eu-central-1/rds-instance',
		'123456789012/us-east-1/aurora-cluster',
		'123456789012/us-east-1/rds-instance',
	]);
});

test.each([
	['denied', denied('logs:DescribeLogGroups'), 'denied'],
	['nobody answers', Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }), 'unreachable'],
	['the region is not enabled', awsError('UnrecognizedClientException'), 'disabled'],
	['the region lacks the service', awsError('UnknownOperationException'), 'unsupported'],
	['the service is not signed up for', awsError('SubscriptionRequiredException'), 'not-subscribed'],
	['a web page that says 200', {}, 'failed'],
	['throttled without end', awsError('ThrottlingException'), 'failed'],
	['a fault of our own', new TypeError('x is not a function'), 'failed'],
])('a list that fails is never "empty": %s', async (_, answer, state) => {
	const { estate } = await discovering({ ...account, DescribeLogGroups: answer });
	expect(estate.scanned.filter(({ kind }) => kind === 'log-group').map((cell) => cell.state)).toEqual([state, state]);
	expect(estate.gaps.map(({ about }) => about)).toEqual([
		'123456789012/eu-central-1/log-group',
		'123456789012/us-east-1/log-group',
	]);
});

test('what was found before a list broke off is kept and counted', async () => {
	const { estate } = await discovering({
		...account,
		DescribeDBInstances: ({ input }) =>
			input.Marker === undefined
				? { DBInstances: [{ DBInstanceArn: 'arn:orders', Engine: 'mysql' }], Marker: 'more' }
				: awsError('ExpiredToken', 'expired', 403),
	});
	expect(estate.scanned.find(({ kind }) => kind === 'rds-instance')).toMatchObject({ state: 'failed', found: 1 });
	expect(estate.sources.map(({ id }) => id)).toContain('arn:orders');
	expect(estate.gaps.find(({ about }) => about === '123456789012/eu-central-1/rds-instance')).toMatchObject({
		why: 'The credentials expired while this was read.',
	});
});

test('a list that leads back to itself ends, and says so', async () => {
	const { estate } = await discovering({
		...account,
		DescribeLogGroups: { logGroups: [{ logGroupArn: 'arn:web', logGroupName: '/web' }], nextToken: 'again' },
	});
	expect(estate.scanned.find(({ kind }) => kind === 'log-group')).toMatchObject({
		state: 'failed',
		found: 1,
		calls: 2,
	});
	expect(estate.gaps[0]?.why).toBe('A list came back to a page that had been read already, so it would never end.');
});

test('events tell the plan first, then each cell from its start to its end, and add up to the estate', async () => {
	const { estate, events } = await discovering(account);
	expect(events[0]).toEqual({
		type: 'planned',
		cells: expect.arrayContaining(estate.scanned.map(({ account, region, kind }) => ({ account, region, kind }))),
	});
	const ended = events.flatMap((event) => (event.type === 'ended' ? [event.cell] : []));
	expect(new Set(ended)).toEqual(new Set(estate.scanned));
	expect(events.filter(({ type }) => type === 'started')).toHaveLength(estate.scanned.length);
	const found = new Map(events.flatMap((event) => (event.type === 'source' ? [[event.source.id, event.source]] : [])));
	for (const event of events) {
		if (event.type !== 'facts') continue;
		const source = found.get(event.id);
		expect(source).toBeDefined();
		if (source) found.set(event.id, { ...source, facts: { ...source.facts, ...event.facts } });
	}
	expect([...found.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(estate.sources);
});

test('the same answers in another order give the same estate, byte for byte', async () => {
	const later = (table: Table, step: number): Table => {
		let turn = 0;
		const delayed = Object.entries(table).map(([operation, row]) => [
			operation,
			async (ask: never) => {
				turn = (turn + step) % 7;
				await new Promise((resolve) => setTimeout(resolve, turn));
				return typeof row === 'function' ? (row as (ask: never) => unknown)(ask) : row;
			},
		]);
		return Object.fromEntries(delayed);
	};
	const denying = { ...account, GetBucketTagging: denied('s3:GetBucketTagging'), ListMetrics: denied('x') };
	const printed = await Promise.all([1, 3, 5].map(async (step) => (await discovering(later(denying, step))).estate));
	expect(new Set(printed.map((estate) => JSON.stringify(estate))).size).toBe(1);
});

test('stopping keeps what was found and says what was not read', async () => {
	const stop = new AbortController();
	const { estate } = await discovering(
		{
			...account,
			DescribeTable: () => {
				stop.abort();
				return { Table: {} };
			},
			DescribeLogGroups: ({ signal }) =>
				new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
		},
		{ signal: stop.signal },
	);
	expect(estate.sources.map(({ title }) => title)).toContain('profiles');
	const logs = estate.scanned.filter(({ kind }) => kind === 'log-group');
	expect(logs.map(({ state }) => state)).toEqual(['failed', 'failed']);
	expect(estate.gaps.find(({ about }) => about === '123456789012/eu-central-1/log-group')).toEqual({
		about: '123456789012/eu-central-1/log-group',
		why: 'The discovery was stopped before this was read.',
		cure: 'Discover again with --resume: what was read is kept, and only the rest is asked for.',
	});
});

test.each([
	['a kind', ['log-group'], (cell: string) => !cell.includes('log-group')],
	['a region', ['us-*'], (cell: string) => !cell.includes('us-east-1')],
	['kinds by a pattern', ['glue-*', 's3-*'], (cell: string) => !/glue-|s3-/.test(cell)],
	['an account', ['123456789012'], () => false],
])('%s that is left out is not asked about', async (_, exclude, stays) => {
	const all = states((await discovering(account)).estate);
	const caller = tableCaller(account);
	const { scanned } = await discover({
		callers: [caller],
		regions,
		now: () => today,
		signal: new AbortController().signal,
		exclude,
	});
	expect(scanned.map(({ region, kind, state, found }) => `${region} ${kind} ${state} ${found}`)).toEqual(
		all.filter(stays),
	);
	if (scanned.length === 0) expect(caller.asked).toEqual([]);
});

test('metrics are told before they are asked for', async () => {
	const { events } = await discovering(account);
	const asked = events.flatMap((event) => (event.type === 'metrics' ? [event.asked] : []));
	expect(asked.length).toBeGreaterThan(10);
	expect(Math.min(...asked)).toBeGreaterThan(0);
});

test('two profiles of one account are read once, two accounts each', async () => {
	const first = tableCaller(account, '111111111111');
	const again = tableCaller(account, '111111111111');
	const second = tableCaller(account, '222222222222');
	const { estate } = await discovering(account, { callers: [first, again, second] });
	expect(again.asked).toEqual([]);
	expect(new Set(estate.scanned.map((cell) => cell.account))).toEqual(new Set(['111111111111', '222222222222']));
	expect(estate.places.map(({ id }) => id)).toEqual([
		'aws:111111111111:eu-central-1',
		'aws:111111111111:us-east-1',
		'aws:222222222222:eu-central-1',
		'aws:222222222222:us-east-1',
		'on-premises:111111111111',
		'on-premises:222222222222',
		'saas:111111111111',
		'saas:222222222222',
	]);
});

test('whatever a caller would allow, only declared reads reach it', async () => {
	const caller = tableCaller(account);
	await discovering(account, { callers: [caller] });
	expect(new Set(caller.asked.map((call) => call.split(' ')[1]))).toEqual(
		new Set(Object.keys(account).map((row) => row.replace(/^.*:| .*$/g, ''))),
	);
});

/** What can go wrong with any call, from refusals to pages that only look like answers. */
const troubles: readonly (readonly [name: string, answer: Error | object])[] = [
	['denied', denied('any:Action')],
	['expired', awsError('ExpiredToken', 'expired', 403)],
	['throttled', awsError('ThrottlingException')],
	['broken off', Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })],
	['down', awsError('ServiceUnavailable', 'down', 503)],
	['unknown operation', awsError('UnknownOperationException')],
	['region not enabled', awsError('InvalidClientTokenId', 'x', 403)],
	['not JSON', new SyntaxError('Unexpected token <  Deserialization error')],
	['empty success', {}],
];
/** Operations whose honest answer may be empty, so that emptiness shows nothing. */
const mayBeEmpty = [
	'GetBucketVersioning',
	'ListFlows',
	'DescribeBuckets',
	'GetFindingStatistics',
	'ListDataSets',
	'ListResources',
	'kafka:ListChannels',
	'glue:DescribeIntegrations',
];

/** Facts of a bucket that another kind states, and which. */
const stated: Readonly<Record<string, string>> = {
	sensitivity: 'macie-session',
	volume: 'macie-session',
	objects: 'macie-session',
	'lake.granted': 'lake-formation-resource',
	'local.use': 'storage-gateway-share',
};

/** Which kind tells a link, by what carries it. */
const carriers: readonly (readonly [RegExp, string])[] = [
	[/deliverystream/, 'firehose-stream'],
	[/flow-log/, 'vpc-flow-log'],
	[/glue.*:job/, 'glue-job'],
	[/glue/, 'glue-table'],
	[/trail/, 'cloudtrail-trail'],
	[/task/, 'dms-task'],
	[/transfer/, 'datasync-task'],
	[/rule/, 'iot-topic-rule'],
	[/rds-integration/, 'rds-integration'],
	[/redshift-integration/, 'redshift-integration'],
	[/zero-etl/, 'glue-integration'],
	[/datacatalog/, 'athena-catalog'],
	[/workgroup/, 'athena-workgroup'],
	[/features/, 'feature-group'],
	[/arn:flow/, 'appflow-flow'],
	[/sitewise/, 'sitewise-store'],
	[/share/, 'storage-gateway-share'],
	[/topic-channel/, 'topic-delivery'],
	[/channel/, 'stream-delivery'],
];

test('whatever goes wrong with whichever call: what is missing is told, and what is called complete is', async () => {
	const { estate: truth } = await discovering(account);
	const operations = Object.keys(account);
	const schedule = fc.array(
		fc.tuple(fc.constantFrom(...operations), fc.constantFrom(...regions), fc.constantFrom(...troubles)),
		{ minLength: 1, maxLength: 6 },
	);
	await fc.assert(
		fc.asyncProperty(schedule, async (wrong) => {
			const table = Object.fromEntries(
				Object.entries(account).map(([operation, row]) => [
					operation,
					(ask: never) => {
						const { region } = ask as { region: string };
						const hit = wrong.find(([at, where]) => at === operation && where === region);
						const harmless = hit?.[2][0] === 'empty success' && mayBeEmpty.includes(operation);
						if (hit && !harmless) return hit[2][1];
						return typeof row === 'function' ? (row as (ask: never) => unknown)(ask) : row;
					},
				]),
			);
			const { estate } = await discovering(table);
			const unread = new Set(estate.gaps.map(({ about, fact = '' }) => `${about} ${fact}`));
			const cellOf = (kind: string, region: string) =>
				estate.scanned.find((cell) => cell.kind === kind && cell.region === region);
			for (const source of truth.sources) {
				const cell = cellOf(source.kind, source.region ?? 'eu-central-1');
				const found = estate.sources.find(({ id }) => id === source.id);
				const whole = cell?.state === 'ok' && !unread.has(`${cell.account}/${cell.region}/${source.kind} `);
				if (!whole) expect(unread).toContain(`${cell?.account}/${cell?.region}/${source.kind} `);
				if (whole) expect(found).toBeDefined();
				for (const [fact, known] of Object.entries(source.facts)) {
					if (found === undefined || !whole || unread.has(`${source.id} ${fact}`)) continue;
					if (unread.has(`123456789012/eu-central-1/${stated[fact]} `)) continue;
					expect({ id: source.id, fact, known: found.facts[fact] }).toEqual({ id: source.id, fact, known });
				}
			}
			const told = new Set(estate.links.map((link) => JSON.stringify(link)));
			for (const link of truth.links) {
				const kind = carriers.find(([sign]) => sign.test(link.by))?.[1];
				const untold = estate.gaps.some(({ about }) => about === link.by);
				if (untold || unread.has(`123456789012/eu-central-1/${kind} `)) continue;
				expect(told).toContain(JSON.stringify(link));
			}
			for (const cell of estate.scanned) {
				if (cell.state !== 'empty') continue;
				expect(truth.sources.filter(({ kind, region }) => kind === cell.kind && region === cell.region)).toEqual([]);
			}
			expect(parseEstate(printEstate(estate), 'estate.json')).toEqual(estate);
		}),
		{ numRuns: 300 },
	);
});
