import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import type { test } from 'vitest';
import type { Estate, Gap } from '../../source/estate/estate.ts';
import { needed } from './needed.ts';
import { type Asked, openWire, refusal } from './wire.ts';

/** An AWS on this machine: moto's server, empty, on a port of its own, behind a wire that says of what it lacks what AWS would. */
export interface Emulator {
	readonly url: string;
	close(): Promise<void>;
}

/** Tests that need the emulator: skipped by name where it is not installed, failed in CI. */
export function emulated(): typeof test {
	return needed('moto_server', spawnSync('moto_server', ['--help'], { stdio: 'ignore' }).status === 0);
}

/** Starts an emulator and waits until it answers; 60 seconds at most. */
export async function openEmulator(): Promise<Emulator> {
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const process = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
	const close = () => ended(process);
	const until = Date.now() + 60_000;
	while (!(await answers(`${url}/moto-api/`))) {
		if (process.exitCode !== null || Date.now() > until) {
			await close();
			throw new Error(`moto_server does not answer on ${url}.`);
		}
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
	// It tells the status of Macie with dates that nobody can read.
	const lacking = (asked: Asked) =>
		asked.service === 'macie2' ? refusal(asked, 'UnknownOperation', 'not there') : undefined;
	const wire = await openWire(url, lacking);
	return { url: wire.url, close: () => wire.close().then(close) };
}

/** The gaps of an estate but for what the emulator lacks. */
export const gapsOf = ({ gaps }: Pick<Estate, 'gaps'>): readonly Gap[] =>
	gaps.filter(({ why }) => !/^The endpoint that answers for \S+ does not know /.test(why));

/** What points the program, or a client of the SDK, to an AWS of ours; nothing of the machine's own set-up is left. */
export const pointedTo = (url: string): Readonly<Record<string, string>> => ({
	AWS_ENDPOINT_URL: url,
	AWS_REGION: 'us-east-1',
	AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
	AWS_SECRET_ACCESS_KEY: 'not-a-secret',
	AWS_EC2_METADATA_DISABLED: 'true',
	AWS_CONFIG_FILE: '/nonexistent/config',
	AWS_SHARED_CREDENTIALS_FILE: '/nonexistent/credentials',
});

const answers = (url: string): Promise<boolean> =>
	fetch(url).then(
		({ ok }) => ok,
		() => false,
	);

function ended(process: ChildProcess): Promise<void> {
	if (process.exitCode !== null || process.signalCode !== null) return Promise.resolve();
	return new Promise((resolve) => {
		process.once('exit', () => resolve());
		process.kill();
	});
}

/** A port that nobody uses now. */
export function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer().on('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}
