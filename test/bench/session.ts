import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveSession } from '../../source/app/session/keep-session.ts';
import { newSession } from '../../source/app/session/new-session.ts';
import { reduce } from '../../source/app/session/reduce.ts';
import { facts } from '../../source/facts/index.ts';
import { largeEstate } from '../peers/large-account.ts';
import { fzfKeys } from './measuring/fzf.ts';
import { today } from './measuring/own.ts';
import type { Row } from './measuring/row.ts';
import { median, quantile, yardstick } from './measuring/timing.ts';
import { openWatched, type Watched } from './measuring/watched.ts';

const scope = { demo: true, profiles: [], regions: [], folders: [], declared: [] };
const down = '\u001b[B';

/** The session in a pseudo-terminal with 100,000 sources: keys to frames, bytes, memory. */
export async function measure(rounds: number): Promise<readonly Row[]> {
	const home = mkdtempSync(join(tmpdir(), 'headwater-bench-'));
	try {
		const estate = largeEstate(100_000);
		const begun = newSession(join(home, 'large'), 'Large', scope, `${today}T00:00:00Z`);
		const session = reduce(reduce(begun, { type: 'found', estate }), { type: 'go', stage: 'sources' });
		await saveSession(session, undefined, facts);
		const lines = estate.sources.map(({ title, kind, place, region = '' }) => `${title} ${kind} ${place} ${region}\n`);
		writeFileSync(join(home, 'lines'), lines.join(''));
		return await onScreen(home, session.id, rounds);
	} finally {
		rmSync(home, { recursive: true });
	}
}

async function onScreen(home: string, folder: string, rounds: number): Promise<readonly Row[]> {
	const plain: number[] = [];
	const first: number[] = [];
	const large: number[] = [];
	const bytes: number[] = [];
	for (let round = 0; round < Math.min(rounds, 7); round += 1) {
		plain.push(await until(openWatched(['-e', 'process.stdout.write("x")'], home, false), /x/));
		const small = openWatched([], home);
		first.push(await small.firstByte);
		bytes.push(await until(small, /❯/));
		large.push(await until(openWatched(['--session', folder], home), /100,?000 sources/));
	}
	const at = openWatched(['--session', folder], home);
	await at.shown(/100,?000 sources/);
	// A key waits until the session has been read.
	const read = at.frame();
	at.write(down);
	await read;
	await at.quiet();
	const arrows = await keysOn(
		at,
		Array.from({ length: 60 }, () => down),
	);
	const memory = memoryOf(at.pid);
	const frames = await repeated(at, 100);
	at.write('/');
	await at.quiet();
	// Thousands of sources fit it to the end: a list that is empty costs nothing.
	const word = [...'payments-object-0'];
	const typed = await keysOn(at, word);
	at.end();
	const fzf = await fzfKeys(join(home, 'lines'), word);
	const narrow = openWatched(['--session', folder], home, true, { columns: 80, rows: 11 });
	// Until the session has been read its notice stands where the keys are told.
	await narrow.looks((lines) => lines.at(-1)?.includes('/ filter') === true);
	await narrow.quiet();
	const line = await keysOn(
		narrow,
		Array.from({ length: 3 }, () => down),
	);
	narrow.end();
	return [
		{
			title: 'first byte, against node -e in the same terminal',
			figure: median(first) / median(plain),
			unit: 'x',
			wanted: 2,
		},
		{ title: 'first interactive frame, against the same', figure: median(bytes) / median(plain), unit: 'x', wanted: 8 },
		{
			title: 'session of 100,000 sources shown, against the same',
			figure: median(large) / median(plain),
			unit: 'x',
			wanted: 11,
		},
		keyRow('100,000 sources: arrow key to frame, p50', arrows, 0.5, 10),
		keyRow('100,000 sources: arrow key to frame, p95', arrows, 0.95, 33),
		keyRow('100,000 sources: key of the filter to frame, p50', typed, 0.5),
		...(fzf ? [beside(typed, fzf)] : []),
		{ title: 'bytes of a frame when the cursor moves a line', figure: median(line.bytes), unit: '', wanted: 300 },
		{ title: 'frames of 100 keys at 30 Hz', figure: frames, unit: '', wanted: 98, least: true },
		{ title: '100,000 sources: memory of the process', figure: memory, unit: 'MB', wanted: 200 },
	];
}

/** Milliseconds from its start until a program shows something; it is ended then. */
async function until(program: Watched, wanted: RegExp): Promise<number> {
	const took = await program.shown(wanted);
	program.end();
	return took;
}

interface Keys {
	readonly times: readonly number[];
	readonly yards: readonly number[];
	readonly bytes: readonly number[];
}

/** Keys one by one, each after the frame of the one before, beside a yardstick of the same moment. */
async function keysOn(at: Watched, keys: readonly string[]): Promise<Keys> {
	const [times, yards, bytes]: [number[], number[], number[]] = [[], [], []];
	for (const key of keys) {
		yards.push(yardstick());
		const frame = at.frame();
		const began = performance.now();
		at.write(key);
		bytes.push(await frame);
		times.push(performance.now() - began);
		await at.quiet();
	}
	return { times, yards, bytes };
}

const keyRow = (title: string, { times, yards }: Keys, share: number, wanted?: number): Row => ({
	title,
	figure: quantile(times, share),
	unit: 'ms',
	ratio: quantile(times, share) / median(yards),
	...(wanted === undefined ? {} : { wanted }),
});

/** A key of the filter against one of fzf on the same lines; milliseconds more than it. */
const beside = ({ times }: Keys, fzf: readonly number[]): Row => ({
	title: `the same, beyond what fzf takes on the same lines (${median(fzf).toFixed(1)} ms)`,
	figure: median(times) - median(fzf),
	unit: 'ms',
	wanted: 15,
});

/** Frames that so many keys 33 ms apart bring. */
async function repeated(at: Watched, keys: number): Promise<number> {
	const before = at.frames();
	for (let key = 0; key < keys; key += 1) {
		at.write(down);
		await new Promise((resolve) => setTimeout(resolve, 33));
	}
	await at.quiet();
	return at.frames() - before;
}

const memoryOf = (pid: number): number =>
	Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
