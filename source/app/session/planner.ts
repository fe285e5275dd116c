import { advise } from '../../advice/advise.ts';
import { compose } from '../../plan/compose.ts';
import { difference, isSame } from '../../plan/difference.ts';
import { consequenceLines } from '../../plan/difference-text.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Know } from '../explaining/evaluation.ts';
import { agenda, type Item } from './agenda.ts';
import { type Derived, type Documents, derive, type Knowledge } from './derive.ts';
import { type PlanEffect, sumOf } from './effect.ts';
import { forLast } from './for-last.ts';
import { type Term, termOf } from './term.ts';

/** Everything that follows from the documents of a session. It is heavy, so that it is loaded when the first frame stands. */
export interface Planner {
	/** Advice, questions and plan; worked out once for the same documents. */
	derive(documents: Documents): Derived;
	/** The agenda of questions, answered ones first. */
	agenda(documents: Documents): readonly Item[];
	/** What other documents would do to a plan; undefined where they lead to the same one. Nothing is asked anew for it. */
	effect(before: Plan, documents: Documents): PlanEffect | undefined;
	know(documents: Documents): Know;
	/** What an id of the plan or a fact means; undefined where nothing is said of it. */
	term(id: string): Term | undefined;
	/** The picture of a plan as text, in lanes. */
	diagram(plan: Plan, columns: number): string;
}

/** The planner with a vocabulary and a catalogue, as of a day (ISO date). */
export async function loadPlanner(knowledge: Knowledge, today: string): Promise<Planner> {
	const [{ knower }, { textDiagram }] = await Promise.all([
		import('../../estate/known.ts'),
		import('../../export/text-diagram.ts'),
	]);
	const { vocabulary, catalog } = knowledge;
	const derived = forLast((documents) => derive(documents, knowledge, today));
	const listed = forLast((documents) => {
		const { estate, answers } = documents;
		return agenda(derived(documents).questions, estate, answers, vocabulary);
	});
	return {
		derive: derived,
		agenda: listed,
		effect(before, { estate, answers }) {
			const advice = advise({ estate, answers, vocabulary, catalog, today });
			const { madeBy } = knowledge;
			const given = { advice, estate, answers, catalog, vocabulary, asOf: today, madeBy };
			const after = compose({ ...given, questions: [], hashes: before.madeFrom });
			const found = difference({ ...before, questions: [] }, after);
			return isSame(found)
				? undefined
				: { before: sumOf(before), after: sumOf(after), says: consequenceLines({ ...found, costs: {}, parts: [] }) };
		},
		know: forLast(({ estate, answers }) => knower(estate, answers, vocabulary)),
		term: (id) => termOf(id, catalog, vocabulary),
		diagram: textDiagram,
	};
}
