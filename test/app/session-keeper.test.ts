import { expect, test } from 'vitest';
import { keeper } from '../../source/app/session/keeper.ts';
import { newSession } from '../../source/app/session/new-session.ts';
import { reduce } from '../../source/app/session/reduce.ts';
import type { Session } from '../../source/app/session/session.ts';

const at = '2026-11-24T10:00:00.000Z';
const scope = { demo: true, profiles: [], regions: [], folders: [], declared: [] };
const first = newSession('/sessions/churn', 'Churn', scope, at);
const second = reduce(first, { type: 'go', stage: 'sources' });
const third = reduce(second, { type: 'go', stage: 'questions' });

test('states that come while one is written are skipped but for the newest', async () => {
	const writes: (readonly [Session, Session | undefined])[] = [];
	const kept = keeper(async (session, before) => {
		writes.push([session, before]);
	});
	kept.save(first);
	kept.save(second);
	kept.save(third);
	await kept.settled();
	expect(writes).toEqual([
		[first, undefined],
		[third, first],
	]);
});

test('another session is written whole, not against the one before', async () => {
	const befores: (Session | undefined)[] = [];
	const kept = keeper(async (_session, before) => {
		befores.push(before);
	});
	kept.save(first);
	await kept.settled();
	kept.save({ ...first, id: '/sessions/other' });
	await kept.settled();
	expect(befores).toEqual([undefined, undefined]);
});

test('what stands on the disk already is told to the next write, which leaves out what has not changed', async () => {
	const befores: (Session | undefined)[] = [];
	const kept = keeper(async (_session, before) => {
		befores.push(before);
	});
	kept.stands(first);
	kept.save(second);
	await kept.settled();
	expect(befores).toEqual([first]);
});

test('what could not be written is tried again when somebody waits for it, and the fault told if it fails again', async () => {
	let fails = 2;
	const written: Session[] = [];
	const kept = keeper(async (session) => {
		fails -= 1;
		if (fails >= 0) throw new Error('The disk is full.');
		written.push(session);
	});
	kept.save(first);
	await expect(kept.settled()).rejects.toThrow('The disk is full.');
	await kept.settled();
	expect(written).toEqual([first]);
});
