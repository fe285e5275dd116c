import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Surroundings } from '../../../source/app/command.ts';
import { reduce } from '../../../source/app/session/reduce.ts';
import { openHost } from '../../../source/app/session/session-host.ts';
import { HeadwaterError } from '../../../source/errors.ts';
import { parseEstate } from '../../../source/estate/parse-estate.ts';
import { printEstate } from '../../../source/estate/print-estate.ts';
import { largeEstate } from '../../peers/large-account.ts';
import { exampleEstate } from '../../ui/memory-host.ts';

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
	home: new URL('../../../', import.meta.url),
	now: () => new Date(at),
	interactive: true,
	columns: 100,
	signal: new AbortController().signal,
	print: () => undefined,
	note: () => undefined,
	ask: () => Promise.resolve(''),
});
const self = { pid: 1, host: 'here', isAlive: () => true };
const scope = { demo: true, profiles: [], regions: [], folders: [], declared: [] };

test('a session that was saved is listed with its progress, and opens as it was', async () => {
	const host = await openHost(around(), undefined, self);
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

	const again = await openHost(around(), undefined, self);
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
	const { session: opened, heldBy } = await again.open(begun.id);
	expect(heldBy).toBeUndefined();
	expect(opened.question).toBe('volume@source:x');
	expect(opened.answers).toEqual(last.answers);
	expect(opened.estate.sources.map(({ id }) => id).toSorted()).toEqual(
		exampleEstate.sources.map(({ id }) => id).toSorted(),
	);
	expect((await readdir(begun.id)).toSorted()).toEqual(['answers.yaml', 'estate.json', 'open.lock', 'session.json']);
	await again.release();
	expect(await readdir(begun.id)).not.toContain('open.lock');
});

test('a folder that is named is opened if it holds a session, begun if it is empty, and refused if it holds other files', async () => {
	const folder = join(home, 'churn');
	const host = await openHost(around(), 'churn', self);
	expect(host.given).toBeUndefined();
	const begun = host.begin('Churn', scope);
	expect(begun.id).toBe(folder);
	host.save(begun);
	await host.settled();
	expect((await openHost(around(), 'churn', self)).given?.session.title).toBe('Churn');

	await mkdir(join(home, 'other'));
	await writeFile(join(home, 'other', 'notes.txt'), 'not ours');
	await expect(openHost(around(), 'other', self)).rejects.toThrow('holds other files');
});

test('a session that another window has is only read, until it is taken over; then the other can save no more', async () => {
	const first = await openHost(around(), undefined, self);
	const begun = reduce(first.begin('Churn', scope), { type: 'found', estate: exampleEstate });
	first.save(begun);
	await first.settled();

	const second = await openHost(around(), undefined, { ...self, pid: 2 });
	expect((await second.open(begun.id)).heldBy).toEqual({ pid: 1, host: 'here', since: at });
	expect((await second.seize(begun.id)).heldBy).toBeUndefined();
	first.save(reduce(begun, { type: 'go', stage: 'questions' }));
	await expect(first.settled()).rejects.toThrow('This session is open elsewhere now: process 2 on here');
});

test('what a crash left half-written in a session goes when the program is next started, unless a window is at it', async () => {
	const host = await openHost(around(), undefined, self);
	const begun = host.begin('Churn', scope);
	host.save(begun);
	await host.settled();
	const part = join(begun.id, 'answers.yaml.12ab34cd.part');
	await writeFile(part, 'version');
	const other = await openHost(around(), undefined, { ...self, pid: 2 });
	await other.tidy();
	expect(await readdir(begun.id)).toContain('answers.yaml.12ab34cd.part');
	await host.release();
	await other.tidy();
	expect(await readdir(begun.id)).toEqual(['answers.yaml', 'estate.json', 'session.json']);
});

test('a fault is noted in a log that only its owner may read, without anything that steers a terminal', async () => {
	const host = await openHost(around(), undefined, self);
	const log = await host.noteFault(new Error('broken \u001b]0;title\u0007 \u001b[2J'));
	expect(log).toBe(join(home, 'state/headwater/faults.log'));
	const text = await readFile(log ?? '', 'utf8');
	expect(text).toContain('headwater 0.1.0\nError: broken');
	expect(text).not.toContain('\u001b');
	expect((await stat(log ?? '')).mode & 0o777).toBe(0o600);
});

test('a damaged session is refused with the name of the file and the way out', async () => {
	await mkdir(join(home, 'broken'));
	await writeFile(join(home, 'broken', 'session.json'), '{"version": 1, "title": "Chu');
	const refused = await openHost(around(), 'broken', self).catch((error: unknown) => error);
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
	const { profiles } = await openHost(around({ AWS_PROFILE: 'analytics' }), undefined, self);
	expect(profiles).toEqual({ names: ['default', 'analytics', 'legacy'], ambient: false, chosen: 'analytics' });
	const without = await openHost(around({ HOME: join(home, 'nobody'), AWS_ACCESS_KEY_ID: 'x' }), undefined, self);
	expect(without.profiles).toEqual({ names: [], ambient: true });
});

test("an organisation's file beside the session brings its facts, and answers to them are kept", async () => {
	const folder = join(home, 'acme');
	const first = await openHost(around(), folder, self);
	const begun = first.begin('Depots', scope);
	first.save(begun);
	await first.settled();
	await copyFile(new URL('../../../docs/acme.pack.yaml', import.meta.url), join(folder, 'pack.yaml'));

	const host = await openHost(around(), folder, self);
	const planner = await host.planner();
	const answered = reduce(host.given?.session ?? begun, {
		type: 'answer',
		fact: 'acme.class',
		scope: 'workload',
		about: [],
		answer: 'red',
		at,
	});
	host.save(answered);
	await host.settled();
	expect(planner.agenda(answered).map(({ fact, asks }) => [fact, asks])).toContainEqual([
		'acme.class',
		'Which Acme data class is it?',
	]);
	expect((await openHost(around(), folder, self)).given?.session.answers.workload).toEqual({ 'acme.class': 'red' });
});

test("a mistake in an organisation's file is told when its session is opened", async () => {
	const folder = join(home, 'acme');
	const first = await openHost(around(), folder, self);
	first.save(first.begin('Depots', scope));
	await first.settled();
	await writeFile(
		join(folder, 'pack.yaml'),
		'version: 1\ntitle: Acme\nsource: wiki\nchecked: 2026-11-20\nservice: {}\n',
	);
	await expect(openHost(around(), folder, self)).rejects.toThrow(
		/pack\.yaml, line 5: service: there is no field "service"\./,
	);
});

test('of a large session the first sources are seen before it is read, and it opens as it was', async () => {
	const host = await openHost(around(), 'large', self);
	const estate = largeEstate(6000);
	host.save(reduce(host.begin('Large', scope), { type: 'found', estate }));
	await host.settled();
	await host.release();
	const again = await openHost(around(), 'large', self);
	expect(again.given).toBeUndefined();
	expect(again.glimpse).toMatchObject({ folder: join(home, 'large'), sources: 6000, session: { title: 'Large' } });
	const shown = again.glimpse?.session.estate.sources ?? [];
	expect(shown.map(({ id }) => id)).toEqual(estate.sources.slice(0, 100).map(({ id }) => id));
	expect(shown.every(({ facts }) => Object.keys(facts).every((fact) => fact === 'volume' || fact === 'change'))).toBe(
		true,
	);
	const { session } = await again.open(join(home, 'large'));
	expect(session.estate).toEqual(parseEstate(printEstate(estate), 'estate.json'));
	expect(session).not.toHaveProperty('first');
});

test('a tour that was refused just before the end is refused for good, and one that cannot be kept is offered once more', async () => {
	const host = await openHost(around(), undefined, self);
	expect(host.isTourOver).toBe(false);
	host.endTour();
	await host.settled();
	expect((await openHost(around(), undefined, self)).isTourOver).toBe(true);
	expect((await stat(join(home, 'state/headwater/tour-over'))).mode & 0o777).toBe(0o600);

	await writeFile(join(home, 'no-folder'), '');
	const elsewhere = around({ XDG_STATE_HOME: join(home, 'no-folder') });
	const unable = await openHost(elsewhere, undefined, self);
	unable.endTour();
	await unable.settled();
	expect((await openHost(elsewhere, undefined, self)).isTourOver).toBe(false);
});
