import { setFlagsFromString } from 'node:v8';
import type { Advice } from '../../advice/advice.ts';
import { readvise } from '../../advice/advise.ts';
import type { DiagramRow } from '../../export/text-diagram.ts';
import { materialsOf } from '../../plan/materials.ts';
import type { Plan } from '../../plan/plan.ts';
import { preview } from '../../plan/preview.ts';
import type { IsDue, Slices } from '../../questions/slices.ts';
import type { Know } from '../explaining/evaluation.ts';
import { agenda, type Item } from './agenda.ts';
import { type Derived, type Documents, derive, deriving, type Knowledge } from './derive.ts';
import { effectOn, type PlanEffect } from './effect.ts';
import { forLast } from './for-last.ts';
import { type Term, termOf } from './term.ts';

/** Everything that follows from the documents of a session. It is heavy, so that it is loaded when the first frame stands. */
export interface Planner {
	/** Advice, questions and plan; worked out once for the same documents. */
	derive(documents: Documents): Derived;
	/**
	The same, pausing whenever it is due; once it is done `derive` and `agenda` have it at hand. `first` is told the agenda as far as
	the first open question, where that is certain long before.
	*/
	deriving(documents: Documents, isDue: IsDue, first: (items: readonly Item[]) => void): Slices<Derived>;
	/** The agenda of questions, answered ones first. */
	agenda(documents: Documents): readonly Item[];
	/** What other answers would do to the plan of some documents; undefined where they lead to the same one. Nothing is asked or composed anew for it. */
	effect(before: Documents, after: Documents): PlanEffect | undefined;
	know(documents: Documents): Know;
	/** What an id of the plan or a fact means; undefined where nothing is said of it. */
	term(id: string): Term | undefined;
	/** The picture of a plan as lines of text, in lanes, with the edges that begin on them. */
	diagram(plan: Plan, columns: number): readonly DiagramRow[];
}

/** The planner with a vocabulary and a catalogue, as of a day (ISO date). */
export async function loadPlanner(knowledge: Knowledge, today: string): Promise<Planner> {
	const [{ knower }, { diagramRows }] = await Promise.all([
		import('../../estate/known.ts'),
		import('../../export/text-diagram.ts'),
	]);
	// The first plan lives long, those for answers that are only looked at die at once: V8 must not learn from the one where to put the others.
	setFlagsFromString('--no-allocation-site-pretenuring');
	const { vocabulary, catalog } = knowledge;
	let last: Advice | undefined;
	let ready: { readonly documents: Documents; readonly made: Derived } | undefined;
	const derived = forLast((documents) => {
		const isReady = ready?.documents.estate === documents.estate && ready.documents.answers === documents.answers;
		const made = ready && isReady ? ready.made : derive(documents, knowledge, today, last);
		ready = undefined;
		last = made.advice;
		return made;
	});
	const listed = forLast((documents) => {
		const { estate, answers } = documents;
		return agenda(derived(documents).questions, estate, answers, vocabulary);
	});
	return {
		derive: derived,
		*deriving(documents, isDue, first) {
			const { estate, answers } = documents;
			const made = yield* deriving(documents, knowledge, today, {
				...(last && { before: last }),
				isDue,
				first: (question) => first(agenda([question], estate, answers, vocabulary)),
			});
			ready = { documents, made };
			return derived(documents);
		},
		agenda: listed,
		effect(before, after) {
			const stands = derived(before);
			const advice = readvise(stands.advice, { ...after, vocabulary, catalog, today });
			const { madeBy } = knowledge;
			const given = { catalog, vocabulary, asOf: today, madeBy, questions: [], hashes: stands.plan.madeFrom };
			const [was, is] = [
				materialsOf({ ...given, ...before, advice: stands.advice }),
				materialsOf({ ...given, ...after, advice }),
			];
			return effectOn(stands.plan, preview(stands.plan, was, is));
		},
		know: forLast(({ estate, answers }) => knower(estate, answers, vocabulary)),
		term: (id) => termOf(id, catalog, vocabulary),
		diagram: diagramRows,
	};
}
