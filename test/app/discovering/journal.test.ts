import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { journalFile, journalOf, openJournal } from '../../../source/app/discovering/journal.ts';

let file: string;
let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'headwater-journal-'));
	file = join(folder, 'scans', 'a.ndjson');
});
afterEach(() => rmSync(folder, { recursive: true }));
const now = () => new Date('2026-11-25T09:00:00Z');
const later = () => new Date('2026-11-26T09:00:00Z');

test('what was kept is recalled, at once and after a restart; the time is that of the beginning', async () => {
	const journal = await openJournal(file, { resume: false, now });
	journal.memory.keep('a', { answer: { text: 'ä'.repeat(1000) } });
	journal.memory.keep('b', { absent: { name: 'NoSuchTagSet', message: 'none', status: 404 } });
	expect(await journal.memory.recall('a')).toEqual({ answer: { text: 'ä'.repeat(1000) } });
	expect(await journal.memory.recall('c')).toBeUndefined();
	await journal.close(false);
	const again = await openJournal(file, { resume: true, now: later });
	expect([again.at, again.recalled]).toEqual([now().toISOString(), 2]);
	expect(await again.memory.recall('b')).toEqual({ absent: { name: 'NoSuchTagSet', message: 'none', status: 404 } });
	again.memory.keep('c', { answer: 7 });
	await again.close(false);
	expect((await openJournal(file, { resume: true, now: later })).recalled).toBe(3);
});

test('only its owner may read it', async () => {
	await (await openJournal(file, { resume: false, now })).close(false);
	expect([statSync(file).mode & 0o777, statSync(join(folder, 'scans')).mode & 0o777]).toEqual([0o600, 0o700]);
});

test('wherever a kill cuts the file, every whole line is recalled and nothing else, and what follows is kept', async () => {
	const keys = ['first', 'second', 'third'];
	const journal = await openJournal(file, { resume: false, now });
	for (const key of keys) journal.memory.keep(key, { answer: { key } });
	await journal.close(false);
	const whole = readFileSync(file);
	for (let size = whole.indexOf(10) + 1; size <= whole.length; size += 7) {
		truncateSync(file, 0);
		appendFileSync(file, whole.subarray(0, size));
		const cut = await openJournal(file, { resume: true, now: later });
		const lines = whole.subarray(0, size).toString().split('\n').length - 2;
		for (const [index, key] of keys.entries()) {
			expect(await cut.memory.recall(key), `${size} ${key}`).toEqual(index < lines ? { answer: { key } } : undefined);
		}
		cut.memory.keep('more', { answer: 1 });
		await cut.close(false);
		const again = await openJournal(file, { resume: true, now: later });
		expect(await again.memory.recall('more')).toEqual({ answer: 1 });
		await again.close(false);
	}
});

test('a finished journal is removed; a file that is none, or a missing one, is no journal', async () => {
	expect(await journalOf(file)).toBeUndefined();
	await (await openJournal(file, { resume: true, now })).close(false);
	expect(await journalOf(file)).toBe(now().toISOString());
	await (await openJournal(file, { resume: true, now })).close(true);
	expect(await journalOf(file)).toBeUndefined();
	appendFileSync(file, 'not ours\n');
	expect(await journalOf(file)).toBeUndefined();
});

test('a scope has one journal whoever reads it, and another where another endpoint answers', () => {
	const env = { XDG_STATE_HOME: '/state' };
	const scope = { regions: ['eu-central-1'], profiles: ['a'] };
	const own = journalFile(scope, { ...env, AWS_ACCESS_KEY_ID: 'one' });
	expect(own).toMatch(/^\/state\/headwater\/scans\/[\w-]{22}\.ndjson$/);
	expect(journalFile({ profiles: ['a'], regions: ['eu-central-1'] }, { ...env, AWS_ACCESS_KEY_ID: 'two' })).toBe(own);
	expect(journalFile({ ...scope, regions: [] }, env)).not.toBe(own);
	expect(journalFile(scope, { ...env, AWS_ENDPOINT_URL: 'http://127.0.0.1:1' })).not.toBe(own);
});
