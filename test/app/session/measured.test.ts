import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSession, saveSession } from '../../../source/app/session/keep-session.ts';
import { newSession } from '../../../source/app/session/new-session.ts';
import { reduce } from '../../../source/app/session/reduce.ts';
import type { Session, SessionAction } from '../../../source/app/session/session.ts';
import { facts } from '../../../source/facts/index.ts';
import { profileOf } from '../../peers/profiling.ts';

const at = '2026-11-24T10:00:00.000Z';
const scope = { demo: false, profiles: [], regions: [], folders: ['data'], declared: [] };
const rows = (names: readonly string[]): string =>
	`id,name\n${Array.from({ length: 40 }, (_, index) => `${index},${names[index % names.length]}`).join('\n')}\n`;

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'headwater-measured-'));
	await writeFile(join(folder, 'orders.csv'), rows(['a', 'b']));
});
afterEach(() => rm(folder, { recursive: true }));

async function story() {
	const { estate, ...readiness } = await profileOf(folder);
	const start = newSession('/sessions/churn', 'Churn', scope, at);
	const found = reduce(start, { type: 'found', estate });
	const measured: SessionAction = { type: 'measured', readiness };
	return { estate, readiness, found, measured };
}
const keyed = ({ estate }: Session) => estate.sources[0]?.facts['keys.known'];

test('what samples showed stands in the estate as measured, and undo and redo go over it', async () => {
	const { estate, found, measured } = await story();
	const session = reduce(found, measured);
	expect(keyed(session)).toMatchObject({ value: true, from: 'measured' });
	const back = reduce(session, { type: 'undo' });
	expect(back.estate).toEqual(estate);
	expect(back.readiness).toBeUndefined();
	const again = reduce(back, { type: 'redo' });
	expect(again.estate).toEqual(session.estate);
	expect(again.readiness).toEqual(session.readiness);
});

test('answers and samples are undone one after the other, in their order', async () => {
	const { found, measured, estate } = await story();
	const answer: SessionAction = { type: 'answer', fact: 'scoring', scope: 'workload', about: [], answer: 'online', at };
	const both = reduce(reduce(found, measured), answer);
	const one = reduce(both, { type: 'undo' });
	expect([one.answers.workload, keyed(one)?.from]).toEqual([{}, 'measured']);
	expect(reduce(one, { type: 'undo' }).estate).toEqual(estate);
});

test('what was measured survives another discovery, and is undone from its result', async () => {
	const { found, measured, estate } = await story();
	const fresh = { ...estate, sources: estate.sources.map((source) => ({ ...source, title: 'renamed' })) };
	const session = reduce(reduce(found, measured), { type: 'found', estate: fresh });
	expect(session.estate.sources[0]?.title).toBe('renamed');
	expect(keyed(session)?.from).toBe('measured');
	expect(reduce(session, { type: 'undo' }).estate).toEqual(fresh);
});

test('a source that is read anew has one report', async () => {
	const { found, measured } = await story();
	expect(reduce(reduce(found, measured), measured).readiness?.sources).toHaveLength(1);
});

test('the report is kept beside the session, opens with it, and is gone when it was undone', async () => {
	const { found, measured } = await story();
	const session = { ...reduce(found, measured), id: join(folder, 'session') };
	await saveSession(session, undefined, facts);
	const opened = await openSession(session.id, facts);
	expect(opened.readiness).toEqual(JSON.parse(JSON.stringify(session.readiness)));
	expect(keyed(opened)?.from).toBe('measured');
	await saveSession(reduce(session, { type: 'undo' }), session, facts);
	expect((await openSession(session.id, facts)).readiness).toBeUndefined();
});

test('a report that was damaged on the disk is named', async () => {
	const { found, measured } = await story();
	const session = { ...reduce(found, measured), id: join(folder, 'session') };
	await saveSession(session, undefined, facts);
	for (const text of ['{', '{"version":1,"sources":[{"source":"a","title":"a","at":"b","unread":[],"tables":[{}]}]}']) {
		await writeFile(join(session.id, 'readiness.json'), text);
		await expect(openSession(session.id, facts)).rejects.toThrow(/readiness\.json cannot be read as a report/);
	}
});
