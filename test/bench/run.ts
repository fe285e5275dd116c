// Ratios to the start of the same Node in the same run, and counts; never a bare clock. `npm run bench`.
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { spawn as openPty } from '@lydell/node-pty';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const rounds = Number(process.env.ROUNDS ?? 15);
const median = (values: readonly number[]): number =>
	values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

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

const rows: (readonly [what: string, measured: string, wanted: string, holds: boolean])[] = [];
const ratio = (what: string, times: readonly number[], yardstick: readonly number[], most: number): void => {
	const value = median(times) / median(yardstick);
	rows.push([what, `${value.toFixed(2)} x`, `<= ${most} x node -e 0`, value <= most]);
};

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
ratio('--version', version, plain, 1.3);
ratio('--help', help, plain, 1.3);
ratio('first interactive frame', frame, inside, 8);

const { ownKnowledge, derive } = await import('../../source/app/derive.ts');
const { noAnswers } = await import('../../source/estate/answers.ts');
const { demoEstate } = await import('../../source/discovery/demo/index.ts');
const [knowledge, estate] = await Promise.all([ownKnowledge('bench'), demoEstate()]);
const planning: number[] = [];
for (let round = 0; round < rounds; round += 1) {
	const began = performance.now();
	derive({ estate, answers: noAnswers }, knowledge, '2026-11-24');
	planning.push(performance.now() - began);
}
rows.push(['planning the demo, first', `${(planning[0] ?? 0).toFixed(1)} ms`, 'told', true]);
rows.push(['planning the demo, again', `${median(planning).toFixed(1)} ms`, '<= 20 ms', median(planning) <= 20]);

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
for (const args of [['--version'], ['--help'], ['plan', '--demo', '--json']]) {
	rows.push([`modules loaded by ${args.join(' ')}`, String((await loadedBy(...args)).length), 'told', true]);
}

for (const [what, measured, wanted, holds] of rows) {
	process.stdout.write(`${holds ? ' ' : '!'} ${what.padEnd(44)} ${measured.padStart(10)}   ${wanted}\n`);
}
process.exitCode = rows.every(([, , , holds]) => holds) ? 0 : 1;
