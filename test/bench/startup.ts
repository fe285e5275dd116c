import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { spawn as openPty } from '@lydell/node-pty';
import type { Row } from './measuring/row.ts';
import { median } from './measuring/timing.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** How fast the program is there: against `node -e 0` in the same run, and modules loaded. */
export async function measure(rounds: number): Promise<readonly Row[]> {
	const plain: number[] = [];
	const version: number[] = [];
	const help: number[] = [];
	const inside: number[] = [];
	const frame: number[] = [];
	for (let round = 0; round < rounds; round += 1) {
		plain.push(untilEnd('-e', '0'));
		version.push(untilEnd(cli, '--version'));
		help.push(untilEnd(cli, '--help'));
		inside.push(await inTerminal(['-e', '0']));
		frame.push(await inTerminal([cli, '--demo'], /❯/));
	}
	const ratio = (title: string, times: readonly number[], yardstick: readonly number[], wanted: number): Row => ({
		title: `${title}, against node -e 0`,
		figure: median(times) / median(yardstick),
		unit: 'x',
		wanted,
	});
	const loaded = [['--version'], ['--help'], ['plan', '--demo', '--json']].map(
		async (args): Promise<Row> => ({
			title: `modules loaded by ${args.join(' ')}`,
			figure: (await loadedBy(...args)).length,
			unit: 'files',
		}),
	);
	return [
		ratio('--version', version, plain, 1.3),
		ratio('--help', help, plain, 1.3),
		ratio('first interactive frame', frame, inside, 8),
		...(await Promise.all(loaded)),
	];
}

/** Milliseconds until a program without a terminal has ended. */
function untilEnd(...args: string[]): number {
	const began = performance.now();
	const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
	if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
	return performance.now() - began;
}

/** Milliseconds until a program in a pseudo-terminal has printed what is wanted (or has ended, if nothing is). */
function inTerminal(args: string[], wanted?: RegExp): Promise<number> {
	const { CI: _, NO_COLOR: __, ...env } = process.env;
	return new Promise((resolve, reject) => {
		const began = performance.now();
		const program = openPty(process.execPath, args, { name: 'xterm-256color', cols: 100, rows: 30, env });
		let shown = '';
		program.onData((chunk) => {
			shown += chunk;
			if (!wanted?.test(shown)) return;
			resolve(performance.now() - began);
			program.kill('SIGKILL');
		});
		program.onExit(({ exitCode }) => {
			if (!wanted) resolve(performance.now() - began);
			else reject(new Error(`ended with ${exitCode} before it showed ${wanted}`));
		});
	});
}

/** Modules that a command loads, by a hook in the process itself. */
function loadedBy(...args: string[]): Promise<readonly string[]> {
	const hook = `data:text/javascript,import{registerHooks}from'node:module';import{writeSync}from'node:fs';registerHooks({load(url,context,next){writeSync(3,url+'\\n');return next(url,context)}});`;
	return new Promise((resolve) => {
		const child = spawn(process.execPath, ['--import', hook, cli, ...args], {
			stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
		});
		let text = '';
		child.stdio[3]?.on('data', (chunk) => {
			text += chunk;
		});
		child.on('close', () => resolve(text.split('\n').filter((url) => url.startsWith('file:'))));
	});
}
