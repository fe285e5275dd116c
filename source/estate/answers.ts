import type { FactValue } from '../facts/fact.ts';

/** "I do not know": the assumption of the vocabulary is used, shown, and the question is not asked again. */
export const notSure = 'unknown';

export type Answer = FactValue | typeof notSure;
export type AnswerSet = Readonly<Record<string, Answer>>;

/** What was said about the workload, about places and about sources, by id. */
export interface Said {
	readonly workload: AnswerSet;
	readonly places: Readonly<Record<string, AnswerSet>>;
	readonly sources: Readonly<Record<string, AnswerSet>>;
}

/** What one person said, and on which day (ISO date). */
export interface Told extends Said {
	readonly by: string;
	readonly at: string;
}

/** What people said and chose. Keys of `sources` and of `choices.routes` are source ids or globs (`*` any run, `?` one). */
export interface Answers extends Said {
	readonly version: 1;
	readonly choices: { readonly strategy?: string; readonly routes: Readonly<Record<string, string>> };
	/** What named people said, earliest first; it holds for an answer while that answer is still theirs. */
	readonly told?: readonly Told[];
	/** ISO date-time of the last change, UTC; evidence of an answer. */
	readonly at?: string;
}

export const noAnswers: Answers = { version: 1, workload: {}, places: {}, sources: {}, choices: { routes: {} } };
