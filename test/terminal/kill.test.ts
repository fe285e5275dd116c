import { spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cli } from '../peers/program.ts';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'headwater-kill-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** CI kills a hundred times, a person's own run fewer; HEADWATER_KILLS=1000 repeats what a release is held to. */
const kills = Number(process.env.HEADWATER_KILLS ?? (process.env.CI ? 100 : 30));
const saving = fileURLToPath(new URL('../peers/saving.ts', import.meta.url));

/** Starts a program, kills it so many milliseconds after it first said something that is wanted, and tells all it said. */
function killed(args: readonly string[], wanted: RegExp, after: number, input = ''): Promise<string> {
	return new Promise((resolve, reject) => {
		const env = { ...process.env, HOME: folder, XDG_STATE_HOME: folder };
		const child = spawn(process.execPath, args, { cwd: folder, env, stdio: ['pipe', 'pipe', 'inherit'] });
		let said = '';
		let isKilled = false;
		child.stdin.on('error', () => undefined);
		child.stdin.write(input);
		child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
			said += chunk;
			if (isKilled || !wanted.test(said)) return;
			isKilled = true;
			setTimeout(() => child.kill('SIGKILL'), after);
		});
		child.on('close', (code, signal) => {
			if (signal === 'SIGKILL') resolve(said);
			else reject(new Error(`It ended by itself with ${code}. It said:\n${said}`));
		});
	});
}

const last = (said: string, word: string): number =>
	Number(said.match(new RegExp(`(?<=${word} )\\d+`, 'g'))?.at(-1) ?? 0);

/** Chains of runs beside one another; in each, a run takes up what the run before it left. */
const chains = 4;

async function chain(home: string): Promise<void> {
	let known = 0;
	for (let run = 0; run < kills / chains; run += 1) {
		const said = await killed([saving, home], /saved/, Math.random() * 40);
		const start = last(said.split('\n')[0] ?? '', 'ready');
		// What was opened is what the run before had saved, or was about to.
		expect(start).toBeGreaterThanOrEqual(known);
		known = last(said, 'saved');
		expect(last(said, 'says')).toBeGreaterThanOrEqual(known);
	}
	const end = await killed([saving, home], /ready/, 0);
	expect(last(end, 'ready')).toBeGreaterThanOrEqual(known);
	const names = await readdir(join(home, 'session'));
	// The last run may have been killed while it saved, too; what the runs before it left is gone.
	expect(names.filter((name) => name.endsWith('.part')).length).toBeLessThanOrEqual(1);
}

test(`after each of ${kills} kills at random moments of saving, the newest or the previous answer is there and nothing is left beside`, async () => {
	const homes = Array.from({ length: chains }, (_, index) => join(folder, `chain-${index}`));
	await Promise.all(homes.map(async (home) => mkdir(home).then(() => chain(home))));
}, 3_000_000);

test(`after each of ${kills / 10} kills of the program itself while it is answered, it opens with an answer that was given`, async () => {
	const lines = ['', '', ...Array.from({ length: 400 }, (_, index) => `volume\n${index + 1} TB`), ''].join('\n');
	for (let run = 0; run < kills / 10; run += 1) {
		const session = join(folder, `session-${run}`);
		const args = [cli, '--linear', '--demo', '--session', session];
		const said = await killed(args, /Volume: 1 TB/, Math.random() * 150, lines);
		const given = said.match(/(?<=Volume: )[\d.]+ [TP]B(?=, for)/g) ?? [];
		const { stdout } = spawnSync(process.execPath, args, { cwd: folder, input: '', encoding: 'utf8' });
		const shown = /^1\. .*volume ([\d.]+ [TP]B)/m.exec(stdout)?.[1];
		const next = given.length + 1 < 1000 ? `${given.length + 1} TB` : '1 PB';
		expect([given.at(-1), next]).toContain(shown);
		expect((await readdir(session)).toSorted()).toEqual(['answers.yaml', 'estate.json', 'session.json']);
	}
}, 3_000_000);
