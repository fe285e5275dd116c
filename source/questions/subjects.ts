import type { Ground } from '../advice/ground/ground.ts';
import type { Source } from '../estate/estate.ts';
import type { Crowd } from './crowds.ts';
import { effectsOf, type Share } from './effects.ts';
import { headEffects } from './heads.ts';
import { type Scope, scopeOf } from './open-facts.ts';
import type { Probe } from './probes.ts';
import type { Question } from './question.ts';
import type { IsDue, Slices } from './slices.ts';

/** What becomes one question: a fact that is decisive for those it would be asked about. */
export interface Subject {
	readonly fact: string;
	readonly scope: Scope;
	/** Place id, family, or nothing for the workload. */
	readonly holder: string;
	/** By row: 1 for a source it is about; absent where it is about none by itself. */
	about?: Uint8Array;
	readonly shares: Share[];
}

/** The id of a question. */
export const keyOf = (fact: string, scope: Scope, holder: string): string =>
	scope === 'workload' ? `${fact}@workload` : `${fact}@${scope}:${holder}`;

/** Puts what a probe found to the questions it belongs to. */
export function gather(
	ground: Ground,
	{ place, decisive, isWhole, source: tried }: Probe,
	crowd: Crowd,
	subjects: Map<string, Subject>,
): void {
	const subjectOf = (fact: string, scope: Scope, holder: string): Subject => {
		const key = keyOf(fact, scope, holder);
		const subject = subjects.get(key) ?? { fact, scope, holder, shares: [] };
		subjects.set(key, subject);
		return subject;
	};
	for (const one of decisive) {
		const { fact, source } = one.open;
		const scope = scopeOf(ground, fact);
		const beside = one.together !== undefined;
		const times = (id: string): number => crowd.times(id, fact, beside);
		if (scope === 'source' && source !== undefined) {
			const rows = crowd.alike(source, fact);
			const subject = subjectOf(fact, scope, ground.sources[rows[0] as number]?.family ?? '');
			subject.shares.push({ decisive: one, times, isWhole });
			subject.about ??= new Uint8Array(ground.sources.length);
			for (const row of rows) subject.about[row] = 1;
		} else if (scope === 'place' && tried !== undefined) {
			// In AWS one stands for sources of many places.
			const byPlace = Map.groupBy(crowd.of(tried, fact, beside), (row) => ground.sources[row]?.place ?? place);
			for (const [holder, { length }] of byPlace)
				subjectOf(fact, scope, holder).shares.push({ decisive: one, times: () => length, isWhole });
		} else subjectOf(fact, scope, scope === 'place' ? place : '').shares.push({ decisive: one, times, isWhole });
	}
}

/** So many sources are told before anybody asks whether a pause is due. */
const many = 4096;

/** What is asked. */
export function* questionOf(
	ground: Ground,
	id: string,
	{ fact, scope, holder, about, shares }: Subject,
	isDue: IsDue,
): Slices<Question> {
	const { given, read, places, sources } = ground;
	const form = given.vocabulary[fact] as Question['form'];
	// Rows stand in the order of ids.
	const rows: number[] = [];
	const ids = scope === 'place' ? [holder] : [];
	for (let row = about?.indexOf(1) ?? -1; row >= 0; row = about?.indexOf(1, row + 1) ?? -1) {
		rows.push(row);
		if (scope !== 'place') ids.push((sources[row] as Source).id);
		if (rows.length % many === 0 && isDue()) yield;
	}
	const [first] = rows;
	const whom = scope === 'place' ? places.get(holder) : first === undefined ? undefined : sources[first];
	const prefilled = read(scope === 'workload' ? undefined : whom, fact);
	const { effects, weight } = yield* effectsOf(ground, shares, isDue);
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
