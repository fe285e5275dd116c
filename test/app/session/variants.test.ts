import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSession, saveSession } from '../../../source/app/session/keep-session.ts';
import { newSession } from '../../../source/app/session/new-session.ts';
import { reduce } from '../../../source/app/session/reduce.ts';
import { facts } from '../../../source/facts/index.ts';
import { exampleEstate } from '../../ui/memory-host.ts';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'headwater-variants-'));
});
afterEach(() => rm(folder, { recursive: true }));

const at = '2026-11-24T10:00:00.000Z';
const scope = { demo: true, profiles: [], regions: [], folders: [], declared: [] };

test('variants are kept beside the answers and come back with them', async () => {
	const begun = reduce(newSession(folder, 'Churn', scope, at), { type: 'found', estate: exampleEstate });
	const answered = reduce(begun, { type: 'choose strategy', strategy: 'lake', at });
	const kept = reduce(reduce(answered, { type: 'keep variant', name: 'cheapest' }), {
		type: 'answer',
		fact: 'scoring',
		scope: 'workload',
		about: [],
		answer: 'online',
		at,
	});
	await saveSession(kept, undefined, facts);
	const opened = await openSession(folder, facts);
	expect(opened.variants).toEqual({ cheapest: answered.answers });
	const back = reduce(opened, { type: 'use variant', name: 'cheapest', at });
	expect(back.answers).toEqual(answered.answers);
	expect(reduce(back, { type: 'undo' }).answers).toEqual(opened.answers);
	expect(reduce(opened, { type: 'use variant', name: 'toString', at })).toBe(opened);
});

test('a session without variants has no file of them, and a damaged one is named with the way out', async () => {
	const begun = reduce(newSession(folder, 'Churn', scope, at), { type: 'found', estate: exampleEstate });
	await saveSession(begun, undefined, facts);
	expect(await readdir(folder)).not.toContain('variants.json');
	await writeFile(join(folder, 'variants.json'), '{"version":1,"variants":[1]}');
	await expect(openSession(folder, facts)).rejects.toMatchObject({
		code: 'variants-damaged',
		message: expect.stringContaining('variants.json'),
	});
});
