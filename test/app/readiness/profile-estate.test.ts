import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf } from '../../peers/profiling.ts';
import { headwater } from '../../peers/program.ts';

const canary = 'canary-7c1e@example.com';
const rows = `id,mail,amount\n${Array.from({ length: 40 }, (_, index) => `${index},${canary},918273645`).join('\n')}\n`;

async function discovered() {
	const folder = await folderOf({ 'data/orders.csv': rows });
	await headwater(['discover', '--folder', 'data', '-o', 'estate.json'], { cwd: folder });
	return folder;
}

test('without a yes the profile says what it would read, reads nothing and ends with 2', async () => {
	const cwd = await discovered();
	const { status, stdout, stderr } = await headwater(['profile', '--estate', 'estate.json'], { cwd });
	expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
	expect(stderr).toContain('headwater would read contents of 1 source:');
	expect(stderr).toContain('In all at most 1.49 KB, 2,000,000 rows and 2 min; it costs nothing.');
	expect(stderr).toContain('Nobody said yes to reading these samples. Nothing was read.');
});

test('with a yes it writes report and estate, and no value of a row stands in any of them', async () => {
	const cwd = await discovered();
	const run = (...more: readonly string[]) =>
		headwater(['profile', '--estate', 'estate.json', 'orders*', '--yes', ...more], { cwd });
	const text = await run();
	const json = await run('--json', '-o', 'measured.json');
	const markdown = await run('--report', 'report.md');
	const html = await run('--report', 'report.html');
	const ends = [text, json, markdown, html];
	expect(ends.map(({ status }) => status)).toEqual([0, 0, 0, 0]);
	expect(JSON.parse(json.stdout)).toMatchObject({ version: 1, sources: [{ title: 'orders (csv)' }] });
	const read = (name: string) => readFileSync(join(cwd, name), 'utf8');
	expect(read('measured.json')).toContain('"keys.known":{"value":true,"from":"measured"');
	expect(read('report.md')).toContain('| id | integer | 40 | 100 % |');
	expect(read('report.md')).toContain(
		'Rules = [\n        RowCount > 0,\n        IsComplete "id",\n        IsUnique "id"\n    ]',
	);
	expect(read('report.html')).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
	const written = [
		...ends.flatMap(({ stdout, stderr }) => [stdout, stderr]),
		read('measured.json'),
		read('report.md'),
		read('report.html'),
	].join('\n');
	expect(written).not.toContain('canary');
	expect(written).not.toContain('918273645');
	expect((await run('--json')).stdout.replace(/"at": "[^"]*"/g, '')).toBe(json.stdout.replace(/"at": "[^"]*"/g, ''));
});

test('a source that nobody found and a limit that is none are refused by name', async () => {
	const cwd = await discovered();
	const unknown = await headwater(['profile', '--estate', 'estate.json', 'nowhere', '--yes'], { cwd });
	expect([unknown.status, unknown.stderr]).toEqual([2, expect.stringContaining('The estate has no source "nowhere".')]);
	const limit = await headwater(['profile', '--estate', 'estate.json', '--yes', '--bytes', 'lots'], { cwd });
	expect([limit.status, limit.stderr]).toEqual([
		2,
		expect.stringContaining('--bytes "lots" is no amount above nothing.'),
	]);
	writeFileSync(join(cwd, 'data/orders.csv'), '');
	const empty = await headwater(['profile', '--estate', 'estate.json', '--yes'], { cwd });
	expect(empty.status).toBe(0);
});
