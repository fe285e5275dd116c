import { expect, test } from 'vitest';
import { questionList } from '../../source/app/question-list.ts';
import { parseAnswers } from '../../source/estate/parse-answers.ts';
import { facts } from '../../source/facts/index.ts';
import type { Question } from '../../source/questions/question.ts';

const questions: readonly Question[] = [
	{
		id: 'scoring@workload:',
		fact: 'scoring',
		scope: 'workload',
		about: [],
		group: 'The workload',
		asks: 'Is scoring done in batches, or online while somebody waits?',
		form: facts.scoring,
		prefilled: { value: 'batch', from: 'assumed', evidence: 'the usual case', at: '' },
		weight: [3, 120],
		effects: [
			{ value: 'online', sources: 3, monthly: 120, says: 'nightly export becomes change capture, + $120 a month' },
		],
	},
	{
		id: 'volume@source:plant/historian',
		fact: 'volume',
		scope: 'source',
		about: ['plant/historian'],
		group: 'Plant',
		asks: 'How much data is there today?',
		form: facts.volume,
		weight: [1, 0],
		effects: [{ value: 50e12, sources: 1, monthly: 0, says: 'disks in place of the line' }],
	},
];

test('each question says what is taken now and what an answer would do, and the file that answers is one that can be read', () => {
	const text = questionList(questions);
	const [told = '', file = ''] = text.split(/(?=\nversion: )/);
	expect(told.split('\n\n').slice(0, 2)).toEqual([
		[
			'1. Is scoring done in batches, or online while somebody waits?',
			'   scoring, for the workload; decides 3 sources; now batch (assumed)',
			'     online: nightly export becomes change capture, + $120 a month',
		].join('\n'),
		[
			'2. How much data is there today?',
			'   volume, for plant/historian; decides 1 source; now unknown',
			'     50 TB: disks in place of the line',
		].join('\n'),
	]);
	expect(parseAnswers(file, 'answers.yaml')).toMatchObject({
		workload: { scoring: 'online' },
		sources: { 'plant/historian': { volume: 50e12 } },
	});
});

test('minor questions keep their numbers and stand under a heading that says how little they change', () => {
	const text = questionList(
		questions.map((question, index) => (index === 1 ? { ...question, minor: true } : question)),
	);
	expect(text).toContain('\n\nMinor\nThe remaining one changes little: all together at most a twentieth');
	expect(text.indexOf('1. Is scoring')).toBeLessThan(text.indexOf('\nMinor\n'));
	expect(text.indexOf('\nMinor\n')).toBeLessThan(text.indexOf('2. How much'));
	expect(questionList(questions)).not.toContain('Minor');
});

test('nothing open is said in one line', () => {
	expect(questionList([])).toBe('Nothing is open that would change the plan.\n');
});
