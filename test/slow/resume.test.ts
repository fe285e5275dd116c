import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Estate } from '../../source/estate/estate.ts';
import { chance } from '../peers/aws/chance.ts';
import type { Seeded } from '../peers/aws/seeded.ts';
import { type Aws, openAws } from '../peers/aws/server.ts';
import { pointedTo } from '../peers/emulator.ts';
import { cli } from '../peers/program.ts';

/** Kills in all, and in one discovery before it may end. */
const kills = Number(process.env.HEADWATER_KILLS ?? 50);
const inOne = 10;
const regions = ['eu-central-1', 'eu-west-1', 'us-east-1'];

/** About 2,400 calls, most of them in two kinds: a cell that is killed in the middle must not begin anew. */
const sizes: Readonly<Record<string, number>> = {
	's3:ListBuckets': 110,
	'dynamodb:ListTables': 25,
	'kinesis:ListStreams': 12,
	'logs:DescribeLogGroups': 40,
	'rds:DescribeDBInstances': 30,
};
const seeded: Seeded = { account: '123456789012', regions, page: 10, count: (listing) => sizes[listing] ?? 3 };

let aws: Aws;
let home: string;
beforeAll(async () => {
	aws = await openAws([seeded], { latency: 20 });
	home = mkdtempSync(join(tmpdir(), 'headwater-resume-'));
});
afterAll(async () => {
	await aws.close();
	rmSync(home, { recursive: true });
});

function start(state: string, ...flags: readonly string[]): { child: ChildProcess; ended: Promise<number | null> } {
	const env = { ...process.env, ...pointedTo(aws.url), XDG_STATE_HOME: join(home, state) };
	const wanted = regions.flatMap((region) => ['--region', region]);
	const child = spawn(process.execPath, [cli, 'discover', ...wanted, '-o', `${state}.json`, ...flags], {
		cwd: home,
		env,
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	child.stderr?.resume();
	return { child, ended: new Promise((resolve) => child.once('exit', (code) => resolve(code))) };
}
const estateOf = (state: string) => JSON.parse(readFileSync(join(home, `${state}.json`), 'utf8')) as Estate;
/** What was found, but for when. */
const timeless = (estate: Estate): string => JSON.stringify(estate).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then');
/** Whose account it is, and whether a region answers, is asked again each time. */
const isOfTheDiscovery = (call: string): boolean => !call.endsWith('sts:GetCallerIdentity');
/** Kills once so many more calls have been answered, or when the program has ended by itself. */
async function killAfter(calls: number, state: string, ...flags: readonly string[]): Promise<boolean> {
	const from = aws.asked.length;
	const { child, ended } = start(state, ...flags);
	let over = false;
	void ended.then(() => {
		over = true;
	});
	while (!over && aws.asked.length - from < calls) await new Promise((resolve) => setTimeout(resolve, 2));
	const killed = child.kill('SIGKILL');
	await ended;
	return killed;
}

test(`${kills} kills in the middle of discoveries: what --resume finds is the truth, nothing is there twice, and hardly a call is repeated`, {
	timeout: 120_000 + kills * 10_000,
}, async () => {
	expect(await start('whole').ended).toBe(0);
	const truth = estateOf('whole');
	const calls = aws.asked.filter(isOfTheDiscovery).length;
	const random = chance(7);
	let repeated = 0;
	let killed = 0;
	for (let round = 0; killed < kills; round += 1) {
		const state = `round-${round}`;
		const from = aws.asked.length;
		for (let nth = 0; nth < inOne; nth += 1) {
			const some = Math.floor((0.3 + random()) * (calls / inOne));
			killed += Number(await killAfter(some, state, ...(nth === 0 ? [] : ['--resume'])));
		}
		expect(await start(state, '--resume').ended, state).toBe(0);
		const estate = estateOf(state);
		expect(timeless(estate), state).toBe(timeless(truth));
		expect(new Set(estate.sources.map(({ id }) => id)).size).toBe(estate.sources.length);
		expect(readdirSync(join(home, state, 'headwater', 'scans')), 'the journal is removed in the end').toEqual([]);
		repeated += aws.asked.slice(from).filter(isOfTheDiscovery).length - calls;
	}
	const share = repeated / (killed * calls);
	process.stdout.write(
		`${killed} kills, ${calls} calls in a discovery, ${repeated} repeated: ${(share * 100).toFixed(2)} % for each kill\n`,
	);
	expect(share).toBeLessThanOrEqual(0.05);
});
