import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ExportRequest, exportPlan } from '../../../source/app/exporting/export-plan.ts';
import { exportReport } from '../../../source/app/exporting/report.ts';
import { examplePlan } from '../../peers/example-plan.ts';

let place: string;
let folder: string;

/** A home with templates of three small files, one of them under the name that survives packing. */
beforeEach(async () => {
	place = await mkdtemp(join(tmpdir(), 'headwater-export-'));
	folder = join(place, 'pipeline');
	await put('templates/cdk/lib/lake.ts', 'export const lake = 1;\n');
	await put('templates/cdk/gitignore', 'node_modules/\n');
	await put('templates/cdk/node_modules/left.js', 'never exported');
	await put('templates/glue/jobs/curate.py', 'print("tidy")\n');
});
afterEach(() => rm(place, { recursive: true }));

async function put(path: string, text: string) {
	const file = join(place, path);
	await mkdir(join(file, '..'), { recursive: true });
	await writeFile(file, text);
}
const read = (path: string) => readFile(join(folder, path), 'utf8');
const exported = (more: Partial<ExportRequest> = {}) =>
	exportPlan({
		plan: examplePlan(),
		folder,
		home: pathToFileURL(`${place}/`),
		only: [],
		dryRun: false,
		force: false,
		...more,
	});
const actions = async (more: Partial<ExportRequest> = {}) =>
	Object.fromEntries((await exported(more)).verdicts.map(({ path, action }) => [path, action]));
const files = async () =>
	(await readdir(folder, { recursive: true, withFileTypes: true }))
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
		.toSorted();
const paths = [
	'cdk/.gitignore',
	'cdk/RUNBOOK.md',
	'cdk/lib/lake.ts',
	'cdk/plan.json',
	'costs.csv',
	'decision-record.md',
	...['data-flow', 'network', 'overview', 'security'].flatMap((name) => [
		`diagrams/${name}.mmd`,
		`diagrams/${name}.svg`,
	]),
	'glue/jobs/curate.py',
	...['inventory.csv', 'permissions.csv', 'report.html', 'summary.md'],
];
const everything = (action: string) => Object.fromEntries(paths.map((path) => [path, action]));
const otherPlan = { ...examplePlan(), asOf: '2027-01-01' };

test('the first export writes every format, the dotted names, and what it wrote', async () => {
	expect(await actions()).toEqual(everything('created'));
	expect(await files()).toEqual(['.headwater/manifest.json', ...paths]);
	expect(await read('cdk/.gitignore')).toBe('node_modules/\n');
	expect(JSON.parse(await read('cdk/plan.json'))).toEqual(examplePlan());
	expect(Object.keys(JSON.parse(await read('.headwater/manifest.json')).files)).toEqual(paths);
});

test('a second export changes nothing, not even a time of writing', async () => {
	await exported();
	const times = async () => Promise.all((await files()).map(async (path) => (await stat(join(folder, path))).mtimeMs));
	const before = await times();
	const again = await exported();
	expect(again.verdicts.every(({ action }) => action === 'unchanged')).toBe(true);
	expect(await times()).toEqual(before);
	expect(exportReport(again, 'pipeline')).toBe(
		'pipeline is up to date: none of its 19 files had to be written.\n19 unchanged',
	);
});

test('a changed plan rewrites what follows from it, and only that', async () => {
	await exported();
	const all = await actions({ plan: otherPlan });
	const told = ['cdk/plan.json', 'decision-record.md', 'report.html', 'summary.md'];
	expect(all).toEqual({ ...everything('unchanged'), ...Object.fromEntries(told.map((path) => [path, 'updated'])) });
});

test('a file edited by hand is kept and said, while its template stands unchanged', async () => {
	await exported();
	await writeFile(join(folder, 'cdk/lib/lake.ts'), 'export const lake = 2;\n');
	const report = await exported();
	expect(report.verdicts.find(({ path }) => path === 'cdk/lib/lake.ts')?.action).toBe('kept');
	expect(await read('cdk/lib/lake.ts')).toBe('export const lake = 2;\n');
	expect(exportReport(report, 'pipeline')).toContain('1 edited by hand and kept:\n  cdk/lib/lake.ts');
});

test('edited here and changed there: the edit stays, the new version lies beside it, once', async () => {
	await exported();
	await writeFile(join(folder, 'cdk/lib/lake.ts'), 'mine\n');
	await put('templates/cdk/lib/lake.ts', 'export const lake = 3;\n');
	expect((await actions())['cdk/lib/lake.ts']).toBe('put beside');
	expect([await read('cdk/lib/lake.ts'), await read('cdk/lib/lake.ts.new')]).toEqual([
		'mine\n',
		'export const lake = 3;\n',
	]);
	expect((await actions())['cdk/lib/lake.ts']).toBe('kept');
});

test('with force an edited file is written over', async () => {
	await exported();
	await writeFile(join(folder, 'cdk/lib/lake.ts'), 'mine\n');
	expect((await actions({ force: true }))['cdk/lib/lake.ts']).toBe('overwritten');
	expect(await read('cdk/lib/lake.ts')).toBe('export const lake = 1;\n');
});

test('a removed file comes back', async () => {
	await exported();
	await rm(join(folder, 'diagrams/network.mmd'));
	expect((await actions())['diagrams/network.mmd']).toBe('created');
});

test('a file that is no longer part of the export goes, unless it was edited', async () => {
	await put('templates/cdk/lib/old.ts', 'old\n');
	await put('templates/cdk/lib/mine.ts', 'old\n');
	await exported();
	await writeFile(join(folder, 'cdk/lib/mine.ts'), 'mine\n');
	for (const name of ['old', 'mine']) await rm(join(place, `templates/cdk/lib/${name}.ts`));
	const gone = { 'cdk/lib/mine.ts': 'left', 'cdk/lib/old.ts': 'removed' };
	expect(await actions({ only: ['cdk'] })).not.toHaveProperty('cdk/lib/old.ts');
	expect(await actions({ dryRun: true })).toMatchObject(gone);
	expect(await actions()).toMatchObject(gone);
	expect(await files()).toContain('cdk/lib/mine.ts');
	expect(await actions()).toEqual(everything('unchanged'));
});

test('a dry run tells the same and writes nothing', async () => {
	const report = await exported({ dryRun: true });
	expect(report.verdicts.map(({ action }) => action)).toEqual(paths.map(() => 'created'));
	expect(exportReport(report, 'pipeline')).toMatch(
		/^19 of 19 files would be written to pipeline; nothing was written\./,
	);
	await expect(stat(folder)).rejects.toThrow('ENOENT');
});

test('a dry run shows the tree and, line by line, what would change in files that are there', async () => {
	await exported();
	await writeFile(join(folder, 'cdk/lib/lake.ts'), 'mine\n');
	const told = exportReport(await exported({ dryRun: true, plan: otherPlan }), 'pipeline');
	expect(told).toMatch(
		/^ {2}pipeline\/\n {4}cdk\/\n {6}lib\/\n= {7}lake\.ts\n {6}\.gitignore\n {6}RUNBOOK\.md\n~ {5}plan\.json$/m,
	);
	expect(told).toMatch(/^ {4}diagrams\/ \(8 files\)$/m);
	expect(told).toMatch(/^--- cdk\/plan\.json\n\+\+\+ cdk\/plan\.json\n@@ .* @@$/m);
	expect(told).toMatch(/^- {2}"asOf": "2026-11-24",\n\+ {2}"asOf": "2027-01-01",$/m);
});

test('only the formats asked for are written, and an unknown one is refused', async () => {
	expect(await actions({ only: ['decision-record'] })).toEqual({ 'decision-record.md': 'created' });
	await expect(exported({ only: ['terraform'] })).rejects.toMatchObject({
		code: 'unknown-format',
		wayOut: 'Name one of cdk, glue, mermaid, pictures, summary, report, decision-record, spreadsheets, sql.',
	});
	// A later export of everything finds its own file again.
	expect(await actions()).toEqual({ ...everything('created'), 'decision-record.md': 'unchanged' });
});

test('a folder of other files is refused, and with force written beside them', async () => {
	await put('pipeline/notes.txt', 'mine');
	await expect(exported()).rejects.toMatchObject({ code: 'folder-not-empty' });
	expect(await files()).toEqual(['notes.txt']);
	await exported({ force: true });
	expect(await read('notes.txt')).toBe('mine');
	expect(await actions()).toEqual(everything('unchanged'));
});

test('an export that was cut off before it wrote anything left a folder that the next one takes', async () => {
	await mkdir(join(folder, '.headwater/staging-0123abcd/files/cdk'), { recursive: true });
	expect(await actions()).toEqual(everything('created'));
	expect(await files()).toEqual(['.headwater/manifest.json', ...paths]);
});

test.each(['cdk', 'cdk/lib', 'cdk/lib/lake.ts', '.headwater'])('a link at %s is not written through', async (link) => {
	await exported();
	const elsewhere = join(place, 'elsewhere');
	await mkdir(elsewhere, { recursive: true });
	await rm(join(folder, link), { recursive: true });
	await symlink(elsewhere, join(folder, link));
	await expect(exported({ force: true })).rejects.toMatchObject({ code: 'odd-file' });
	expect(await readdir(elsewhere)).toEqual([]);
});

test.each([
	'',
	'x',
	'{"version":2,"files":{}}',
	'{"version":1,"files":{"a":"b"}}',
	`{"version":1,"files":{"../notes.txt":"${'a'.repeat(64)}"}}`,
])('a broken manifest is not guessed at: %s', async (text) => {
	await exported();
	await writeFile(join(folder, '.headwater/manifest.json'), text);
	await expect(exported()).rejects.toMatchObject({ code: 'broken-manifest' });
});

test('a missing template is told as a fault of the installation', async () => {
	await rm(join(place, 'templates/glue'), { recursive: true });
	await expect(exported()).rejects.toMatchObject({ code: 'no-template', blame: 'headwater' });
	await expect(stat(folder)).rejects.toThrow('ENOENT');
});
