import { clean } from '../facts/clean.ts';
import { printValue } from '../facts/quantity-text.ts';
import type { Materials } from './materials.ts';
import type { OpenQuestion, PlannedAssumption } from './plan.ts';

/** Defaults that nobody confirmed, those alike told once; in the order of the vocabulary. */
export function assumptionsOf({ advice, vocabulary }: Materials): readonly PlannedAssumption[] {
	const found = new Map<string, PlannedAssumption>();
	for (const { scope, about, fact, value } of advice.assumptions) {
		const form = vocabulary[fact];
		const key = JSON.stringify([fact, value, scope]);
		const before = found.get(key)?.about ?? [];
		found.set(key, {
			fact,
			title: form?.title ?? fact,
			about: scope === 'workload' || about === '' ? before : [...new Set([...before, about])].toSorted(),
			value,
			says: form ? clean(printValue(form, value)) : String(value),
		});
	}
	const order = new Map(Object.keys(vocabulary).map((fact, index) => [fact, index]));
	const rank = ({ fact }: PlannedAssumption) => order.get(fact) ?? order.size;
	return [...found.values()].toSorted((a, b) => rank(a) - rank(b) || (a.says < b.says ? -1 : 1));
}

/** What is still worth asking, most decisive first, with what each answer would do. */
export function openQuestions({ questions }: Materials): readonly OpenQuestion[] {
	return questions.map(({ id, fact, asks, about, form, effects }) => ({
		id: clean(id),
		fact,
		asks,
		about,
		effects: effects.map(({ value, says }) => clean(`${printValue(form, value)}: ${says}`)),
	}));
}
