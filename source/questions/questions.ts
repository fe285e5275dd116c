import type { Advice } from '../advice/advice.ts';
import { groundOf } from '../advice/advise.ts';
import type { Given, Ground } from '../advice/ground/ground.ts';
import type { Source } from '../estate/estate.ts';
import { effectsOf, type Share } from './effects.ts';
import { headEffects, heads } from './heads.ts';
import { type Move, minorFrom } from './minor.ts';
import { openFacts, type Scope, scopeOf } from './open-facts.ts';
import { type Probe, probe } from './probes.ts';
import type { Question } from './question.ts';

interface Subject {
	readonly fact: string;
	readonly scope: Scope;
	/** Place id, family, or nothing for the workload. */
	readonly holder: string;
	readonly about: Set<string>;
	readonly shares: Share[];
}

/**
What is still worth asking, in the order in which it should be: what heads the plan, then what is said once for the workload,
then the rest; within these what decides by itself before what decides beside others, the most decisive first. The tail that changes little is told apart. A fact is asked exactly when two completions of the open facts that
differ only in it give different routes; one question serves all sources it decides. Pure, like the advice it belongs to.
*/
export function questions({ advice, ...given }: Given & { readonly advice: Advice }): readonly Question[] {
	const ground = groundOf(given, advice);
	const subjects = new Map<string, Subject>();
	const byId = new Map(ground.sources.map((source) => [source.id, source]));
	for (const one of probe(ground, advice)) gather(ground, one, byId, subjects);
	const isOpen = openFacts(ground);
	for (const fact of heads) {
		if (!isOpen(undefined, fact) || !given.vocabulary[fact] || nobodyLeft(ground, fact)) continue;
		const key = keyOf(fact, 'workload', '');
		if (!subjects.has(key)) subjects.set(key, { fact, scope: 'workload', holder: '', about: new Set(), shares: [] });
	}
	const order = new Map(Object.keys(given.vocabulary).map((fact, index) => [fact, index]));
	const asked = [...subjects]
		.map(([id, subject]) => questionOf(ground, id, subject, byId))
		.toSorted((a, b) => {
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

const keyOf = (fact: string, scope: Scope, holder: string): string =>
	scope === 'workload' ? `${fact}@workload` : `${fact}@${scope}:${holder}`;

function gather(
	ground: Ground,
	{ place, decisive, standsFor }: Probe,
	byId: ReadonlyMap<string, Source>,
	subjects: Map<string, Subject>,
): void {
	for (const one of decisive) {
		const { fact, source } = one.open;
		const scope = scopeOf(ground, fact);
		const holder = scope === 'place' ? place : scope === 'source' ? (byId.get(source ?? '')?.family ?? '') : '';
		const key = keyOf(fact, scope, holder);
		const subject = subjects.get(key) ?? { fact, scope, holder, about: new Set(), shares: [] };
		subjects.set(key, subject);
		subject.shares.push({ decisive: one, times: (id) => standsFor.of(id, fact).length });
		if (scope === 'place') subject.about.add(place);
		if (scope === 'source' && source !== undefined) for (const id of standsFor.of(source, fact)) subject.about.add(id);
	}
}

function questionOf(
	ground: Ground,
	id: string,
	{ fact, scope, holder, about, shares }: Subject,
	byId: ReadonlyMap<string, Source>,
): Question {
	const { given, read, places } = ground;
	const form = given.vocabulary[fact] as Question['form'];
	const ids = [...about].toSorted();
	const [first] = ids;
	const whom = scope === 'place' ? places.get(holder) : first === undefined ? undefined : byId.get(first);
	const prefilled = read(scope === 'workload' ? undefined : whom, fact);
	const { effects, weight } = effectsOf(ground, shares);
	return {
		id,
		fact,
		scope,
		about: ids,
		group: scope === 'workload' ? 'Workload' : scope === 'place' ? (places.get(holder)?.title ?? holder) : holder,
		asks: form.question ?? form.title,
		...(form.help !== undefined && { help: form.help }),
		form,
		...(prefilled && { prefilled }),
		weight,
		effects: effects.length > 0 ? effects : headEffects(ground, fact),
	};
}
