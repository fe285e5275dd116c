import { spawnSync } from 'node:child_process';
import { spawn } from '@lydell/node-pty';

/** Milliseconds from each key of a filter until fzf has told how many lines of a file fit; undefined where there is no fzf. */
export async function fzfKeys(file: string, keys: readonly string[]): Promise<readonly number[] | undefined> {
	if (spawnSync('fzf', ['--version'], { stdio: 'ignore' }).status !== 0) return undefined;
	const { CI: _, NO_COLOR: __, FZF_DEFAULT_OPTS: ___, ...env } = process.env;
	const program = spawn('/bin/sh', ['-c', `exec fzf < '${file}'`], {
		name: 'xterm-256color',
		cols: 100,
		rows: 30,
		env,
	});
	let told: () => void = () => undefined;
	program.onData((chunk) => {
		if (/\d+\/\d+/.test(chunk)) told();
	});
	const next = (): Promise<void> =>
		new Promise((resolve) => {
			told = resolve;
		});
	const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
	await next();
	await pause(1500);
	const times: number[] = [];
	for (const key of keys) {
		const counted = next();
		const began = performance.now();
		program.write(key);
		await Promise.race([counted, pause(1000)]);
		times.push(performance.now() - began);
		await pause(150);
	}
	program.kill('SIGKILL');
	return times;
}
