import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, watch } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printPlan } from '../../source/plan/print-plan.ts';
import { examplePlan } from '../peers/example-plan.ts';
import { cli, headwater } from '../peers/program.ts';

// HEADWATER_FAULT_RUNS=300 before a release, with another HEADWATER_FAULT_SEED each time; each run is an export that is killed at another moment.
const runs = Number(process.env.HEADWATER_FAULT_RUNS ?? 24);
let state = Number(process.env.HEADWATER_FAULT_SEED ?? 1);
/** Numbers from 0 to 1 that are the same in every run with one seed. */
const draw = (): number => {
	state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
	return state / 2 ** 32;
};

let place: string;
beforeAll(async () => {
	place = await mkdtemp(join(tmpdir(), 'headwater-killed-'));
	await writeFile(join(place, 'old.json'), printPlan(examplePlan()));
	await writeFile(join(place, 'new.json'), printPlan({ ...examplePlan(), asOf: '2027-01-01', findings: [] }));
	expect(await headwater(['export', 'old.json', '-o', 'before'], { cwd: place })).toMatchObject({ status: 0 });
	await writeFile(join(place, 'before/notes.txt'), 'mine');
	await writeFile(join(place, 'before/cdk/lib/own.ts'), 'export const own = 1;\n');
	await writeFile(join(place, 'before/cdk/README.md'), 'edited');
	await writeFile(join(place, 'before/.headwater/left.txt'), 'somebody else');
	// Folders that the new export brings as a whole.
	for (const gone of ['diagrams', 'glue/test']) await rm(join(place, 'before', gone), { recursive: true });
	await cp(join(place, 'before'), join(place, 'after'), { recursive: true });
	expect(await headwater(['export', 'new.json', '-o', 'after'], { cwd: place })).toMatchObject({ status: 0 });
});
afterAll(() => rm(place, { recursive: true, force: true }));

type Content = ReadonlyMap<string, string>;

/** Every file below a folder with its content; what an export that was cut off leaves for the next one is not looked at. */
async function contentOf(folder: string): Promise<Content> {
	const entries = await readdir(join(place, folder), { recursive: true, withFileTypes: true });
	const paths = entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(join(place, folder).length + 1))
		.filter((path) => !/^\.headwater\/(?:staging|pending|done)-/.test(path))
		.toSorted();
	return new Map(
		await Promise.all(paths.map(async (path) => [path, await readFile(join(place, folder, path), 'utf8')] as const)),
	);
}

/** How far an export is, told from what it has made for itself. */
type Stage = 'staging' | 'pending' | 'neither';
const stageOf = (): Stage => {
	const names = readdirSync(join(place, 'tried/.headwater')).map((name) => name.split('-')[0]);
	return (['pending', 'staging'] as const).find((one) => names.includes(one)) ?? 'neither';
};

interface Killing {
	/** From when the milliseconds count. */
	readonly from: 'its start' | Stage;
	readonly milliseconds: number;
	/** Kills the process that puts files into their places, too, as a machine that stops would. */
	readonly all: boolean;
}
interface Killed {
	readonly at: Stage;
	readonly ended: boolean;
	/** The whole run. */
	readonly milliseconds: number;
}

/** Exports the new plan and kills the program at a moment; resolves when nobody who was started by it is left. */
function killed({ from, milliseconds, all }: Killing): Promise<Killed> {
	const began = performance.now();
	return new Promise((resolve) => {
		const args = [cli, 'export', 'new.json', '-o', 'tried'];
		const child = spawn(process.execPath, args, { cwd: place, stdio: ['ignore', 'ignore', 'pipe'] });
		let at: Stage = 'neither';
		const kill = () => {
			watcher.close();
			at = stageOf();
			const { pid } = child;
			const others = all ? childrenOf(pid) : [];
			child.kill('SIGKILL');
			for (const other of others) killQuietly(other);
		};
		let timer: ReturnType<typeof setTimeout> | undefined;
		const killLater = () => {
			timer = setTimeout(kill, milliseconds);
			if (milliseconds >= 1) return;
			// A timer would come too late.
			clearTimeout(timer);
			for (const until = performance.now() + milliseconds; performance.now() < until; );
			kill();
		};
		const watcher = watch(join(place, 'tried/.headwater'), (_event, name) => {
			if (timer === undefined && name?.startsWith(`${from}-`)) killLater();
		});
		if (from === 'its start') killLater();
		let code: number | null = null;
		child.on('exit', (status) => {
			code = status;
			clearTimeout(timer);
			watcher.close();
		});
		// The one that puts files into their places holds this pipe open until it has ended.
		child.stderr.resume();
		child.on('close', () => resolve({ at, ended: code === 0, milliseconds: performance.now() - began }));
	});
}

function childrenOf(pid: number | undefined): readonly number[] {
	try {
		return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(/\s+/).filter(Boolean).map(Number);
	} catch {
		return [];
	}
}
function killQuietly(pid: number): void {
	try {
		process.kill(pid, 'SIGKILL');
	} catch {
		// It has ended by itself.
	}
}

/** A third anywhere in the run, a third while files are staged and handed over, a third from when they are put into their places. */
function drawn(run: number, whole: number): Killing {
	const all = run % 4 === 3;
	if (run % 3 === 0) return { from: 'its start', milliseconds: whole * (0.2 + 0.85 * draw()), all };
	if (run % 3 === 1) return { from: 'staging', milliseconds: 60 * draw(), all };
	return { from: 'pending', milliseconds: 2 * draw() ** 2, all };
}

const same = (one: Content, other: Content): boolean =>
	one.size === other.size && [...one].every(([path, text]) => other.get(path) === text);

test(`${runs} exports killed at any moment change nothing or everything, and no file of others`, async () => {
	const [before, after] = [await contentOf('before'), await contentOf('after')];
	const next = (...more: readonly string[]) =>
		headwater(['export', 'new.json', '-o', 'tried', ...more], { cwd: place });
	await cp(join(place, 'before'), join(place, 'tried'), { recursive: true });
	let whole = (await killed({ from: 'its start', milliseconds: 60_000, all: false })).milliseconds;
	const seen: Record<string, number> = {};
	let between = 0;
	for (let run = 0; run < runs; run += 1) {
		await rm(join(place, 'tried'), { recursive: true, force: true });
		await cp(join(place, 'before'), join(place, 'tried'), { recursive: true });
		const killing = drawn(run, whole);
		const { at, ended, milliseconds } = await killed(killing);
		// The machine is not always as busy: what it takes is learnt again from each run that got to its end.
		whole = ended ? Math.min(whole, milliseconds) : whole * 1.01;
		let found = await contentOf('tried');
		for (const path of ['notes.txt', 'cdk/lib/own.ts', 'cdk/README.md', '.headwater/left.txt'])
			expect(found.get(path)).toBe(before.get(path));
		// With the machine stopped nobody can go on; whoever looks at the folder next ends it before anything else.
		if (killing.all && !ended) {
			between += same(found, before) || same(found, after) ? 0 : 1;
			expect(await next('--dry-run')).toMatchObject({ status: 0 });
			found = await contentOf('tried');
		}
		const now = same(found, before) ? 'nothing' : same(found, after) ? 'everything' : 'between';
		const where = ended ? 'ended' : `${killing.all ? 'all' : 'one'} killed, ${at}`;
		seen[`${where}: ${now}`] = (seen[`${where}: ${now}`] ?? 0) + 1;
		expect(now, where).not.toBe('between');
		if (run % 8 === 0 || at === 'pending') {
			expect(await next()).toMatchObject({ status: 0 });
			expect(await contentOf('tried')).toEqual(after);
			expect(await readdir(join(place, 'tried/.headwater'))).toEqual(['left.txt', 'manifest.json']);
		}
	}
	process.stdout.write(
		`killed exports, with ${between} to be ended by the next run: ${JSON.stringify(seen, null, 1)}\n`,
	);
	const ofNothing = Object.entries(seen).some(([what]) => /killed.*nothing$/.test(what));
	const ofEverything = Object.entries(seen).some(([what]) => /killed.*everything$/.test(what));
	expect([ofNothing, ofEverything]).toEqual([true, true]);
}, 3_600_000);
