import { expect, test } from 'vitest';
import { agenda, type Item, nextOpen } from '../../source/app/session/agenda.ts';
import { said } from '../../source/app/session/said.ts';
import type { Answers } from '../../source/estate/answers.ts';
import { emptyEstate } from '../../source/estate/estate.ts';
import { facts } from '../../source/facts/index.ts';
import { provenanceOf } from '../../source/ui/telling/provenance.ts';

const answers: Answers = {
	version: 1,
	workload: { retraining: 604_800, scoring: 'online' },
	places: { plant: { bandwidth: 2e8 } },
	sources: { orders: { volume: 1e12 }, profiles: { volume: 1e12 }, '*': { regime: ['gdpr'] } },
	choices: { routes: {} },
	at: '2026-11-24T10:00:00.000Z',
};

test('answers are told in the order of the vocabulary, once for all sources that share one', () => {
	expect(said(answers, facts)).toEqual([
		{ fact: 'scoring', scope: 'workload', about: [], answer: 'online' },
		{ fact: 'retraining', scope: 'workload', about: [], answer: 604_800 },
		{ fact: 'regime', scope: 'source', about: ['*'], answer: ['gdpr'] },
		{ fact: 'volume', scope: 'source', about: ['orders', 'profiles'], answer: 1e12 },
		{ fact: 'bandwidth', scope: 'place', about: ['plant'], answer: 2e8 },
	]);
});

test('an answer that a named person gave is told as theirs, the others as yours', () => {
	const told = [{ by: 'Ann', at: '2026-11-20', workload: { scoring: 'online' }, places: {}, sources: {} }];
	const items = agenda([], emptyEstate, { ...answers, told }, facts);
	const says = items.map(({ prefilled }) => prefilled && provenanceOf(prefilled));
	expect(says.slice(0, 2)).toEqual(['Ann said so, 2026-11-20', 'you said so, 2026-11-24']);
});

test('what was answered can be asked again, with the answer as its prefilled value, before what is open', () => {
	const estate = {
		...emptyEstate,
		places: [{ id: 'plant', title: 'Plant Kassel', where: 'on-premises', facts: {} }],
	} as const;
	const open: Item = {
		id: 'use@source:orders',
		fact: 'use',
		scope: 'source',
		about: ['orders'],
		group: 'orders',
		asks: facts.use.question,
		form: facts.use,
		weight: [1, 0],
		effects: [],
	};
	const items = agenda([open], estate, { ...answers, workload: {}, sources: {} }, facts);
	expect(items).toEqual([
		{
			id: 'bandwidth@place:plant',
			fact: 'bandwidth',
			scope: 'place',
			about: ['plant'],
			group: 'Plant Kassel',
			asks: facts.bandwidth.question,
			help: facts.bandwidth.help,
			form: facts.bandwidth,
			prefilled: { value: 2e8, from: 'answered', evidence: 'you', at: answers.at },
			weight: [0, 0],
			effects: [],
			answer: 2e8,
		},
		open,
	]);
});

const item = (id: string, answer?: string): Item => ({
	id,
	fact: 'owner',
	scope: 'workload',
	about: [],
	group: '',
	asks: id,
	form: facts.owner,
	weight: [0, 0],
	effects: [],
	...(answer === undefined ? {} : { answer }),
});

test('the walk goes on with the next question that is still open, then with those that were skipped, then ends', () => {
	const before = [item('a'), item('b'), item('c')];
	expect(nextOpen(before, [item('b', 'x'), item('a'), item('c')], 'b')?.id).toBe('c');
	expect(nextOpen(before, [item('c', 'x'), item('a'), item('b')], 'c')?.id).toBe('a');
	expect(nextOpen(before, [item('b', 'x'), item('d')], 'b')?.id).toBe('d');
	expect(nextOpen(before, [item('a', 'x')], 'a')).toBeUndefined();
});
