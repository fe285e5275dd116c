import { expect, test } from 'vitest';
import { type Answers, noAnswers, notSure } from '../../source/estate/answers.ts';
import { emptyEstate } from '../../source/estate/estate.ts';
import { knower } from '../../source/estate/known.ts';
import { mergeAnswers } from '../../source/estate/merge-answers.ts';
import { parseAnswers } from '../../source/estate/parse-answers.ts';
import { facts } from '../../source/facts/index.ts';

const nothing = { workload: {}, places: {}, sources: {} };
const told = (by: string, at: string, scoring: string): Answers => ({
	...noAnswers,
	workload: { scoring },
	told: [{ ...nothing, by, at, workload: { scoring } }],
	at,
});
const ann = told('Ann', '2026-11-20', 'online');
const known = (answers: Answers) => knower(emptyEstate, answers, facts)(undefined, 'scoring');

test('an answer says who gave it and when', () => {
	expect(known(ann)).toEqual({ value: 'online', from: 'answered', evidence: 'answers', at: '2026-11-20', by: 'Ann' });
});

test('who is not sure is named beside what is assumed', () => {
	expect(known(told('Ann', '2026-11-20', notSure))).toMatchObject({ from: 'assumed', by: 'Ann', at: '2026-11-20' });
});

test('an answer that was changed since is no longer theirs', () => {
	expect(known({ ...ann, workload: { scoring: 'batch' } })).not.toHaveProperty('by');
});

test('of several documents the later answer holds, with its teller', () => {
	const bob = told('Bob', '2026-11-19', 'batch');
	expect(known(mergeAnswers([ann, bob]))).toMatchObject({ value: 'batch', by: 'Bob', at: '2026-11-19' });
	expect(known(mergeAnswers([bob, ann]))).toMatchObject({ value: 'online', by: 'Ann', at: '2026-11-20' });
	expect(mergeAnswers([ann, bob]).at).toBe('2026-11-20');
});

test('different facts and choices of several documents stand side by side', () => {
	const one: Answers = {
		...noAnswers,
		sources: { a: { volume: 1 } },
		choices: { routes: { a: 'dms' }, strategy: 'x' },
	};
	const other: Answers = { ...noAnswers, sources: { a: { change: 2 } }, choices: { routes: { b: 'datasync' } } };
	expect(mergeAnswers([one, other])).toEqual({
		...noAnswers,
		sources: { a: { volume: 1, change: 2 } },
		choices: { routes: { a: 'dms', b: 'datasync' }, strategy: 'x' },
	});
});

test('a teller without a name is told with the line', () => {
	const text =
		'version: 1\nworkload:\n  scoring: batch\ntold:\n  - at: 2026-11-20\n    workload:\n      scoring: batch\n';
	expect(() => parseAnswers(text, 'answers.yaml')).toThrow(/answers\.yaml, line 5: told\[1\]: "by" is missing/);
});
