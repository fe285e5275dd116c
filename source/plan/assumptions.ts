import { clean } from '../facts/clean.ts';
import { printValue } from '../facts/quantity-text.ts';
import type { Materials } from './materials.ts';
import type { OpenQuestion, PlannedAssumption } from './plan.ts';

/** Defaults that nobody confirmed, those alike told once; in the order of the vocabulary. */
export function assumptionsOf({ advice, vocabulary }: Materials): readonly PlannedAssumption[] {
	const found = new Map<string, (typeof advice.assumptions)[number][]>();
	for (const assumption of advice.assumptions) {
		const key = JSON.stringify([assumption.fact, assumption.value, assumption.scope]);
		const alike = found.get(key);
		if (alike) alike.push(assumption);
		else found.set(key, [assumption]);
	}
	const planned = [...found.values()].flatMap((alike): readonly PlannedAssumption[] => {
		const [first] = alike;
		if (!first) return [];
		const { fact, value, scope } = first;
		const form = vocabulary[fact];
		const about = scope === 'workload' ? [] : [...new Set(alike.map((one) => one.about))].toSorted();
		const says = form ? clean(printValue(form, value)) : String(value);
		return [{ fact, title: form?.title ?? fact, about, value, says }];
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
