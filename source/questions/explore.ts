import type { Draft } from '../advice/draft.ts';
import type { Ground } from '../advice/ground.ts';
import type { Trial, Try } from '../advice/trial.ts';
import type { FactValue } from '../facts/fact.ts';
import { favourable } from './favourable.ts';
import { type Costed, cost, type Difference, differenceOf, see } from './seen.ts';
import type { ValuesOf } from './values.ts';

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

/** How many completions of the open facts are looked at from the next one on. */
const most = 24;

/**
Finds the open facts of a draft that are decisive: completions of the open facts that differ only in one give different
routes. From the plan as it stands every open fact is tried alone; then again from every completion that took another route,
and from those that favour a route which never won.
*/
export function explore(
	ground: Ground,
	draft: Draft,
	how: { readonly open: readonly Open[]; readonly valuesOf: ValuesOf; readonly trial: Trial },
): readonly Decisive[] {
	const { open, valuesOf, trial } = how;
	const found = new Map<Open, Decisive>();
	const routes = new Set<string>();
	const queue: (readonly Try[])[] = [];
	const costOf = (tries: readonly Try[]): Costed => trial(tries, (settled) => cost(draft, settled));
	const base = costOf([]);
	routes.add(base.all);
	const meet = (all: string, tries: readonly Try[]): void => {
		if (routes.has(all) || routes.size >= most) return;
		routes.add(all);
		queue.push(tries);
	};
	for (const one of open) {
		const alone = valuesOf(one.fact).map((value) => {
			const tries = [tryOf(one, value)];
			const all = trial(tries, (settled) => see(settled).all);
			if (all === base.all) return { value, difference: unchanged };
			meet(all, tries);
			return { value, difference: differenceOf(draft, base, costOf(tries)) };
		});
		if (alone.some(({ difference }) => difference !== unchanged)) found.set(one, { open: one, alone });
	}
	const noteTogether = (one: Open, value: FactValue, others: readonly Try[], before: Costed): void => {
		const difference = differenceOf(draft, before, costOf([...others, tryOf(one, value)]));
		found.set(one, { open: one, alone: [], together: { value, others, difference } });
	};
	const scan = (completion: readonly Try[]): void => {
		const left = open.filter((one) => !found.has(one) && !completion.some((tried) => isOf(tried, one)));
		if (left.length === 0) return;
		const before = trial(completion, (settled) => see(settled).all);
		for (const one of left) {
			for (const value of valuesOf(one.fact)) {
				const tries = [...completion, tryOf(one, value)];
				const all = trial(tries, (settled) => see(settled).all);
				if (all === before) continue;
				meet(all, tries);
				if (!found.has(one)) noteTogether(one, value, completion, costOf(completion));
			}
		}
	};
	for (let next = queue.shift(); next; next = queue.shift()) scan(next);
	for (const completion of favourable(ground, draft, { open, valuesOf })) {
		const all = trial(completion, (settled) => see(settled).all);
		for (const tried of completion) {
			const one = open.find((candidate) => isOf(tried, candidate));
			if (!one || found.has(one)) continue;
			const others = completion.filter((other) => other !== tried);
			if (trial(others, (settled) => see(settled).all) !== all) noteTogether(one, tried.value, others, costOf(others));
		}
		scan(completion);
		for (let next = queue.shift(); next; next = queue.shift()) scan(next);
	}
	return [...found.values()];
}

const unchanged: Difference = { changes: [], monthly: 0, dollars: 0 };

const tryOf = ({ fact, source }: Open, value: FactValue): Try => ({
	fact,
	value,
	...(source !== undefined && { source }),
});

const isOf = (tried: Try, open: Open): boolean => tried.fact === open.fact && tried.source === open.source;
