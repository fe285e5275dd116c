import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cli, headwater } from './peers/program.ts';

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'headwater-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

const inFolder = (...args: string[]) => headwater(args, { cwd: folder });

/** Code of every file that the program loads, noted by a hook in the process itself. */
async function loaded(...args: string[]): Promise<readonly { url: string; text: string }[]> {
	const hook = `data:text/javascript,import{registerHooks}from'node:module';import{writeSync}from'node:fs';
registerHooks({load(url,context,next){writeSync(3,url+'\\n');return next(url,context)}});`;
	const { output, status } = spawnSync(process.execPath, ['--import', hook, cli, ...args], {
		cwd: folder,
		encoding: 'utf8',
		stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
	});
	expect(status).toBe(0);
	const urls = (output[3] ?? '').split('\n').filter((url) => url.startsWith('file:'));
	return Promise.all(urls.map(async (url) => ({ url, text: await readFile(new URL(url), 'utf8') })));
}

const aws = /GetCallerIdentity\b[^"'`]*Command|@aws-sdk|aws-sdk-js/;
const react = /react\.(?:element|transitional\.element)|useSyncExternalStore/;

test.each([['--version'], ['--help']])('%s loads the entry and crumbs beside it, nothing heavy', async (flag) => {
	const files = await loaded(flag);
	expect(files[0]?.url).toBe(pathToFileURL(cli).href);
	expect(files.length).toBeLessThanOrEqual(3);
	expect(files.reduce((bytes, { text }) => bytes + text.length, 0)).toBeLessThan(32_000);
	expect(files.filter(({ text }) => aws.test(text) || react.test(text))).toEqual([]);
});

test('plan and export load neither an AWS client nor React', async () => {
	await inFolder('plan', '--demo', '-o', 'light.json');
	for (const args of [
		['plan', '--demo', '--json'],
		['export', 'light.json', '-o', 'light'],
	]) {
		const files = await loaded(...args);
		expect(files.length).toBeGreaterThan(3);
		expect(files.filter(({ text }) => aws.test(text) || react.test(text)).map(({ url }) => url)).toEqual([]);
	}
});

test('the session does load React, so that the check above can fail', async () => {
	const { status } = spawnSync('grep', ['-lE', 'transitional.element', '-r', join(cli, '..')], { encoding: 'utf8' });
	expect(status).toBe(0);
});

test('the tests run on the Node of the dev dependency', () => {
	expect(process.versions.node).toMatch(/^24\./);
});

test('--version prints the version of package.json', async () => {
	const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
	expect(await inFolder('--version')).toEqual({ status: 0, stdout: `headwater ${version}\n`, stderr: '' });
});

test('without a terminal a bare headwater says what to run instead and ends with 2', async () => {
	const { status, stdout, stderr } = await inFolder();
	expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
	expect(stderr).toMatch(/needs a terminal.*\n.*headwater --demo/s);
});

test('without a terminal the demo is walked: plan, costs and diagram as text', async () => {
	const { status, stdout, stderr } = await inFolder('--demo');
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	expect(stdout).toMatch(/a month/);
	expect(stdout).toMatch(/▶/);
});

test('the plan of the demo is the same bytes twice', async () => {
	const [first, second] = [await inFolder('plan', '--demo', '--json'), await inFolder('plan', '--demo', '--json')];
	expect(first.status).toBe(0);
	expect(second.stdout).toBe(first.stdout);
});

test.each([
	[['--nope'], /--nope/],
	[['nope'], /no command "nope"/],
	[['plan', '--nope'], /--nope/],
	[['plan'], /No estate/],
	[['plan', '--estate', 'missing.json'], /missing\.json.*no such file/],
	[['plan', '--demo', '--estate', 'x.json'], /exclude/],
	[['plan', '--demo', '--as-of', 'yesterday'], /not a date/],
	[['export', 'missing.json', '-o', 'out'], /missing\.json/],
	[['export', 'missing.json'], /folder/],
	[['diagram', 'missing.json', '--format', 'gif'], /gif/],
	[['schema', 'nothing'], /nothing/],
	[['check', 'missing.json', '--demo'], /missing\.json/],
	[['check', 'missing.json', '--demo', '--tolerance', 'much'], /not a share/],
	[['explain'], /takes 1 to 2 arguments/],
	[['discover', '--folder', 'not-there'], /not-there/],
])('%j is refused with one message and 2', async (args, says) => {
	const { status, stdout, stderr } = await inFolder(...args);
	expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
	expect(stderr).toMatch(says);
	expect(stderr).not.toMatch(/\n\s+at /);
	expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(4);
});

test.each([
	['cut-off.json', '{"version": 1, "sources": [{"id": "a"', /cut-off\.json/],
	['newer.json', '{"version": 99}', /newer\.json.*version 99/s],
	['list.json', '[]', /list\.json/],
	['empty.json', '', /empty\.json/],
])('a broken document %s is told by name, as an estate and as a plan', async (name, text, says) => {
	await writeFile(join(folder, name), text);
	for (const args of [
		['plan', '--estate', name],
		['explain', name],
	]) {
		const { status, stdout, stderr } = await inFolder(...args);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toMatch(says);
		expect(stderr).not.toMatch(/\n\s+at /);
	}
});

test('broken answers are told with the file and the line', async () => {
	await writeFile(join(folder, 'answers.yaml'), 'version: 1\nworkload:\n  scorng: batch\n');
	const { status, stderr } = await inFolder('plan', '--demo', '--answers', 'answers.yaml');
	expect(status).toBe(2);
	expect(stderr).toMatch(/answers\.yaml.*3/s);
	expect(stderr).toMatch(/scoring/);
});

test('a question handed to its owner comes back as an answer that names them', async () => {
	const form = join(folder, 'form.md');
	const handed = await inFolder('questions', '--demo', '--only', 'scoring', '--for', 'Ann Smith', '-o', 'form.md');
	expect({ status: handed.status, stdout: handed.stdout }).toEqual({ status: 1, stdout: '' });
	const text = await readFile(form, 'utf8');
	await writeFile(form, text.replace('DD):**', 'DD):** 2026-11-20').replace('**Answer:**', '**Answer:** online'));
	await writeFile(join(folder, 'before.yaml'), 'version: 1\nworkload:\n  scoring: batch\n');
	await inFolder('plan', '--demo', '--answers', 'before.yaml', '--answers', 'form.md', '-o', 'told.json');
	const { workload } = JSON.parse(await readFile(join(folder, 'told.json'), 'utf8'));
	expect(workload.scoring).toMatchObject({ value: 'online', from: 'answered', by: 'Ann Smith', at: '2026-11-20' });
	await inFolder('export', 'told.json', '-o', 'told', '--only', 'decision-record');
	const record = await readFile(join(folder, 'told', 'decision-record.md'), 'utf8');
	expect(record).toContain('| Ann Smith | 2026-11-20 | Scoring | online | the workload |');
	const { stdout } = await inFolder('explain', 'told.json', 'machine-telemetry');
	expect(stdout).toContain('Scoring: online (answered by Ann Smith, 2026-11-20)');
	const nobody = await inFolder('questions', '--demo', '-o', 'form.md');
	expect(nobody.status).toBe(2);
	expect(nobody.stderr).toMatch(/--for/);
});

test('every command has help with an example', async () => {
	const { stdout } = await inFolder('--help');
	const names = [...stdout.matchAll(/^headwater ([a-z]+) {2,}/gm)].map(([, name]) => name as string);
	expect(names.length).toBeGreaterThan(7);
	for (const name of names) {
		const help = await inFolder(name, '--help');
		expect(help.status).toBe(0);
		expect(help.stdout).toMatch(new RegExp(`Example:\\n {2}headwater ${name}\\b`));
	}
});

test('what an export says ends its line', async () => {
	await inFolder('plan', '--demo', '-o', 'said.json');
	const { status, stderr } = await inFolder('export', 'said.json', '-o', 'said');
	expect(status).toBe(0);
	expect(stderr).toMatch(/files were written to said\.\n.*\n$/s);
});

test('a plan checked against its own estate fits, against another it does not', async () => {
	await inFolder('discover', '--demo', '-o', 'moved.json');
	await inFolder('plan', '--demo', '-o', 'made.json');
	expect(await inFolder('check', 'made.json', '--estate', 'moved.json')).toMatchObject({ status: 0, stderr: '' });
	const estate = JSON.parse(await readFile(join(folder, 'moved.json'), 'utf8'));
	const [gone] = estate.sources.splice(0, 1);
	await writeFile(join(folder, 'moved.json'), JSON.stringify(estate));
	const moved = await inFolder('check', 'made.json', '--estate', 'moved.json', '--json');
	expect(moved.status).toBe(1);
	expect(JSON.parse(moved.stdout)).toMatchObject({ drifted: true, gone: [gone.id] });
});

test("an organisation's file declares, plans and explains in its own words", async () => {
	const pack = fileURLToPath(new URL('../docs/acme.pack.yaml', import.meta.url));
	await writeFile(
		join(folder, 'depot.yaml'),
		`version: 1
places: [{ id: depot, title: Depot, where: on-premises, facts: { bandwidth: 100 Mbps, acme.depot: yes } }]
sources: [{ id: scans, title: Scans, family: file, place: depot, facts: { volume: 60 TB, change: 0, protocol: nfs, deadline: 20 days } }]
`,
	);
	expect((await inFolder('discover', '--declared', 'depot.yaml')).stderr).toMatch(/there is no fact "acme\.depot"/);
	const found = await inFolder('discover', '--declared', 'depot.yaml', '--pack', pack, '-o', 'depot.json');
	expect(found.status).toBe(0);
	await inFolder('plan', '--estate', 'depot.json', '--pack', pack, '-o', 'depot.plan.json');
	const { stdout } = await inFolder('explain', 'depot.plan.json', 'scans', '--pack', pack);
	expect(stdout).toMatch(/Route +Acme disk van/);
	expect(stdout).toMatch(/An Acme depot is at this place: yes/);
});

test('newer prices are written to a file that a plan takes', async () => {
	const recorded = fileURLToPath(new URL('discovery/registers/recorded', import.meta.url));
	const { stderr } = await inFolder(
		'refresh',
		'prices',
		'--from',
		recorded,
		'--as-of',
		'2026-11-22',
		'-o',
		'prices.json',
	);
	expect(stderr).toMatch(/^21 prices of us-east-1 were read/);
	const priced = await inFolder('plan', '--demo', '--prices', 'prices.json', '--json');
	const plain = await inFolder('plan', '--demo', '--json');
	expect(priced.status).toBe(0);
	expect(JSON.parse(priced.stdout).madeFrom.catalog).not.toBe(JSON.parse(plain.stdout).madeFrom.catalog);
	expect((await inFolder('refresh', 'tides')).stderr).toMatch(/There is no register "tides"\./);
});
