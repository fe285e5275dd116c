import { expect, test } from 'vitest';
import { newSession } from '../../../source/app/session/new-session.ts';
import { reduce } from '../../../source/app/session/reduce.ts';
import type { Session, SessionAction } from '../../../source/app/session/session.ts';
import { type Answer, noAnswers } from '../../../source/estate/answers.ts';
import { emptyEstate } from '../../../source/estate/estate.ts';

const at = '2026-11-24T10:00:00.000Z';
const scope = { demo: true, profiles: [], regions: [], folders: [], declared: [] };
const start = newSession('/sessions/churn', 'Churn', scope, at);
const after = (...actions: readonly SessionAction[]): Session => actions.reduce(reduce, start);
const answer = (
	about: readonly string[],
	fact: string,
	value: Answer | undefined,
	of: 'workload' | 'place' | 'source' = 'source',
): SessionAction => ({ type: 'answer', fact, scope: of, about, answer: value, at });

test('an answer for the workload, a place and sources stands where it belongs, with its time', () => {
	const session = after(
		answer([], 'scoring', 'online', 'workload'),
		answer(['plant'], 'bandwidth', 2e8, 'place'),
		answer(['orders', 'profiles'], 'regime', ['gdpr']),
	);
	expect(session.answers).toEqual({
		version: 1,
		workload: { scoring: 'online' },
		places: { plant: { bandwidth: 2e8 } },
		sources: { orders: { regime: ['gdpr'] }, profiles: { regime: ['gdpr'] } },
		choices: { routes: {} },
		at,
	});
});

test('what is said of all sources replaces what was said of each, and of other facts nothing', () => {
	const session = after(
		answer(['orders'], 'volume', 1e12),
		answer(['orders'], 'format', 'rows'),
		answer(['*'], 'volume', 2e12),
	);
	expect(session.answers.sources).toEqual({ orders: { format: 'rows' }, '*': { volume: 2e12 } });
});

test('an answer that is taken back leaves nothing behind', () => {
	const session = after(answer(['orders'], 'volume', 1e12), answer(['orders'], 'volume', undefined));
	expect(session.answers).toEqual({ ...noAnswers, at });
});

test('an answer that is already given changes nothing, also not what can be undone', () => {
	const once = after(answer(['orders'], 'regime', ['gdpr']));
	expect(reduce(once, answer(['orders'], 'regime', ['gdpr']))).toBe(once);
});

test('undo and redo go back and forth, and a new answer forgets what was undone', () => {
	const two = after(answer(['orders'], 'volume', 1), answer(['orders'], 'volume', 2));
	const back = reduce(two, { type: 'undo' });
	expect(back.answers.sources).toEqual({ orders: { volume: 1 } });
	expect(reduce(back, { type: 'redo' })).toEqual(two);
	const other = reduce(back, answer(['orders'], 'volume', 3));
	expect(reduce(other, { type: 'redo' })).toBe(other);
	expect(reduce(start, { type: 'undo' })).toBe(start);
});

test('a chosen route and strategy are kept, and given back to the program', () => {
	const chosen = after(
		{ type: 'choose route', sources: ['orders', 'profiles'], service: 'dms', at },
		{ type: 'choose strategy', strategy: 'federation', at },
	);
	expect(chosen.answers.choices).toEqual({ strategy: 'federation', routes: { orders: 'dms', profiles: 'dms' } });
	const back = [
		{ type: 'choose route', sources: ['orders'], service: undefined, at },
		{ type: 'choose strategy', strategy: undefined, at },
	] satisfies SessionAction[];
	expect(back.reduce<Session>(reduce, chosen).answers.choices).toEqual({ routes: { profiles: 'dms' } });
});

test('another scope empties the estate, and keeps what people said', () => {
	const found = {
		...emptyEstate,
		workload: { scoring: { value: 'batch', from: 'declared', evidence: 'x', at } },
	} as const;
	const session = after({ type: 'found', estate: found }, answer([], 'scoring', 'online', 'workload'), {
		type: 'scope',
		scope: { ...scope, demo: false, folders: ['data'] },
	});
	expect(session.estate).toBe(emptyEstate);
	expect(session.answers.workload).toEqual({ scoring: 'online' });
});

test('the place in the walk is kept: the stage and the question in view', () => {
	const session = after({ type: 'go', stage: 'questions' }, { type: 'ask', question: 'scoring@workload:' });
	expect([session.stage, session.question]).toEqual(['questions', 'scoring@workload:']);
	expect(reduce(session, { type: 'go', stage: 'questions' })).toBe(session);
});
