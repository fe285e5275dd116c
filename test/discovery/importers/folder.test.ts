import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DiscoveryEvent } from '../../../source/discovery/events.ts';
import { dataSetFiles } from '../../../source/discovery/importers/data-set-files.ts';
import { readFolder, thisMachine } from '../../../source/discovery/importers/folder.ts';
import type { Source } from '../../../source/estate/estate.ts';
import { parseEstate } from '../../../source/estate/parse-estate.ts';
import { printEstate } from '../../../source/estate/print-estate.ts';

let root: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'headwater-folder-'));
});
afterEach(() => {
	chmodSync(root, 0o700);
	rmSync(root, { recursive: true, force: true });
});

function write(path: string, content: string | Uint8Array): void {
	const file = join(root, path);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, content);
}

const now = () => new Date('2026-11-24T09:00:00Z');
const at = '2026-11-24T09:00:00.000Z';
const read = (more = {}) => readFolder(root, { now, signal: new AbortController().signal, ...more });
const id = () => `this-machine${root}`;
const measured = (value: number | string, evidence: string) => ({ value, from: 'measured', evidence, at });

test('a data set is told by how much there is and what its files show', async () => {
	write('orders/2026/a.csv', 'id,total\n1,3\n2,4\n');
	write('orders/2026/b.csv', 'id,total\n3,5\n');
	const { sources, places, gaps } = await read();
	expect({ places, gaps }).toEqual({ places: [thisMachine], gaps: [] });
	expect(sources).toEqual([
		{
			id: `${id()}/orders#csv`,
			kind: 'folder',
			family: 'file',
			title: 'orders (csv)',
			place: 'this-machine',
			facts: {
				volume: measured(30, 'file sizes'),
				objects: measured(2, 'file sizes'),
				'object.largest': measured(17, 'file sizes'),
				format: measured('csv', 'first 4 KiB of 2 files'),
				structure: measured('structured', 'first 4 KiB of 2 files'),
				managed: measured('self', 'a local folder'),
				protocol: { value: 'nfs', from: 'assumed', evidence: 'a folder can be shared over NFS', at },
			},
		},
	]);
});

test('a name that holds control characters is coded, so that every document can hold it, and its files are found again', async () => {
	write('or\nders\u001b/a.csv', 'id\n1\n');
	const estate = await read();
	expect(estate.sources.map(({ id, title }) => [id, title])).toEqual([
		[`${id()}/or%0Aders%1B#csv`, 'or%0Aders%1B (csv)'],
	]);
	const { signal } = new AbortController();
	const files = await dataSetFiles(estate, estate.sources[0] as Source, { most: 10, signal });
	expect(files.chosen).toEqual([{ path: 'or\nders\u001b/a.csv', size: 5 }]);
});

test('content decides over names, also inside gzip', async () => {
	write('a/x.json', '{"id":1}\n{"id":2}\n');
	write('b/x.csv', 'id\tname\n1\ta\n');
	write('c/x.csv.gz', gzipSync(`id,name\n${'1,a\n'.repeat(50_000)}`));
	write('d/x.csv', 'id,name\n1,a\n');
	write('d/y.csv', Buffer.from([0, 1, 2, 0]));
	write('e/x.parquet', 'PAR1');
	write('f/empty.csv', '');
	const { sources } = await read();
	expect(sources.map(({ title, facts }) => [title, facts.format?.value])).toEqual(
		[
			['x.json', 'a (ndjson)', 'ndjson'],
			['b (tsv)', 'tsv'],
			['c (csv.gz)', 'csv'],
			['d (csv)', 'mixed'],
			['e (parquet)', 'parquet'],
			['f (csv)', undefined],
		].map((row) => row.slice(-2)),
	);
});

test('links, hidden files and node_modules are left out', async () => {
	write('kept/a.csv', 'a,b\n1,2\n');
	write('.git/a.csv', 'a,b\n1,2\n');
	write('kept/.hidden.csv', 'a,b\n1,2\n');
	write('node_modules/x/a.csv', 'a,b\n1,2\n');
	symlinkSync(tmpdir(), join(root, 'out'));
	symlinkSync(join(root, 'kept'), join(root, 'kept', 'round'));
	const { sources } = await read();
	expect(sources.map((source) => [source.id, source.facts.objects?.value])).toEqual([[`${id()}/kept#csv`, 1]]);
});

test('an empty folder is empty, and a missing one is a fault that names it', async () => {
	const { scanned, sources } = await read();
	expect(sources).toEqual([]);
	expect(scanned).toEqual([
		{ account: 'this-machine', region: root, kind: 'folder', action: 'readdir', state: 'empty', calls: 1, found: 0 },
	]);
	await expect(readFolder(join(root, 'gone'), { now, signal: new AbortController().signal })).rejects.toMatchObject({
		code: 'no-folder',
		message: `The folder ${join(root, 'gone')} could not be read: there is no such folder.`,
	});
	write('file.csv', 'a,b');
	await expect(readFolder(join(root, 'file.csv'), { now, signal: new AbortController().signal })).rejects.toMatchObject(
		{
			message: `The folder ${join(root, 'file.csv')} could not be read: it is not a folder.`,
		},
	);
});

/** Root may read everything: such a test goes on as somebody else, and comes back. */
async function asNobody<T>(act: () => Promise<T>): Promise<T> {
	if (process.getuid?.() !== 0) return act();
	process.seteuid?.(65_534);
	try {
		return await act();
	} finally {
		process.seteuid?.(0);
	}
}

test('what may not be read is a gap, and the rest is found', async () => {
	write('open/a.csv', 'a,b\n1,2\n');
	write('shut/a.csv', 'a,b\n1,2\n');
	chmodSync(root, 0o755);
	chmodSync(join(root, 'shut'), 0);
	const { sources, gaps } = await asNobody(read);
	chmodSync(join(root, 'shut'), 0o700);
	expect(sources.map((source) => source.id)).toEqual([`${id()}/open#csv`]);
	expect(gaps).toEqual([
		{
			about: id(),
			why: 'shut could not be read: reading is not permitted.',
			cure: 'Permit reading, or declare what is there.',
		},
	]);
});

test('counting is bounded, and says so', async () => {
	for (let n = 0; n < 200; n += 1) write(`many/${n}.csv`, 'a,b\n1,2\n');
	const { sources, gaps } = await read({ mostFiles: 100 });
	expect(sources[0]?.facts.objects?.value).toBe(100);
	expect(gaps.map(({ why }) => why)).toEqual([
		'Counting stopped after 100 files; sizes are those of the part that was seen.',
	]);
});

test('folders deeper than the bound are told, not entered', async () => {
	write(`top/${'d/'.repeat(70)}deep.csv`, 'a,b\n1,2\n');
	write('top/a.csv', 'a,b\n1,2\n');
	const { sources, gaps } = await read();
	expect(sources[0]?.facts.objects?.value).toBe(1);
	expect(gaps[0]?.why).toMatch(/could not be read: it lies more than 64 folders deep\.$/);
});

test('events tell the reading as it goes', async () => {
	write('orders/a.csv', 'a,b\n1,2\n');
	const events: DiscoveryEvent[] = [];
	const estate = await read({ onEvent: (event: DiscoveryEvent) => events.push(event) });
	const cell = { account: 'this-machine', region: root, kind: 'folder' };
	expect(events).toEqual([
		{ type: 'planned', cells: [cell] },
		{ type: 'started', ...cell },
		{ type: 'source', source: estate.sources[0] },
		{ type: 'ended', cell: { ...cell, action: 'readdir', state: 'ok', calls: 3, found: 1 } },
	]);
	expect(parseEstate(printEstate(estate), 'estate.json')).toEqual(estate);
});

test('an interruption keeps what was counted, and says that it is a part', async () => {
	for (let n = 0; n < 200; n += 1) write(`many/${n}.csv`, 'a,b\n1,2\n');
	const stop = new AbortController();
	const clock = () => {
		stop.abort();
		return now();
	};
	const none = await read({ signal: AbortSignal.abort() });
	expect(none.sources).toEqual([]);
	expect(none.scanned[0]?.state).toBe('failed');
	const onEvent = ({ type }: DiscoveryEvent) => void (type === 'started' && setImmediate(clock));
	const { sources, gaps } = await read({ signal: stop.signal, onEvent });
	expect(sources.length).toBeLessThanOrEqual(1);
	expect(gaps.map(({ why }) => why)).toEqual(['The reading was stopped; sizes are those of the part that was seen.']);
});
