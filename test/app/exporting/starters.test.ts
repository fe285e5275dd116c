import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { matchExport } from '../../../source/app/exporting/match.ts';
import { listStarters, startProject } from '../../../source/app/exporting/starters.ts';
import { parsePlan } from '../../../source/plan/parse-plan.ts';

const home = new URL('../../../', import.meta.url);
let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'headwater-starter-'));
});
afterEach(() => rm(folder, { recursive: true }));
const read = (path: string) => readFile(join(folder, path), 'utf8');

test('a starter is an export of its plan with the documents from which it follows', async () => {
	const report = await startProject('data-lake', folder, home);
	expect(report.verdicts.every(({ action }) => action === 'created')).toBe(true);
	const file = new URL('templates/starters/data-lake/plan.json', home);
	const plan = parsePlan(await readFile(file, 'utf8'), 'plan.json');
	expect(JSON.parse(await read('cdk/plan.json'))).toEqual(plan);
	expect(plan.strategy.id).toBe('data-lake');
	expect(await matchExport(plan, folder, home)).toMatchObject({ matches: true });
	expect(await read('declared.yaml')).toMatch(/^# What this pipeline reads/);
	expect(await read('answers.yaml')).toMatch(/^version: 1$/m);
});

test('what was changed in its documents is kept when it is started again', async () => {
	await startProject('federation', folder, home);
	await writeFile(join(folder, 'declared.yaml'), 'version: 1\n');
	await startProject('federation', folder, home);
	expect(await read('declared.yaml')).toBe('version: 1\n');
});

test('the list has a line and a picture of each, no line wider than the terminal', async () => {
	const list = await listStarters(home, 80);
	expect([...list.matchAll(/^([a-z-]+): .+\.$/gm)].map(([, name]) => name)).toEqual([
		...['data-lake', 'lakehouse', 'federation', 'streaming', 'hybrid', 'regulated'],
	]);
	const pictures = list.split('\n').filter((line) => line.startsWith('  '));
	expect(Math.max(...pictures.map((line) => line.length))).toBeLessThanOrEqual(80);
	expect(pictures.filter((line) => line.includes('─▶')).length).toBeGreaterThan(20);
});

test('an unknown template is refused with those that there are', async () => {
	await expect(startProject('warehouse', folder, home)).rejects.toMatchObject({
		code: 'unknown-template',
		wayOut: expect.stringContaining('data-lake, lakehouse, federation, streaming, hybrid, regulated'),
	});
});
