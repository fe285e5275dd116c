import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportPlan } from '../../../source/app/exporting/export-plan.ts';
import { matchExport } from '../../../source/app/exporting/match.ts';
import { exportReport } from '../../../source/app/exporting/report.ts';
import { readPlan } from '../../../source/app/read-documents.ts';
import { commit, completeChanges, stage } from '../../../source/app/workspace/committing.ts';
import { hashesIn } from '../../../source/app/workspace/trees.ts';
import { examplePlan } from '../../peers/example-plan.ts';

let place: string;
let folder: string;

beforeEach(async () => {
	place = await mkdtemp(join(tmpdir(), 'headwater-cut-off-'));
	folder = join(place, 'pipeline');
	await mkdir(join(place, 'templates/cdk/lib'), { recursive: true });
	await mkdir(join(place, 'templates/glue/jobs'), { recursive: true });
	await writeFile(join(place, 'templates/cdk/lib/lake.ts'), 'export const lake = 1;\n');
});
afterEach(() => rm(place, { recursive: true }));

const home = () => pathToFileURL(`${place}/`);
const read = (path: string) => readFile(join(folder, path), 'utf8');
const exported = (dryRun = false) =>
	exportPlan({ plan: examplePlan(), folder, home: home(), only: [], dryRun, force: false });
const files = async () =>
	(await readdir(folder, { recursive: true, withFileTypes: true }))
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
		.toSorted();

/** The folder as it is when a second export is killed after so many renames; without them, how many there are. */
async function cutOffAfter(renames: number): Promise<number> {
	await exported();
	await writeFile(join(folder, 'cdk/lib/lake.ts'), 'mine\n');
	await writeFile(join(folder, 'notes.txt'), 'of somebody else');
	const before = await files();
	const contents = new Map([
		['cdk/plan.json', 'new plan'],
		['cdk/lib/lake.ts.new', 'new lake'],
		['cdk/check/run.ts', 'new folder'],
		['summary.md', 'new summary'],
	]);
	const found = await hashesIn(folder, [...contents.keys(), 'costs.csv']);
	const known = (path: string) => (found.has(path) ? { before: found.get(path) as string } : {});
	const intent = {
		files: [...contents].map(([path, text]) => ({ path, ...known(path), after: sha256(text) })),
		removals: [{ path: 'costs.csv', before: found.get('costs.csv') ?? '' }],
	};
	await stage(folder, '0123abcd', intent, contents);
	expect((await files()).filter((path) => !path.startsWith('.headwater/'))).toEqual(before.slice(1));
	await rename(join(folder, '.headwater/staging-0123abcd'), join(folder, '.headwater/pending-0123abcd'));
	const moves = ['cdk/plan.json', 'cdk/lib/lake.ts.new', 'cdk/check', 'summary.md'];
	for (const path of moves.slice(0, renames))
		await rename(join(folder, '.headwater/pending-0123abcd/files', path), join(folder, path));
	return moves.length;
}
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

test.each([0, 1, 2, 3, 4])(
	'an export killed after %i of its renames is ended by whoever comes next',
	async (renames) => {
		expect(await cutOffAfter(renames)).toBe(4);
		expect(await completeChanges(folder)).toBe(true);
		expect(
			await Promise.all(
				['cdk/plan.json', 'cdk/lib/lake.ts', 'cdk/lib/lake.ts.new', 'cdk/check/run.ts', 'summary.md'].map(read),
			),
		).toEqual(['new plan', 'mine\n', 'new lake', 'new folder', 'new summary']);
		expect(await read('notes.txt')).toBe('of somebody else');
		expect(await files()).not.toContain('costs.csv');
		expect(await readdir(join(folder, '.headwater'))).toEqual(['manifest.json']);
		expect(await completeChanges(folder)).toBe(false);
	},
);

test('what somebody edited while an export lay cut off stays, and the new version is put beside it', async () => {
	await cutOffAfter(1);
	await writeFile(join(folder, 'summary.md'), 'edited meanwhile');
	await writeFile(join(folder, 'costs.csv'), 'edited meanwhile');
	await completeChanges(folder);
	expect([await read('summary.md'), await read('summary.md.new'), await read('costs.csv')]).toEqual([
		'edited meanwhile',
		'new summary',
		'edited meanwhile',
	]);
});

test('the next export, its dry run, a check and whoever reads the plan of the app end it first', async () => {
	for (const [end, told] of [
		[async () => exportReport(await exported(), 'pipeline'), true],
		[async () => exportReport(await exported(true), 'pipeline'), true],
		[() => matchExport(examplePlan(), folder, home()), false],
		[() => readPlan('pipeline/cdk/plan.json', place).catch(() => 'it is no plan any more'), false],
	] as const) {
		await cutOffAfter(2);
		const said = await end();
		if (told) expect(said).toMatch(/^An export that had been cut off was ended first\.\n/);
		expect(await readdir(join(folder, '.headwater'))).toEqual(['manifest.json']);
		await rm(folder, { recursive: true });
	}
});

test('an intent that somebody broke is not guessed at', async () => {
	for (const text of ['', '{"version":1}', '{"version":1,"files":[{"path":"../x","after":"a"}],"removals":[]}']) {
		await cutOffAfter(1);
		await writeFile(join(folder, '.headwater/pending-0123abcd/intent.json'), text);
		await expect(exported()).rejects.toMatchObject({ code: 'broken-intent' });
		await rm(folder, { recursive: true });
	}
});

test('a change whose preparation another run took away changes nothing, and says so', async () => {
	await exported();
	await expect(commit(folder, '0123abcd')).rejects.toMatchObject({ code: 'changed-meanwhile' });
});
