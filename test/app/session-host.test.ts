import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Surroundings } from '../../source/app/command.ts';
import { reduce } from '../../source/app/reduce.ts';
import { openHost } from '../../source/app/session-host.ts';
import { HeadwaterError } from '../../source/errors.ts';
import { exampleEstate } from '../ui/memory-host.ts';

let home: string;
beforeEach(async () => {
	home = await mkdtemp(join(tmpdir(), 'headwater-host-'));
});
afterEach(() => rm(home, { recursive: true }));

const at = '2026-11-24T10:00:00.000Z';
const around = (env: Surroundings['env'] = {}): Surroundings => ({
	version: '0.1.0',
	env: { HOME: home, XDG_STATE_HOME: join(home, 'state'), ...env },
	cwd: home,
	home: new URL('../../', import.meta.url),
	now: () => new Date(at),
	interactive: true,
	columns: 100,
	signal: new AbortController().signal,
	print: () => undefined,
	note: () => undefined,
	ask: () => Promise.resolve(''),
});
const scope = { demo: true, profiles: [], regions: [], folders: [], declared: [] };

test('a session that was saved is listed with its progress, and opens as it was', async () => {
	const host = await openHost(around(), undefined);
	expect(host.sessions).toEqual([]);
	const begun = host.begin('Demo account', scope);
	const asked = reduce(reduce(begun, { type: 'found', estate: exampleEstate }), { type: 'go', stage: 'questions' });
	const answered = reduce(asked, {
		type: 'answer',
		fact: 'scoring',
		scope: 'workload',
		about: [],
		answer: 'online',
		at,
	});
	const last = reduce(answered, { type: 'ask', question: 'volume@source:x' });
	for (const session of [begun, asked, answered, last]) host.save(session);
	await host.settled();

	const again = await openHost(around(), undefined);
	expect(again.sessions).toEqual([
		{
			id: '2026-11-24-10-00-00-demo-account',
			title: 'Demo account',
			folder: begun.id,
			stage: 'questions',
			savedAt: at,
			sources: 6,
			answers: 1,
		},
	]);
	const opened = await again.open(begun.id);
	expect(opened.question).toBe('volume@source:x');
	expect(opened.answers).toEqual(last.answers);
	expect(opened.estate.sources.map(({ id }) => id).toSorted()).toEqual(
		exampleEstate.sources.map(({ id }) => id).toSorted(),
	);
	expect((await readdir(begun.id)).toSorted()).toEqual(['answers.yaml', 'estate.json', 'session.json']);
});

test('a folder that is named is opened if it holds a session, begun if it is empty, and refused if it holds other files', async () => {
	const folder = join(home, 'churn');
	const host = await openHost(around(), 'churn');
	expect(host.given).toBeUndefined();
	const begun = host.begin('Churn', scope);
	expect(begun.id).toBe(folder);
	host.save(begun);
	await host.settled();
	expect((await openHost(around(), 'churn')).given?.title).toBe('Churn');

	await mkdir(join(home, 'other'));
	await writeFile(join(home, 'other', 'notes.txt'), 'not ours');
	await expect(openHost(around(), 'other')).rejects.toThrow('holds other files');
});

test('a damaged session is refused with the name of the file and the way out', async () => {
	await mkdir(join(home, 'broken'));
	await writeFile(join(home, 'broken', 'session.json'), '{"version": 1, "title": "Chu');
	const refused = await openHost(around(), 'broken').catch((error: unknown) => error);
	expect(refused).toBeInstanceOf(HeadwaterError);
	expect(refused).toMatchObject({ code: 'session-damaged', message: expect.stringContaining('session.json') });
});

test('profiles are named from the shared files, and nothing of what stands in them is kept', async () => {
	await mkdir(join(home, '.aws'));
	await writeFile(
		join(home, '.aws', 'config'),
		'[default]\nregion = eu-central-1\n[profile analytics]\n[sso-session corp]\n',
	);
	await writeFile(join(home, '.aws', 'credentials'), '[default]\naws_access_key_id = x\n[legacy]\n');
	const { profiles } = await openHost(around({ AWS_PROFILE: 'analytics' }), undefined);
	expect(profiles).toEqual({ names: ['default', 'analytics', 'legacy'], ambient: false, chosen: 'analytics' });
	const without = await openHost(around({ HOME: join(home, 'nobody'), AWS_ACCESS_KEY_ID: 'x' }), undefined);
	expect(without.profiles).toEqual({ names: [], ambient: true });
});
