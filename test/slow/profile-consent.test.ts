import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { folderOf } from '../peers/profiling.ts';
import { cli, headwater, run } from '../peers/program.ts';
import { needs } from '../templates/needs.ts';

const test = needs('strace', 'strace', '-V');

/** Files below the data folder that the program opened, as the kernel saw it. */
async function opened(cwd: string, ...args: readonly string[]): Promise<readonly string[]> {
	const trace = join(cwd, 'trace');
	await run(
		'strace',
		[
			'-f',
			'-qq',
			'-e',
			'trace=open,openat,openat2,mmap',
			'-o',
			trace,
			process.execPath,
			cli,
			'profile',
			'--estate',
			'estate.json',
			...args,
		],
		{ cwd },
	);
	return readFileSync(trace, 'utf8')
		.split('\n')
		.filter((line) => /open/.test(line) && line.includes('.csv') && !line.includes('ENOENT'));
}

test('without a yes no file of a source is opened, and with one only those that were announced', async () => {
	expect(spawnSync('strace', ['-V']).status).toBe(0);
	const cwd = await folderOf({ 'data/orders.csv': 'id,amount\n1,2\n', 'data/other/people.csv': 'id,name\n1,a\n' });
	await headwater(['discover', '--folder', 'data', '-o', 'estate.json'], { cwd });
	expect(await opened(cwd)).toEqual([]);
	const some = await opened(cwd, 'orders*', '--yes');
	expect(some.length).toBeGreaterThan(0);
	expect(some.filter((line) => !line.includes('orders.csv'))).toEqual([]);
});
