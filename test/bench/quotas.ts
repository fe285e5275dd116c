import { spawn, spawnSync } from 'node:child_process';
import type { DiscoveryEvent } from '../../source/discovery/events.ts';
import type { Row } from './measuring/row.ts';
import { type Standing, scanned, serve } from './measuring/served.ts';
import { median } from './measuring/timing.ts';

const region = 'eu-central-1';
const python = process.env.HEADWATER_PYTHON ?? 'python3';

/** Reading against the quotas of AWS, and against boto3 with threads. */
export async function measure(): Promise<readonly Row[]> {
	return [...(await against(300, 20, 20)), ...(await against(30, 1, 1)), ...(await againstBoto3())];
}

/** Streams that are described one by one, at most so many a second. */
async function against(streams: number, rate: number, burst: number): Promise<readonly Row[]> {
	const operation = 'kinesis:DescribeStreamSummary';
	const aws = await serve({
		regions: [region],
		page: 100,
		counts: { 'kinesis:ListStreams': streams },
		latency: 20,
		quotas: { [operation]: [rate, burst] },
	});
	try {
		const { estate } = await scanned(aws, [region]);
		const { calls, throttled, took } = await aws.tally();
		const known = estate.sources.filter(
			({ kind, facts }) => kind === 'kinesis-stream' && facts.retention !== undefined,
		);
		const title = `${streams} describes, ${rate} a second`;
		const ideal = ((streams - burst) / rate) * 1000;
		const rows: Row[] = [{ title: `${title}: lost`, figure: streams - known.length, unit: '', wanted: 0 }];
		if (rate < 20) return [...rows, { title: `${title}: throttled`, figure: throttled, unit: '' }];
		return [
			...rows,
			{ title: `${title}: throttled`, figure: throttled / (calls[operation] ?? 1), unit: '', wanted: 0.01 },
			{ title: `${title}: time, against the ideal`, figure: (took[operation] ?? 0) / ideal, unit: 'x', wanted: 1.15 },
		];
	} finally {
		aws.close();
	}
}

/** Ends once every table is described: whether it is backed up is asked at 10 a second, which nobody compares. */
async function described(aws: Standing): Promise<void> {
	const enough = new AbortController();
	const known = new Set<string>();
	const take = (event: DiscoveryEvent): void => {
		if (event.type === 'facts' && event.facts.rows !== undefined) known.add(event.id);
		if (known.size === tables) enough.abort();
	};
	await scanned(aws, [region], take, enough.signal);
}

/** Runs a program and waits; nothing else is done meanwhile. */
const run = (program: string, args: readonly string[]): Promise<void> =>
	new Promise((resolve, reject) => {
		const child = spawn(program, args, { stdio: 'inherit' });
		child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}.`))));
	});

const tables = 2000;
const boto3 = `
import boto3, sys
from botocore.config import Config
from concurrent.futures import ThreadPoolExecutor
client = boto3.client('dynamodb', region_name='${region}', endpoint_url=sys.argv[1], aws_access_key_id='AKIDEXAMPLE',
    aws_secret_access_key='x', config=Config(max_pool_connections=50))
names = [name for page in client.get_paginator('list_tables').paginate() for name in page['TableNames']]
with ThreadPoolExecutor(50) as pool:
    list(pool.map(lambda name: client.describe_table(TableName=name), names))
`;

/** How often both do it; they take turns, so that whatever else the machine does meets both. */
const rounds = 3;

/** Tables listed and described by each in turn; only the describes are timed, at the server. */
async function againstBoto3(): Promise<readonly Row[]> {
	if (spawnSync(python, ['-c', 'import boto3']).status !== 0) return [];
	const perSecond = async (read: (aws: Standing) => Promise<void>): Promise<number> => {
		const aws = await serve({ regions: [region], page: 100, counts: { 'dynamodb:ListTables': tables }, latency: 50 });
		try {
			await read(aws);
			const { calls, took } = await aws.tally();
			return ((calls['dynamodb:DescribeTable'] ?? 0) / (took['dynamodb:DescribeTable'] ?? 1)) * 1000;
		} finally {
			aws.close();
		}
	};
	const [own, other]: [number[], number[]] = [[], []];
	for (let round = 0; round < rounds; round += 1) {
		own.push(await perSecond(described));
		other.push(await perSecond(({ url }) => run(python, ['-c', boto3, url])));
	}
	const [ours, theirs] = [median(own), median(other)];
	return [
		{ title: `${tables} tables, 50 ms: described a second`, figure: ours, unit: '' },
		{ title: 'the same with boto3 and 50 threads', figure: theirs, unit: '' },
		{ title: 'ours, against boto3', figure: ours / theirs, unit: 'x', wanted: 1.3, least: true },
	];
}
