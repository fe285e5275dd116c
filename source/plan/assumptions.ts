import { clean } from '../facts/clean.ts';
import { printValue } from '../facts/quantity-text.ts';
import type { Materials } from './materials.ts';
import type { OpenQuestion, PlannedAssumption } from './plan.ts';
import { inIdOrder } from './plan-ids.ts';

/** Defaults that nobody confirmed, in the order of the vocabulary. */
export function assumptionsOf({ advice, vocabulary }: Materials): readonly PlannedAssumption[] {
	const planned = advice.assumptions.map(({ fact, value, about }): PlannedAssumption => {
		const form = vocabulary[fact];
		const says = form ? clean(printValue(form, value)) : String(value);
		return { fact, title: form?.title ?? fact, about: inIdOrder(about), value, says };
	});
	const order = new Map(Object.keys(vocabulary).map((fact, index) => [fact, index]));
	const rank = ({ fact }: PlannedAssumption) => order.get(fact) ?? order.size;
	return planned.toSorted((a, b) => rank(a) - rank(b) || (a.says < b.says ? -1 : 1));
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
