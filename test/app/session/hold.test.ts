import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Hold, holdOf } from '../../../source/app/session/hold.ts';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'headwater-hold-'));
});
afterEach(() => rm(folder, { recursive: true }));

const since = '2026-11-24T10:00:00.000Z';
const running = new Set<number>();
/** A process of this machine, or of another one, in which all of `running` are alive. */
const window = (pid: number, host = 'here'): Hold => {
	running.add(pid);
	return holdOf({ pid, host, isAlive: (other) => running.has(other) }, () => new Date(since));
};

test('the second window learns who has the session, and may have it when the first lets go', async () => {
	const [first, second] = [window(1), window(2)];
	expect(await first.take(folder)).toBeUndefined();
	expect(await second.take(folder)).toEqual({ pid: 1, host: 'here', since });
	await second.release();
	expect(await second.holderOf(folder)).toEqual({ pid: 1, host: 'here', since });
	await first.release();
	expect(await second.take(folder)).toBeUndefined();
	expect(await first.holderOf(folder)).toEqual({ pid: 2, host: 'here', since });
});

test('what a process that is gone left behind holds nothing, and neither does a broken file', async () => {
	await window(3).take(folder);
	running.delete(3);
	expect(await window(4).take(folder)).toBeUndefined();
	await writeFile(join(folder, 'open.lock'), '{"pid": 4');
	expect(await window(5).take(folder)).toBeUndefined();
});

test('a process of another machine cannot be asked, and its word counts', async () => {
	await window(6, 'elsewhere').take(folder);
	running.delete(6);
	expect(await window(7).take(folder)).toMatchObject({ pid: 6, host: 'elsewhere' });
});

test('a session that was taken over is refused to the window that had it', async () => {
	const [first, second] = [window(8), window(9)];
	await first.take(folder);
	await second.seize(folder);
	expect(await first.take(folder)).toMatchObject({ pid: 9 });
	await first.release();
	expect(await first.holderOf(folder)).toMatchObject({ pid: 9 });
});

test('of many windows that want a session at once one has it, and nothing is left beside', async () => {
	const all = Array.from({ length: 20 }, (_, index) => window(100 + index));
	const outcomes = await Promise.all(all.map((one) => one.take(folder)));
	expect(outcomes.filter((outcome) => outcome === undefined)).toHaveLength(1);
	expect(await readdir(folder)).toEqual(['open.lock']);
});

test('whoever opens another session lets go of the one before', async () => {
	const one = window(10);
	await one.take(folder);
	const other = await mkdtemp(join(tmpdir(), 'headwater-hold-'));
	await one.take(other);
	expect(await readdir(folder)).toEqual([]);
	expect(await readdir(other)).toEqual(['open.lock']);
	await rm(other, { recursive: true });
});
