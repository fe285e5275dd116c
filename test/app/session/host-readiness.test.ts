import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readinessHost } from '../../../source/app/session/host-readiness.ts';
import { demoEstate } from '../../../source/discovery/demo/index.ts';
import { readFolder } from '../../../source/discovery/importers/folder.ts';
import { noAnswers } from '../../../source/estate/answers.ts';
import { folderOf } from '../../peers/profiling.ts';

const now = () => new Date('2026-11-24T10:00:00Z');
const host = (home = '/nowhere') => readinessHost({ env: {}, now, version: '0' }, (path) => join(home, path));
const { signal } = new AbortController();
const csv = (rows: number): string =>
	`id,mail\n${Array.from({ length: rows }, (_, index) => `${index},canary-${index}@example.com`).join('\n')}\n`;

async function folderWith(rows: number) {
	const folder = await folderOf({ 'data/orders.csv': csv(rows) });
	const estate = await readFolder(join(folder, 'data'), { now, signal });
	const [source] = estate.sources;
	const request = { estate, about: [source?.id ?? ''], databases: [], profiles: [], demo: false };
	return { folder, estate, request };
}

test('what would be read is told without reading, with what cannot be', async () => {
	const { sources } = await demoEstate();
	const offer = await host().offer(sources.filter(({ kind }) => ['s3-bucket', 'dynamodb-table', 'nas'].includes(kind)));
	expect(offer.consent.whom).toBe('headwater would read contents of 7 sources:');
	expect(offer.consent.each).toContain('customer-profiles: items of random segments, for up to 25 read units');
	expect(offer.consent.most).toMatch(/In all at most 360 MB, 2,000,000 rows and 2 min, 25 read units/);
	expect(offer.unable).toEqual([expect.stringContaining('(nas): cannot be read in samples')]);
});

test('what disturbs others is read only where it alone was chosen', async () => {
	const { sources } = await demoEstate();
	const streams = sources.filter(({ kind }) => kind === 'kinesis-stream' || kind === 's3-bucket');
	const stream = streams.filter(({ kind }) => kind === 'kinesis-stream').slice(0, 1);
	expect((await host().offer(streams)).about).not.toContain(stream[0]?.id);
	expect((await host().offer(stream)).about).toEqual([stream[0]?.id]);
});

test('samples are read in a thread of their own, told while they are, and judged', async () => {
	const { request } = await folderWith(5000);
	const told: string[] = [];
	const { sources } = await host().sample(request, noAnswers, ({ title }) => told.push(title), signal);
	expect(told[0]).toBe('orders (csv)');
	const [table] = sources[0]?.tables ?? [];
	expect(table?.figures.rows).toBe(5000);
	expect(table?.roles.keys).toContain('id');
	expect(JSON.stringify(sources)).not.toContain('canary');
});

test('a reading that is stopped gives what was read until then', async () => {
	const { request } = await folderWith(50);
	const stopped = new AbortController();
	stopped.abort();
	const { sources } = await host().sample(request, noAnswers, () => undefined, stopped.signal);
	expect(sources).toEqual([]);
});

test('the recorded account shows contents, the same in every run', async () => {
	const estate = await demoEstate();
	const about = estate.sources
		.filter(({ title }) => /archive$|customer-profiles|-logs$/.test(title))
		.map(({ id }) => id);
	const request = { estate, about, target: 'churned', databases: [], profiles: [], demo: true };
	const read = () => host().sample(request, noAnswers, () => undefined, signal);
	const [once, twice] = [await read(), await read()];
	expect(JSON.stringify(twice).replaceAll(/"at":"[^"]*"/g, '')).toBe(
		JSON.stringify(once).replaceAll(/"at":"[^"]*"/g, ''),
	);
	const tables = once.sources.flatMap((source) => source.tables);
	expect(tables.map(({ figures }) => figures.format).toSorted()).toEqual(['csv', 'items', 'ndjson']);
	expect(tables.map(({ figures }) => (figures.population ?? 0) > figures.rows)).toEqual([true, true, true]);
	expect(once.sources.flatMap(({ unread }) => unread)).toEqual([
		expect.stringContaining('vpc-flow-logs were not recorded'),
	]);
	expect(tables.find(({ figures }) => figures.format === 'items')?.figures.target?.labels).toHaveLength(2);
});

test('the report is written as three files or as the one that is named, and over nothing else', async () => {
	const { folder, request } = await folderWith(40);
	const readiness = await host().sample(request, noAnswers, () => undefined, signal);
	const files = await host(folder).report(readiness, 'ready');
	expect(files).toEqual(['md', 'html', 'json'].map((ending) => join(folder, `ready.${ending}`)));
	expect(await readFile(join(folder, 'ready.md'), 'utf8')).toContain('| id | integer | 40 | 100 % |');
	expect(await readFile(join(folder, 'ready.html'), 'utf8')).toMatch(/^<!doctype html>/);
	expect(JSON.parse(await readFile(join(folder, 'ready.json'), 'utf8'))).toMatchObject({ version: 1 });
	expect(await host(folder).report(readiness, 'ready.html')).toEqual([join(folder, 'ready.html')]);
	await writeFile(join(folder, 'notes.md'), 'my own');
	await expect(host(folder).report(readiness, 'notes.md')).rejects.toThrow('notes.md exists and is no report');
});
