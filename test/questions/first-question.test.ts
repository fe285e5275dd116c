import { expect, test } from 'vitest';
import { advise } from '../../source/advice/advise.ts';
import type { Given } from '../../source/advice/ground/ground.ts';
import type { Question } from '../../source/questions/question.ts';
import { askingIn } from '../../source/questions/questions.ts';
import { answering, archive, clicks, given, ledger, orders, pulses } from '../advice/small-estate.ts';

const all = [archive(), ledger(), orders(), clicks(), pulses()];

/** The first question that is told before anything is tried, at the first pause, and the first of the list. */
function firsts(one: Given): readonly [told: Question | undefined, first: Question | undefined] {
	let told: Question | undefined;
	const first = (question: Question): void => {
		told = question;
	};
	const slices = askingIn({ ...one, advice: advise(one) }, { isDue: () => true, first });
	slices.next();
	const early = told;
	let step = slices.next();
	while (!step.done) step = slices.next();
	expect(told).toBe(early);
	return [early, step.value[0]];
}

test('what heads the plan is told before anything is tried, as it stands in the list', () => {
	const [told, first] = firsts(given(all));
	expect(told?.id).toBe('model.predicts@workload');
	expect(told).toEqual(first);
});

test('once it is answered the next head is told, with what it asks for', () => {
	const workload = { 'model.predicts': 'returns', 'model.unit': 'unknown', 'model.label': 'unknown' };
	const [told, first] = firsts(given(all, { answers: answering({ workload }) }));
	expect(told?.id).toBe('regime@workload');
	expect(told?.effects).toEqual([{ value: ['pci'], sources: 0, monthly: 0, says: 'asks for Vault' }]);
	expect(told).toEqual(first);
});

test('nothing is told that must be tried first', () => {
	const workload = {
		'model.predicts': 'returns',
		'model.unit': 'unknown',
		'model.label': 'unknown',
		regime: 'unknown',
	};
	const one = given(all, { answers: answering({ workload }) });
	const [told, first] = firsts(one);
	expect(told).toBeUndefined();
	expect(first).toBeDefined();
	const unsaid = firsts({ ...one, estate: { ...one.estate, workload: {} } });
	expect(unsaid[0]).toBeUndefined();
	expect(unsaid[1]?.id).toBe('training.region@workload');
});
