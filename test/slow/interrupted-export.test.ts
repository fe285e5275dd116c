import { spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printPlan } from '../../source/plan/print-plan.ts';
import { examplePlan } from '../peers/example-plan.ts';
import { cli, headwater } from '../peers/program.ts';

// HEADWATER_FAULT_RUNS=300 before a release; each run is an export that is killed at another moment.
const runs = Number(process.env.HEADWATER_FAULT_RUNS ?? 24);

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
	await cp(join(place, 'before'), join(place, 'after'), { recursive: true });
	expect(await headwater(['export', 'new.json', '-o', 'after'], { cwd: place })).toMatchObject({ status: 0 });
});
afterAll(() => rm(place, { recursive: true, force: true }));

/** Every file below a folder with its content; what an export that was cut off leaves for the next one is not looked at. */
async function contentOf(folder: string): Promise<ReadonlyMap<string, string>> {
	const entries = await readdir(join(place, folder), { recursive: true, withFileTypes: true });
	const paths = entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(join(place, folder).length + 1))
		.filter((path) => !/^\.headwater\/(?:staging\/|pending\.json)/.test(path))
		.toSorted();
	return new Map(
		await Promise.all(paths.map(async (path) => [path, await readFile(join(place, folder, path), 'utf8')] as const)),
	);
}

/** Exports the new plan and kills the program after so many milliseconds; whether it had ended before, and when. */
function killedAfter(milliseconds: number): Promise<{ readonly ended: boolean; readonly milliseconds: number }> {
	const began = performance.now();
	return new Promise((resolve) => {
		const child = spawn(process.execPath, [cli, 'export', 'new.json', '-o', 'tried'], { cwd: place, stdio: 'ignore' });
		const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
		child.on('exit', (code) => {
			clearTimeout(timer);
			resolve({ ended: code === 0, milliseconds: performance.now() - began });
		});
	});
}

test(`${runs} exports killed at any moment touch no file of others, and the next one ends what was begun`, async () => {
	const [before, after] = [await contentOf('before'), await contentOf('after')];
	await cp(join(place, 'before'), join(place, 'tried'), { recursive: true });
	let whole = (await killedAfter(60_000)).milliseconds;
	const seen = { nothing: 0, everything: 0, between: 0, ended: 0 };
	for (let run = 0; run < runs; run += 1) {
		await rm(join(place, 'tried'), { recursive: true, force: true });
		await cp(join(place, 'before'), join(place, 'tried'), { recursive: true });
		// From when its program has started to a little beyond its end, where it reads, stages and renames.
		const { ended, milliseconds } = await killedAfter(whole * (0.3 + (0.75 * (run + 0.5)) / runs));
		// The machine is not always as busy: what it takes is learnt again from each run that got to its end.
		if (ended) whole = Math.min(whole, milliseconds);
		else whole *= 1.02;
		const found = await contentOf('tried');
		for (const path of ['notes.txt', 'cdk/lib/own.ts', 'cdk/README.md', '.headwater/left.txt'])
			expect(found.get(path)).toBe(before.get(path));
		if (ended) seen.ended += 1;
		else if (same(found, before)) seen.nothing += 1;
		else if (same(found, after)) seen.everything += 1;
		else seen.between += 1;
		if (ended || run % 8 === 0 || !same(found, before)) {
			const next = await headwater(['export', 'new.json', '-o', 'tried'], { cwd: place });
			expect(next).toMatchObject({ status: 0 });
			expect(await contentOf('tried')).toEqual(after);
			expect(await readdir(join(place, 'tried/.headwater'))).toEqual(['left.txt', 'manifest.json']);
		}
	}
	process.stdout.write(`killed exports: ${JSON.stringify(seen)}\n`);
	expect(seen.nothing).toBeGreaterThan(0);
	// No system renames several files at once. They follow each other without a pause, and a program that is killed between two
	// of them, which takes a busy machine, leaves a record with which the next export ended it above.
	expect(seen.between).toBeLessThanOrEqual(Math.ceil(runs / 10));
}, 1_800_000);

const same = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean =>
	one.size === other.size && [...one].every(([path, text]) => other.get(path) === text);
