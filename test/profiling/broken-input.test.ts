import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { readingAround } from '../../source/app/readiness/reading-around.ts';
import { localFile } from '../../source/profiling/formats/local-file.ts';
import { readFiles } from '../../source/profiling/formats/read-files.ts';
import { gathering } from '../../source/profiling/gathering.ts';
import { budgetOf, usualLimits } from '../../source/profiling/limits.ts';
import { seeded } from '../../source/profiling/random.ts';
import { tableFigures } from '../../source/profiling/table-figures.ts';
import { folderOf, profileOf } from '../peers/profiling.ts';

const fuzzed = Number(process.env.HEADWATER_FUZZED_FILES ?? 200);
const canary = 'canary-90ab';

async function seeds(folder: string): Promise<readonly (readonly [name: string, content: Buffer])[]> {
	const csv = `id,name,at\n${Array.from({ length: 60 }, (_, index) => `${index},"${canary} ${index}",2026-01-01T00:00:0${index % 10}Z`).join('\n')}\n`;
	const ndjson = Array.from({ length: 40 }, (_, id) =>
		JSON.stringify({ id, who: { name: canary }, tags: [1, 'x'] }),
	).join('\n');
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	await connection.run(
		`COPY (SELECT i AS id, '${canary}' || i AS name, {'a': i, 'b': [i]} AS nested FROM range(300) t(i)) TO '${folder}/seed.parquet' (COMPRESSION zstd)`,
	);
	await connection.run("SET force_mbedtls_unsafe = 'true'");
	await connection.run("PRAGMA add_parquet_key('key', '0123456789112345')");
	await connection.run(
		`COPY (SELECT i AS id, '${canary}' AS name FROM range(300) t(i)) TO '${folder}/locked.parquet' (ENCRYPTION_CONFIG {footer_key: 'key'})`,
	);
	connection.closeSync();
	const { readFileSync } = await import('node:fs');
	return [
		['rows.csv', Buffer.from(csv)],
		['rows.tsv', Buffer.from(csv.replaceAll(',', '\t'))],
		['rows.ndjson', Buffer.from(ndjson)],
		['rows.json', Buffer.from(`[${ndjson.replaceAll('\n', ',')}]`)],
		['rows.csv.gz', gzipSync(csv)],
		['rows.csv.zst', zstdCompressSync(Buffer.from(csv))],
		['rows.parquet', readFileSync(join(folder, 'seed.parquet'))],
		['locked.parquet', readFileSync(join(folder, 'locked.parquet'))],
		['picture.png', Buffer.from('89504e470d0a1a0a0000000d494844520000', 'hex')],
		['log.txt', Buffer.from(`${canary} started\n`.repeat(30))],
	];
}

/** One fault, or several: cut off, bytes changed, put in, taken out, doubled. */
function spoiled(content: Buffer, random: () => number): Buffer {
	let bytes = Buffer.from(content);
	for (let fault = 0; fault <= random() * 3; fault += 1) {
		const at = Math.floor(random() * (bytes.length + 1));
		const kind = Math.floor(random() * 6);
		if (kind === 0) bytes = bytes.subarray(0, at);
		else if (kind === 1)
			for (let index = 0; index < 8 && bytes.length > 0; index += 1)
				bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
		else if (kind === 2)
			bytes = Buffer.concat([
				bytes.subarray(0, at),
				Buffer.from([0, 0xff, 0xfe, 0x22, 0x0a, 0x7b].slice(0, 1 + (at % 6))),
				bytes.subarray(at),
			]);
		else if (kind === 3)
			bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + 20))]);
		else if (kind === 4) bytes = Buffer.concat([bytes, bytes.subarray(at)]);
		else bytes = Buffer.concat([bytes.subarray(at), bytes.subarray(0, at)]);
	}
	return bytes;
}

test(`${fuzzed} broken files each end as rows or as a sentence, and none tells what is in it`, async () => {
	const folder = await folderOf({});
	const originals = await seeds(folder);
	const random = seeded(11);
	const { signal } = new AbortController();
	const around = await readingAround(
		{ version: 1, scanned: [], workload: {}, places: [], sources: [], links: [], gaps: [] },
		{ signal, now: () => new Date(0) },
	);
	const sentence = /^[^\n\r]{10,300}$/;
	for (let index = 0; index < fuzzed; index += 1) {
		const [name, content] = originals[index % originals.length] as readonly [string, Buffer];
		const bytes = spoiled(content, random);
		const path = `${index}-${name}`;
		writeFileSync(join(folder, path), bytes);
		const gathered = gathering();
		const list = {
			root: folder,
			count: 1,
			volume: bytes.length,
			sizes: [],
			histogram: [],
			chosen: [{ path, size: bytes.length }],
		};
		const budget = budgetOf({ ...usualLimits, bytes: 1_000_000 }, () => performance.now());
		const read = await readFiles(
			list,
			{ ...around, budget, gathering: gathered, random, isOneOfMany: false },
			{ each: 1024, parts: 8, mostOfOne: 1e6, open: () => localFile(join(folder, path), path) },
		);
		const figures = gathered.tables.map((table) => tableFigures(table, read));
		for (const told of [...gathered.troubles, ...figures.flatMap(({ troubles }) => troubles)])
			expect(told).toMatch(sentence);
		expect(bytes.length === 0 || figures.length > 0 || gathered.troubles.length > 0, path).toBe(true);
		expect(JSON.stringify([figures, gathered.troubles]), path).not.toContain('canary');
	}
}, 300_000);

test('a small file that unpacks to gigabytes is read as far as the limits go', async () => {
	const bomb = gzipSync(Buffer.alloc(200_000_000, 'a,b\n1,2\n'));
	const { sources } = await profileOf(await folderOf({ 'bomb.csv.gz': bomb }), { bytes: 20_000_000 });
	const figures = sources[0]?.tables[0]?.figures;
	expect(figures?.whole).toBe(false);
	expect(figures?.rows).toBeLessThan(6_000_000);
});

test('a line of a hundred million characters is left out, and the others are read', async () => {
	const { sources } = await profileOf(
		await folderOf({ 'long.csv': `id,text\n1,a\n2,${'x'.repeat(100_000_000)}\n3,c\n` }),
	);
	expect(sources[0]?.tables[0]?.figures).toMatchObject({
		rows: 2,
		troubles: [expect.stringContaining('has lines of more than 1,000,000 characters')],
	});
});

test('links in circles are not followed, and what cannot be opened is told by its name', async () => {
	const folder = await folderOf({ 'data/orders.csv': 'id,amount\n1,2\n', 'data/gone.csv': 'id,amount\n3,4\n' });
	symlinkSync(folder, join(folder, 'data/loop'));
	mkdirSync(join(folder, 'data/deep'));
	chmodSync(join(folder, 'data/gone.csv'), 0);
	const isRoot = spawnSync('id', ['-u']).stdout.toString().trim() === '0';
	const { sources } = await profileOf(folder);
	expect(sources[0]?.tables[0]?.figures.rows).toBe(isRoot ? 2 : 1);
	if (!isRoot) expect(sources[0]?.unread).toEqual(['data/gone.csv could not be read: reading it is not permitted.']);
});

test('a file that changes while it is read says so, and is no whole sample', async () => {
	const folder = await folderOf({ 'orders.csv': 'id,amount\n1,2\n2,3\n' });
	const { signal } = new AbortController();
	const around = await readingAround(
		{ version: 1, scanned: [], workload: {}, places: [], sources: [], links: [], gaps: [] },
		{ signal, now: () => new Date(0) },
	);
	const gathered = gathering();
	const list = {
		root: folder,
		count: 1,
		volume: 20,
		sizes: [],
		histogram: [],
		chosen: [{ path: 'orders.csv', size: 20 }],
	};
	const read = await readFiles(
		list,
		{ ...around, budget: budgetOf(usualLimits, () => 0), gathering: gathered, random: seeded(1), isOneOfMany: false },
		{
			each: 1024,
			parts: 8,
			mostOfOne: 1e6,
			async open() {
				const file = await localFile(join(folder, 'orders.csv'), 'orders.csv');
				writeFileSync(join(folder, 'orders.csv'), 'id,amount\n1,2\n2,3\n9,9\n');
				return file;
			},
		},
	);
	expect(read.whole).toBe(false);
	expect(gathered.tables.map((table) => tableFigures(table, read).troubles)).toEqual([
		['orders.csv changed while it was read.'],
	]);
});
