import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportFiles } from '../../source/app/exporting/files.ts';
import { printPlan } from '../../source/plan/print-plan.ts';
import { openAws } from '../peers/aws/server.ts';
import { pointedTo } from '../peers/emulator.ts';
import { examplePlan } from '../peers/example-plan.ts';
import { run } from '../peers/program.ts';

let place: string;
let packed: readonly { readonly path: string; readonly size: number }[];

beforeAll(async () => {
	place = await mkdtemp(join(tmpdir(), 'headwater-package-'));
	const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', place]);
	// Newer versions of npm answer with a record by name, older ones with a list.
	const [tarball] = Object.values<{ files: typeof packed; filename: string }>(JSON.parse(stdout));
	if (!tarball) throw new Error('npm pack made nothing.');
	packed = tarball.files;
	const installed = await run('npm', ['install', '--global', '--prefix', place, join(place, tarball.filename)]);
	expect(installed).toMatchObject({ status: 0 });
});
afterAll(() => rm(place, { recursive: true, force: true }));

const installed = (...args: readonly string[]) => run(join(place, 'bin/headwater'), args, { cwd: place });

test('the package brings the program and the templates, nothing that was tried out, and is small', () => {
	const paths = packed.map(({ path }) => path);
	expect(paths).toContain('templates/cdk/package-lock.json');
	expect(paths).toEqual(expect.arrayContaining(['docs/man/headwater.1', 'docs/man/headwater-plan.1']));
	expect(paths.filter((path) => /node_modules|cdk\.out|__pycache__|^(?:source|test)\//.test(path))).toEqual([]);
	expect(packed.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(8_000_000);
});

test('the installed program needs no other package', async () => {
	const { dependencies } = JSON.parse(await readFile(join(place, 'lib/node_modules/headwater/package.json'), 'utf8'));
	expect(dependencies).toBeUndefined();
});

test('the installed program exports what the source exports, dotted files too, and a second time nothing', async () => {
	await writeFile(join(place, 'plan.json'), printPlan(examplePlan()));
	expect(await installed('export', 'plan.json', '-o', 'out')).toMatchObject({ status: 0, stdout: '' });
	const home = new URL('../../', import.meta.url);
	for (const [path, content] of await exportFiles({ plan: examplePlan(), home, only: [] })) {
		expect(await readFile(join(place, 'out', path), 'utf8'), path).toBe(Buffer.from(content).toString('utf8'));
	}
	expect((await installed('export', 'plan.json', '-o', 'out')).stderr).toMatch(/^out is up to date/);
});

test('the installed program draws a plan as text and as Mermaid', async () => {
	const text = await installed('diagram', 'plan.json', '--format', 'text');
	expect(text).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('─▶') });
	expect((await installed('diagram', 'plan.json')).stdout).toMatch(/^flowchart LR$/m);
});

test('the installed program reads an account in its thread', async () => {
	const aws = await openAws([{ account: '123456789012', regions: ['eu-central-1'], count: () => 2, page: 1 }]);
	try {
		const env = { ...pointedTo(aws.url), XDG_STATE_HOME: join(place, 'state') };
		const asked = ['discover', '--region', 'eu-central-1', '-o', 'estate.json'];
		expect(await run(join(place, 'bin/headwater'), asked, { cwd: place, env })).toMatchObject({ status: 0 });
		const { sources } = JSON.parse(await readFile(join(place, 'estate.json'), 'utf8'));
		expect(sources.filter(({ kind }: { kind: string }) => kind === 'dynamodb-table')).toHaveLength(2);
		expect(aws.refused).toEqual([]);
	} finally {
		await aws.close();
	}
});
