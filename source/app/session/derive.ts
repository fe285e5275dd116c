import { createHash } from 'node:crypto';
import type { Advice } from '../../advice/advice.ts';
import { advise, readvise } from '../../advice/advise.ts';
import type { Catalog } from '../../catalog/record.ts';
import type { Answers } from '../../estate/answers.ts';
import type { Estate } from '../../estate/estate.ts';
import { printAnswers } from '../../estate/print-answers.ts';
import { printEstate } from '../../estate/print-estate.ts';
import type { Vocabulary } from '../../facts/fact.ts';
import { compose } from '../../plan/compose.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Question } from '../../questions/question.ts';
import { askingIn } from '../../questions/questions.ts';
import { type IsDue, never, type Slices, whole } from '../../questions/slices.ts';

/** What the planner knows before it looks at anybody's sources, and the program that knows it. */
export interface Knowledge {
	readonly vocabulary: Vocabulary;
	readonly catalog: Catalog;
	/** `headwater 0.1.0`. */
	readonly madeBy: string;
	/** sha256 of the catalogue. */
	readonly hash: string;
}

/** The two documents that everything is derived from. */
export interface Documents {
	readonly estate: Estate;
	readonly answers: Answers;
}

/** Everything that follows from the documents, the knowledge and a date. */
export interface Derived {
	readonly advice: Advice;
	readonly questions: readonly Question[];
	readonly plan: Plan;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Loads the vocabulary and the catalogue that come with the program. */
export async function ownKnowledge(version: string): Promise<Knowledge> {
	const [{ facts }, { catalog }] = await Promise.all([
		import('../../facts/index.ts'),
		import('../../catalog/index.ts'),
	]);
	return { vocabulary: facts, catalog, madeBy: `headwater ${version}`, hash: sha256(JSON.stringify(catalog)) };
}

/** Answers change all the time while the estate stays, and a large one takes long to print. */
const hashed = new WeakMap<Estate, string>();

function estateHash(estate: Estate): string {
	const hash = hashed.get(estate) ?? sha256(printEstate(estate));
	hashed.set(estate, hash);
	return hash;
}

/**
Advice, questions and plan as of a day (ISO date). Pure: the same input gives the same documents, byte for byte, whatever was
advised before; it only makes it faster.
*/
export const derive = (documents: Documents, knowledge: Knowledge, today: string, before?: Advice): Derived =>
	whole(deriving(documents, knowledge, today, { ...(before && { before }) }));

/** The same, pausing whenever it is due. The questions of a large estate take the most of it, and pause anywhere; `first` is told the first of them where it is certain before. */
export function* deriving(
	{ estate, answers }: Documents,
	knowledge: Knowledge,
	today: string,
	{
		before,
		isDue = never,
		first,
	}: { readonly before?: Advice; readonly isDue?: IsDue; readonly first?: (question: Question) => void } = {},
): Slices<Derived> {
	const { vocabulary, catalog, madeBy } = knowledge;
	const given = { estate, answers, vocabulary, catalog, today };
	const advice = before ? readvise(before, given) : advise(given);
	if (isDue()) yield;
	const asked = yield* askingIn({ ...given, advice }, { isDue, ...(first && { first }) });
	const hashes = {
		estate: estateHash(estate),
		answers: sha256(printAnswers(answers, vocabulary)),
		catalog: knowledge.hash,
	};
	if (isDue()) yield;
	const plan = compose({ advice, questions: asked, estate, answers, catalog, vocabulary, asOf: today, madeBy, hashes });
	return { advice, questions: asked, plan };
}
