import type { Draft } from '../advice/routing/draft.ts';
import type { Trial } from '../advice/tipping/trial.ts';
import type { Try } from '../advice/tipping/tries.ts';
import type { FactValue } from '../facts/fact.ts';
import { type Costed, cost, type Difference, differenceOf, type Seen, see } from './seen.ts';

/** An open fact of a draft: of the workload, of its place, or of one source. */
export interface Open {
	readonly fact: string;
	readonly source?: string;
}

/** An open fact that can change a route of the draft. */
export interface Decisive {
	readonly open: Open;
	/** What each value tried does by itself. */
	readonly alone: readonly { readonly value: FactValue; readonly difference: Difference }[];
	/** Where no value does anything by itself: one that does together with other open facts. */
	readonly together?: { readonly value: FactValue; readonly others: readonly Try[]; readonly difference: Difference };
}

/** What a search may try. */
export interface Means {
	readonly open: readonly Open[];
	/** What is known or assumed of it; the same wherever it is read. */
	readonly present: (open: Open) => FactValue | undefined;
	readonly valuesOf: (fact: string) => readonly FactValue[];
	readonly trial: Trial;
}

/** A search for the decisive facts of a draft. Mutable: it remembers what it found and where to go on. */
export interface Search {
	readonly found: ReadonlyMap<Open, Decisive>;
	readonly isFound: (tried: Try) => boolean;
	/** Tries every value of a fact alone. */
	readonly single: (one: Open) => void;
	/**
	Tries the facts that are not found yet, and concern somebody, beside a completion. `turnedOnly`: of sources only those whose
	route it changed, since over the same line the others have been tried already.
	*/
	readonly beside: (
		completion: readonly Try[],
		how: { readonly concerns: (fact: string) => boolean; readonly turnedOnly: boolean },
	) => void;
	/** Looks whether a completion rests on each of its facts. */
	readonly pivots: (completion: readonly Try[]) => void;
	/** Tries beside every completion in which a source took a route that it had taken nowhere before. */
	readonly goOn: () => void;
}

/** Begins a search from the plan as it stands. */
export function searchOf(draft: Draft, { open, present, valuesOf, trial }: Means): Search {
	const found = new Map<Open, Decisive>();
	const taken = draft.members.map(() => new Set<string>());
	const queue: (readonly Try[])[] = [];
	const costOf = (tries: readonly Try[]): Costed => trial.under(tries, (settled) => cost(draft, settled));
	const seeOf = (tries: readonly Try[]): Seen => trial.under(tries, see);
	const meet = ({ routes }: Seen, tries: readonly Try[]): void => {
		const fresh = routes.filter((route, index) => !taken[index]?.has(route));
		for (const [index, route] of routes.entries()) taken[index]?.add(route);
		if (fresh.length > 0) queue.push(tries);
	};
	const base = costOf([]);
	for (const [index, route] of base.routes.entries()) taken[index]?.add(route);
	const singly = new Map<string, string>();
	const few = new Map<Open, readonly FactValue[]>();
	const fewOf = (one: Open): readonly FactValue[] => {
		const values = few.get(one) ?? spread(valuesOf(one.fact), 3).filter((value) => !isSame(value, present(one)));
		few.set(one, values);
		return values;
	};
	const find = (tried: Try): Open | undefined =>
		open.find(({ fact, source }) => tried.fact === fact && tried.source === source);
	const isFound = (tried: Try): boolean => {
		const one = find(tried);
		return one === undefined || found.has(one);
	};
	const note = (one: Open, value: FactValue, others: readonly Try[]): void => {
		if (found.has(one)) return;
		const difference = differenceOf(draft, costOf(others), costOf([...others, tryOf(one, value)]));
		found.set(one, { open: one, alone: [], together: { value, others, difference } });
	};
	const rests = (tries: readonly Try[], seen: Seen): void => {
		for (const tried of tries) {
			const one = find(tried);
			if (!one || found.has(one)) continue;
			const others = tries.filter((other) => other !== tried);
			if (seeOf(others).all !== seen.all) note(one, tried.value, others);
		}
	};
	const single = (one: Open): void => {
		const alone = valuesOf(one.fact).map((value) => {
			const tries = [tryOf(one, value)];
			const seen = seeOf(tries);
			singly.set(keyOf(one, value), seen.all);
			if (seen.all === base.all) return { value, difference: unchanged };
			meet(seen, tries);
			return { value, difference: differenceOf(draft, base, costOf(tries)) };
		});
		if (alone.some(({ difference }) => difference !== unchanged)) found.set(one, { open: one, alone });
	};
	const beside: Search['beside'] = (completion, { concerns, turnedOnly }) => {
		const settled = completion.length > 1 || completion.every(isFound);
		const candidates = open.filter(
			(one) =>
				!(settled && found.has(one)) &&
				concerns(one.fact) &&
				!completion.some(({ fact, source }) => fact === one.fact && source === one.source),
		);
		if (candidates.length === 0) return;
		const before = seeOf(completion);
		const stays = ({ source }: Open): boolean =>
			turnedOnly && before.line === base.line && source !== undefined && !isTurned(source, before);
		for (const one of candidates) {
			if (stays(one)) continue;
			for (const value of fewOf(one)) {
				const tries = [...completion, tryOf(one, value)];
				const seen = seeOf(tries);
				const [first] = completion;
				const other = first && completion.length === 1 ? find(first) : undefined;
				if (first && other && seen.all !== singly.get(keyOf(one, value))) note(other, first.value, [tryOf(one, value)]);
				if (seen.all === before.all) continue;
				meet(seen, tries);
				note(one, value, completion);
				rests(tries, seen);
			}
		}
	};
	const isTurned = (source: string, { routes }: Seen): boolean =>
		draft.members.some((member, index) => member.source.id === source && routes[index] !== base.routes[index]);
	return {
		found,
		isFound,
		single,
		beside,
		pivots: (completion) => {
			const seen = seeOf(completion);
			rests(completion, seen);
			meet(seen, completion);
		},
		goOn: () => {
			for (let next = queue.shift(); next; next = queue.shift()) {
				beside(next, { concerns: () => true, turnedOnly: true });
			}
		},
	};
}

/** Of many amounts some, evenly spread from the first to the last: enough to tell whether a fact decides beside another. */
export function spread(values: readonly FactValue[], some: number): readonly FactValue[] {
	if (values.length <= some || typeof values[0] !== 'number') return values;
	const step = (values.length - 1) / (some - 1);
	return Array.from({ length: some }, (_, index) => values[Math.round(index * step)] as FactValue);
}

const isSame = (a: FactValue, b: FactValue | undefined): boolean =>
	a === b || (Array.isArray(a) && Array.isArray(b) && a.join() === b.join());

const unchanged: Difference = { changes: [], monthly: 0, dollars: 0 };

const keyOf = ({ fact, source }: Open, value: FactValue): string => `${fact}/${source ?? ''}=${JSON.stringify(value)}`;

/** A value of an open fact, to be tried. */
export const tryOf = ({ fact, source }: Open, value: FactValue): Try => ({
	fact,
	value,
	...(source !== undefined && { source }),
});
