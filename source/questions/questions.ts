import type { Advice } from '../advice/advice.ts';
import { laidOn } from '../advice/advise.ts';
import { readsOf } from '../advice/explaining/assumptions.ts';
import type { Given, Ground } from '../advice/ground/ground.ts';
import { crowds } from './crowds.ts';
import { heads } from './heads.ts';
import { type Move, minorFrom } from './minor.ts';
import { openFacts } from './open-facts.ts';
import { probe } from './probes.ts';
import type { Question } from './question.ts';
import { type IsDue, never, type Slices, whole } from './slices.ts';
import { gather, keyOf, questionOf, type Subject } from './subjects.ts';

/**
What is still worth asking, in the order in which it should be: what heads the plan, then what is said once for the workload,
then the rest; within these what decides by itself before what decides beside others, the most decisive first. The tail that
changes little is told apart. A fact is asked exactly when two completions of the open facts that differ only in it give different
routes; one question serves all sources it decides. Pure, like the advice it belongs to.
*/
export const questions = (of: Given & { readonly advice: Advice }): readonly Question[] => whole(askingIn(of));

/** Up to this many sources each is tried; beyond, some stand for all. */
const fewEnough = 60;

interface Asking {
	readonly isDue?: IsDue;
	/** Up to so many sources every one is tried. */
	readonly each?: number;
	/** Is told the first question before anything is tried, where nothing that is tried can change it. */
	readonly first?: (question: Question) => void;
}

/** The same, pausing whenever it is due; in between everything else can be worked out from the advice. */
export function* askingIn(
	{ advice, ...given }: Given & { readonly advice: Advice },
	{ isDue = never, each = fewEnough, first }: Asking = {},
): Slices<readonly Question[]> {
	const laid = laidOn(given, advice);
	const { ground } = laid;
	const subjects = new Map<string, Subject>();
	const isOpen = openFacts(ground);
	const reads = readsOf(ground);
	const order = new Map(Object.keys(given.vocabulary).map((fact, index) => [fact, index]));
	const heading = heads
		.filter((fact) => isOpen(undefined, fact) && given.vocabulary[fact] && !nobodyLeft(ground, fact))
		.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
	const subjectOfHead = (fact: string): Subject => ({ fact, scope: 'workload', holder: '', shares: [] });
	const [head] = heading;
	const families = ground.muster.families.all;
	if (first && head && ![reads.place, ...families.map(reads.source)].some((read) => read.includes(head)))
		first(yield* questionOf(ground, keyOf(head, 'workload', ''), subjectOfHead(head), isDue));
	const crowd = yield* crowds(laid, { isOpen, reads: ({ family }) => reads.source(family), isDue, each });
	yield* probe(laid, crowd, { isOpen, reads, isDue }, (one) => gather(ground, one, crowd, subjects));
	for (const fact of heading) {
		const key = keyOf(fact, 'workload', '');
		if (!subjects.has(key)) subjects.set(key, subjectOfHead(fact));
	}
	const made: Question[] = [];
	for (const [id, subject] of subjects) {
		made.push(yield* questionOf(ground, id, subject, isDue));
		if (isDue()) yield;
	}
	const asked = made.toSorted((a, b) => {
		const rank = rankOf(a) - rankOf(b);
		if (rank !== 0) return rank;
		const beside = Number(onlyBeside(subjects.get(a.id))) - Number(onlyBeside(subjects.get(b.id)));
		if (beside !== 0) return beside;
		const [sourcesA, dollarsA] = a.weight;
		const [sourcesB, dollarsB] = b.weight;
		const place = (order.get(a.fact) ?? 0) - (order.get(b.fact) ?? 0);
		if (rankOf(a) === 0) return place;
		return sourcesB - sourcesA || dollarsB - dollarsA || place || (a.id < b.id ? -1 : 1);
	});
	const from = minorFrom(asked.map((question) => moveOf(question, onlyBeside(subjects.get(question.id)))));
	return asked.map((question, index) => (index < from ? question : { ...question, minor: true }));
}

/** What a question moves by itself. */
const moveOf = (question: Question, isBeside: boolean): Move => ({
	sources: isBeside ? 0 : question.weight[0],
	monthly: isBeside ? 0 : Math.max(0, ...question.effects.map(({ monthly }) => Math.abs(monthly))),
	isHead: rankOf(question) === 0,
});

/** No answer changes anything by itself. */
const onlyBeside = (subject: Subject | undefined): boolean =>
	subject !== undefined && subject.shares.length > 0 && subject.shares.every(({ decisive }) => decisive.together);

/** Every source states the fact itself, so that nobody would read what is said for all. */
function nobodyLeft({ sources, read }: Ground, fact: string): boolean {
	return sources.length > 0 && sources.every((source) => (read(source, fact)?.from ?? 'assumed') !== 'assumed');
}

const rankOf = ({ fact, scope }: Question): number => {
	if (scope !== 'workload') return 2;
	return (heads as readonly string[]).includes(fact) ? 0 : 1;
};
