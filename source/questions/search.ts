import type { FactValue } from '../facts/fact.ts';
import { type Guess, type Guesses, type Open, spread } from './guesses.ts';
import { type Costed, type Difference, differenceOf, type Seen } from './seen.ts';
import type { IsDue } from './slices.ts';
import type { Trials } from './trials.ts';

/** An open fact that can change a route of the draft. */
export interface Decisive {
	readonly open: Open;
	/** What each value tried does by itself. */
	readonly alone: readonly { readonly value: FactValue; readonly difference: Difference }[];
	/** Where no value does anything by itself: one that does together with other open facts. */
	readonly together?: {
		readonly value: FactValue;
		readonly others: readonly Guess[];
		readonly difference: Difference;
	};
}

/** What a search may try. */
export interface Means extends Guesses {
	readonly open: readonly Open[];
	/** What is known or assumed of it; the same wherever it is read. */
	readonly present: (open: Open) => FactValue | undefined;
	readonly trials: Trials;
	readonly isDue: IsDue;
}

/** A search for the decisive facts of a draft. Mutable: it remembers what it found and where to go on. */
export interface Search {
	/** By place among the open facts. */
	readonly found: ReadonlyMap<number, Decisive>;
	/** Neighbouring amounts of a fact that differ in a route, each alone. */
	readonly turns: readonly (readonly [below: Guess, above: Guess])[];
	/** Tries every value of a fact alone. */
	readonly single: (one: number) => Steps;
	/**
	Tries the facts that are not found yet, and concern somebody, beside a completion. `turnedOnly`: of sources only those whose
	route it changed, since over the same line the others have been tried already.
	*/
	readonly beside: (
		completion: readonly Guess[],
		how: { readonly concerns: (fact: string) => boolean; readonly turnedOnly: boolean },
	) => Steps;
	/** Looks whether a completion rests on each of its facts. */
	readonly pivots: (completion: readonly Guess[]) => void;
	/** Tries beside every completion in which a source took a route that it had taken nowhere before. */
	readonly goOn: () => Steps;
	/** Tries beside every other guess that alone leaves a source without a route: each may for a reason of its own, which something else would mend. */
	readonly besideLosses: () => Steps;
}

/** Work that may be left where it is due. */
export type Steps = Generator<undefined, void>;

/** Begins a search from the plan as it stands. `sources`: those that are tried together, in the order of their routes. */
export function searchOf(sources: readonly string[], { open, present, guessesOf, trials, isDue }: Means): Search {
	const found = new Map<number, Decisive>();
	const taken = sources.map(() => new Set<string>());
	const queue: (readonly Guess[])[] = [];
	const losses: (readonly Guess[])[] = [];
	const meet = ({ routes }: Seen, guesses: readonly Guess[]): void => {
		let isFresh = false;
		for (let index = 0; index < routes.length; index++) {
			const own = taken[index] as Set<string>;
			const route = routes[index] as string;
			if (own.has(route)) continue;
			own.add(route);
			isFresh = true;
		}
		if (isFresh) queue.push(guesses);
		else if (guesses.length === 1 && routes.includes('')) losses.push(guesses);
	};
	const base: Costed = trials.cost([]);
	meet(base, []);
	queue.length = 0;
	/** Routes under each guess alone, by its mark. */
	const singly: string[] = [];
	const few: (readonly Guess[])[] = [];
	const fewOf = (one: number): readonly Guess[] => {
		const known = few[one];
		if (known) return known;
		const now = present(open[one] as Open);
		const some = spread(guessesOf(one), 3).filter(({ value }) => !isSame(value, now));
		few[one] = some;
		return some;
	};
	const note = ({ open: one, value }: Guess, before: readonly Guess[], after: readonly Guess[]): void => {
		if (found.has(one)) return;
		const difference = differenceOf(sources, trials.cost(before), trials.cost(after));
		found.set(one, { open: open[one] as Open, alone: [], together: { value, others: before, difference } });
	};
	const rests = (guesses: readonly Guess[], seen: Seen): void => {
		for (const guess of guesses) {
			if (found.has(guess.open)) continue;
			const others = guesses.filter((other) => other !== guess);
			if (trials.see(others).all !== seen.all) note(guess, others, guesses);
		}
	};
	const turns: (readonly [Guess, Guess])[] = [];
	const single = function* (one: number): Steps {
		let decides = false;
		const alone: Decisive['alone'][number][] = [];
		for (const guess of guessesOf(one)) {
			const { value, mark } = guess;
			const guesses = [guess];
			yield* trials.ready(guesses);
			const seen = trials.see(guesses);
			singly[mark] = seen.all;
			if (seen.all === base.all) alone.push({ value, difference: unchanged });
			else {
				decides = true;
				meet(seen, guesses);
				alone.push({ value, difference: differenceOf(sources, base, trials.cost(guesses)) });
			}
			if (isDue()) yield;
		}
		if (!decides) return;
		found.set(one, { open: open[one] as Open, alone });
		const guesses = guessesOf(one);
		for (const [index, above] of guesses.entries()) {
			const below = guesses[index - 1];
			if (!below || typeof above.value !== 'number' || singly[below.mark] === singly[above.mark]) continue;
			turns.push([below, above]);
		}
	};
	const beside: Search['beside'] = function* (completion, { concerns, turnedOnly }) {
		const settled = completion.length > 1 || completion.every((guess) => found.has(guess.open));
		const [first] = completion;
		const other = first && completion.length === 1 && !found.has(first.open) ? first : undefined;
		const candidates: number[] = [];
		for (let one = 0; one < open.length; one++) {
			if (settled && found.has(one)) continue;
			const { fact } = open[one] as Open;
			if (!concerns(fact) || completion.some((guess) => guess.open === one)) continue;
			candidates.push(one);
		}
		if (candidates.length === 0) return;
		const { before, isIdle, see } = trials.beside(completion);
		const stays = ({ source }: Open): boolean =>
			turnedOnly && before.line === base.line && source !== undefined && !isTurned(source, before);
		for (const one of candidates) {
			if (stays(open[one] as Open)) continue;
			const idle = isIdle(one);
			if (idle && !other) continue;
			for (const guess of fewOf(one)) {
				const guesses = [...completion, guess];
				const seen = idle ? before : see(guess, guesses);
				if (other && seen.all !== singly[guess.mark]) note(other, [guess], [guess, other]);
				if (seen.all === before.all) continue;
				meet(seen, guesses);
				note(guess, completion, guesses);
				rests(guesses, seen);
			}
			if (isDue()) yield;
		}
	};
	const isTurned = (source: string, { routes }: Seen): boolean => {
		const index = sources.indexOf(source);
		return routes[index] !== base.routes[index];
	};
	return {
		found,
		turns,
		single,
		beside,
		pivots: (completion) => {
			const seen = trials.see(completion);
			rests(completion, seen);
			meet(seen, completion);
		},
		*goOn() {
			for (let next = queue.shift(); next; next = queue.shift()) {
				yield* beside(next, { concerns: () => true, turnedOnly: true });
			}
		},
		*besideLosses() {
			for (const guesses of losses) yield* beside(guesses, { concerns: () => true, turnedOnly: true });
			yield* this.goOn();
		},
	};
}

const isSame = (a: FactValue, b: FactValue | undefined): boolean =>
	a === b || (Array.isArray(a) && Array.isArray(b) && a.join() === b.join());

const unchanged: Difference = { changes: [], monthly: 0, dollars: 0 };
