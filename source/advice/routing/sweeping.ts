import { compileTerm } from '../../rules/compile.ts';
import type { Term } from '../../rules/condition.ts';
import { sweepOver } from '../../rules/sweep.ts';
import type { Ground } from '../ground/ground.ts';
import { reckoner } from '../ground/kernel.ts';
import type { Entry } from './arrange.ts';
import { type Merits, meritsEach } from './merits.ts';

/** Writes the merits of all routes that pass for the first so many rows of a list, over whose path facts the line is laid, each from where its own begin. */
export type Sweeping = (rows: Int32Array, starts: Int32Array, count: number, into: Merits) => void;

/** What terms come to on all rows under a line, undefined where rows can differ; filled while somebody asks. */
export type Constants = Map<Term, number | undefined>;

/** Weighs routes as `weigherOf` does, for many rows at a time. `first` is any row that would take them. */
export function sweepingOf(ground: Ground, entries: readonly Entry[], first: number, constants: Constants): Sweeping {
	const { footing, varying } = ground;
	const reckon = reckoner(footing);
	const reckonedOf = (term: Exclude<Term, number>): number | undefined => {
		const own = 'fact' in term ? compileTerm(term, footing.table, footing.formulas).reckon : reckon(term);
		const reads = 'fact' in term ? [term.fact] : (footing.inputs.get(own) ?? []);
		return reads.some((fact) => varying.has(fact)) ? undefined : own(first);
	};
	const constantOf = (term: Exclude<Term, number>): number | undefined => {
		const known = constants.get(term);
		if (known !== undefined || constants.has(term)) return known;
		const found = reckonedOf(term);
		constants.set(term, found);
		return found;
	};
	const sweep = sweepOver({ ...footing, constantOf });
	const months = sweep.addWhole({ fact: 'cost.months' });
	const writers = entries.map(({ route, option }, place) => {
		const { lead, complete, freshness = Number.NaN, effortOnce, effortMonthly } = route.blueprint;
		const [own, rest, age] = [sweep.addWhole(lead), sweep.addWhole(complete), sweep.addWhole(freshness)];
		const [once, monthly] = [sweep.addWhole(effortOnce), sweep.addWhole(effortMonthly)];
		const costs = route.costs.map(({ per, rate, quantity }) => ({
			rate,
			quantity: sweep.addWhole(quantity),
			isOnce: per === 'once',
		}));
		const line = option?.lead ?? 0;
		const from = place * meritsEach;
		return (starts: Int32Array, count: number, into: Merits): void => {
			for (let index = 0; index < count; index++) {
				const at = (starts[index] as number) + from;
				into[at] = Math.max(own[index] as number, line) + (rest[index] as number);
				into[at + 1] = age[index] as number;
				into[at + 3] = (once[index] as number) + (months[index] as number) * (monthly[index] as number);
			}
			// The same sums in the same order as `expense`.
			for (const { rate, quantity, isOnce } of costs) {
				for (let index = 0; index < count; index++) {
					const paid = rate * (quantity[index] as number) * (isOnce ? 1 : (months[index] as number));
					const at = (starts[index] as number) + from + 2;
					if (!Number.isNaN(paid)) into[at] = (into[at] as number) + paid;
				}
			}
		};
	});
	return (rows, starts, count, into) => {
		sweep.run(rows, count);
		for (const write of writers) write(starts, count, into);
	};
}
