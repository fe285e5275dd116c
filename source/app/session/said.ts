import type { Answer, Answers } from '../../estate/answers.ts';
import type { Vocabulary } from '../../facts/fact.ts';

/** One answer as it stands in the documents, told once for all the sources it was given for. */
export interface Said {
	readonly fact: string;
	readonly scope: 'workload' | 'place' | 'source';
	/** A place id; source ids and globs; empty for the workload. */
	readonly about: readonly string[];
	readonly answer: Answer;
}

/** Everything that was answered, in the order of the vocabulary; answers to facts that it does not know come last. */
export function said(answers: Answers, vocabulary: Vocabulary): readonly Said[] {
	const all: Said[] = Object.entries(answers.workload).map(([fact, answer]) => ({
		fact,
		scope: 'workload',
		about: [],
		answer,
	}));
	for (const [place, set] of Object.entries(answers.places)) {
		for (const [fact, answer] of Object.entries(set)) all.push({ fact, scope: 'place', about: [place], answer });
	}
	const alike = new Map<string, { fact: string; answer: Answer; about: string[] }>();
	for (const [source, set] of Object.entries(answers.sources)) {
		for (const [fact, answer] of Object.entries(set)) {
			const key = JSON.stringify([fact, answer]);
			const group = alike.get(key) ?? { fact, answer, about: [] };
			group.about.push(source);
			alike.set(key, group);
		}
	}
	for (const { fact, answer, about } of alike.values()) all.push({ fact, scope: 'source', about, answer });
	const order = new Map(Object.keys(vocabulary).map((fact, index) => [fact, index]));
	const rank = ({ fact }: Said): number => order.get(fact) ?? order.size;
	return all.toSorted((a, b) => rank(a) - rank(b));
}
