import { expect, onTestFinished } from 'vitest';
import { scanReport } from '../../../source/app/discovering/scan-report.ts';
import { collectors } from '../../../source/discovery/collectors/index.ts';
import { discover } from '../../../source/discovery/discover.ts';
import { scan } from '../../peers/aws/scanning.ts';
import type { Seeded } from '../../peers/aws/seeded.ts';
import { type Aws, openAws, type Weather } from '../../peers/aws/server.ts';
import { machine } from '../../peers/machine.ts';
import { today } from '../../peers/reading.ts';
import { type Table, tableCaller } from '../../peers/table-caller.ts';
import { wholeAccount } from '../../peers/whole-account.ts';

/** The situations of the guide to discovery, in its order and in plain words. */
export const situations = [
	'no credentials anywhere',
	'a profile that is mistyped, in a circle, without its source, with a broken process, or empty',
	'an SSO session that expired or never began',
	'an SSO session that cannot be renewed',
	'SSO that is half set up',
	'a sign-in with aws login that expired or never was',
	'a profile that wants a multi-factor code',
	'keys and a profile both in the environment',
	'a session that expires in the middle',
	'a key that AWS does not know, or a region that is not enabled',
	'a service that may not be read',
	'a policy above the role that forbids',
	'a service that nobody signed up for',
	'calls that AWS keeps limiting',
	'a region that does not exist',
	'a bucket in another region',
	'a clock that is wrong',
	'a proxy that has to be used',
	'a certificate of somebody in between',
	'no network',
	'a region that swallows every call',
	'a login page in place of AWS',
	'connections that break',
	'an endpoint in place of AWS',
	'empty and repeated pages',
] as const;
type Situation = (typeof situations)[number];

/** What is run in a situation, and what has to be printed. */
export interface Row {
	readonly situation: Situation;
	/** Which of its forms. */
	readonly form: string;
	/** Gives what was printed, and the exit code where the program itself ran. */
	readonly happens: () => Promise<Printed>;
	readonly cause: RegExp;
	readonly fix: RegExp;
	readonly worked: RegExp;
	readonly status?: number;
}

export interface Printed {
	readonly text: string;
	readonly status?: number | null;
}

export const region = 'eu-central-1';
const seeded: Seeded = { account: '123456789012', regions: [region], count: () => 2, page: 2 };
export const keys = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'not-a-secret', AWS_REGION: region };
/** What keeps a reading short: databases, log groups and tables are enough to see what else was read. */
const few = ['rds-instance', 'log-group', 'dynamodb-table'];

/** The options that leave out all else. */
export const only = (): readonly string[] =>
	Object.keys(collectors).flatMap((kind) => (few.includes(kind) ? [] : ['--exclude', kind]));

/** The built program on an account of two things of a few kinds in which something goes wrong. */
export async function account(weather: Weather, args = only()): Promise<Printed> {
	const { url } = await aws(weather);
	return program(args, { ...keys, AWS_ENDPOINT_URL: url });
}

/** What is printed of an account in memory, with one thing of every kind, in which a table of things goes wrong, and how many sources were lost. */
export async function inMemory(wrong: Table): Promise<Printed> {
	const read = (table: Table) =>
		discover({
			callers: [tableCaller({ ...wholeAccount, ...table })],
			regions: [region],
			now: () => today,
			signal: new AbortController().signal,
		});
	const [whole, estate] = [await read({}), await read(wrong)];
	return { text: `${scanReport(estate, 'estate.json')}Lost: ${whole.sources.length - estate.sources.length}` };
}

/** A situation in which one list is struck by an error in memory, beside one thing of every other kind, which is all read. */
export const inOne = (situation: Situation, form: string, error: Error, cause: RegExp, fix: RegExp): Row => ({
	situation,
	form,
	happens: () => inMemory({ DescribeLogGroups: error }),
	cause,
	fix,
	worked: /\nLost: 1$/,
});

/** An AWS of ours that is there until the test is over, and asked for nothing that discovery may not ask. */
export async function aws(weather: Weather = {}, of: Seeded = seeded): Promise<Aws> {
	const opened = await openAws([of], weather);
	onTestFinished(async () => {
		expect(opened.refused).toEqual([]);
		await opened.close();
	});
	return opened;
}

/** The built program on a computer with these files in its home; everything that it printed. */
export async function program(
	args: readonly string[],
	env: Readonly<Record<string, string>> = {},
	files: Readonly<Record<string, string>> = {},
): Promise<Printed> {
	const { status, stdout, stderr } = await machine(files).run(['discover', '-o', 'estate.json', ...args], env);
	expect(stderr).not.toMatch(/\n\s+at |\(node:|aws-sdk/);
	return { text: stdout + stderr, status };
}

/** A profile that cannot be opened, beside a folder that can be read. */
export const besideFolder = (
	profile: string,
	config: string,
	more: Readonly<Record<string, string>> = {},
	env: Readonly<Record<string, string>> = {},
): Promise<Printed> =>
	program(
		['--profile', profile, '--folder', 'data'],
		{ AWS_REGION: region, ...env },
		{ '.aws/config': config, 'data/orders.csv': 'id,amount\n1,2\n', ...more },
	);

/** What is printed once the account was read by the clients, whose pacing is quicker here than the program's. */
export async function clients(weather: Weather, of: Seeded = seeded): Promise<Printed> {
	const { url } = await aws(weather, of);
	const { estate } = await scan(url, of);
	return { text: scanReport(estate, 'estate.json') };
}
