import type { Answer, Answers } from '../../estate/answers.ts';
import type { Estate } from '../../estate/estate.ts';
import { tellerOf } from '../../estate/teller.ts';
import type { Vocabulary } from '../../facts/fact.ts';
import type { Question } from '../../questions/question.ts';
import { said } from './said.ts';

/** A question of the guided session: open, or answered and open to another answer. */
export interface Item extends Question {
	/** What was answered; absent while it is open. */
	readonly answer?: Answer;
}

/** What can be asked or asked again, in the order of the walk: what was answered, then what is open, most decisive first. */
export function agenda(
	open: readonly Question[],
	estate: Estate,
	answers: Answers,
	vocabulary: Vocabulary,
): readonly Item[] {
	const answered = said(answers, vocabulary).flatMap(({ fact, scope, about, answer }): Item[] => {
		const form = vocabulary[fact];
		if (!form) return [];
		const { question = form.title, help } = form;
		const part = ({ workload: 'workload', place: 'places', source: 'sources' } as const)[scope];
		const told = tellerOf(answers, part, about[0])(fact, answer);
		return [
			{
				id: `${fact}@${scope}:${about.join(' ')}`,
				fact,
				scope,
				about,
				group: groupOf(scope, about, estate),
				asks: question,
				...(help === undefined ? {} : { help }),
				form,
				prefilled: { value: answer, from: 'answered', evidence: 'you', at: answers.at ?? '', ...told },
				weight: [0, 0],
				effects: [],
				answer,
			},
		];
	});
	return [...answered, ...open];
}

function groupOf(scope: Item['scope'], about: readonly string[], estate: Estate): string {
	if (scope === 'workload') return 'The workload';
	const [first] = about;
	if (scope === 'place') return estate.places.find(({ id }) => id === first)?.title ?? first ?? '';
	const source = about.length === 1 ? estate.sources.find(({ id }) => id === first) : undefined;
	return source?.title ?? (first === '*' ? 'All sources' : `${about.length} sources`);
}

/** Where the walk goes on after an item was answered or skipped: the next one that is still open, else the first open one. */
export function nextOpen(before: readonly Item[], after: readonly Item[], from: string): Item | undefined {
	const open = new Map(after.filter(({ answer }) => answer === undefined).map((item) => [item.id, item]));
	const at = before.findIndex(({ id }) => id === from);
	for (const { id } of before.slice(at + 1)) {
		const item = open.get(id);
		if (item) return item;
	}
	return [...open.values()].find(({ id }) => id !== from) ?? open.get(from);
}
