import type { Advice } from '../advice/advice.ts';
import type { Catalog } from '../catalog/record.ts';
import type { Vocabulary } from '../facts/fact.ts';
import type { Plan } from '../plan/plan.ts';
import type { Question } from '../questions/question.ts';

/** What the planner knows before it looks at anybody's data. */
export interface Knowledge {
	readonly vocabulary: Vocabulary;
	readonly catalog: Catalog;
}

/** Everything that follows from a session, the knowledge and a date. */
export interface Derived {
	readonly advice: Advice;
	readonly questions: readonly Question[];
	readonly plan: Plan;
}
