import { leavesOf } from '../../rules/inputs.ts';
import type { Ground } from '../ground/ground.ts';
import type { CompiledGate } from '../ground/kernel.ts';
import type { Draft } from '../routing/draft.ts';
import { isRanked } from './lively.ts';

/** How far from its present value a quantity is varied, and in how many steps up and down. */
const furthest = 1000;
const steps = 5;

/** A number that may be varied within a range, in the unit of its fact. */
export interface Quantity {
	readonly fact: string;
	readonly present: number;
	readonly low: number;
	readonly high: number;
	/** Id of the only source it is varied for. */
	readonly source?: string;
}

/**
Values worth trying, in ascending order: both sides of what rules compare the fact with, and where something is reckoned from
it, a grid up to a thousand times more and less than the present value.
*/
export function pointsReader(
	{ table }: Ground,
	{ members, options }: Draft,
	index: number,
): (quantity: Quantity) => readonly number[] {
	const member = members[index];
	if (!member) return () => [];
	const routes = new Set(member.entries.map(({ route }) => route));
	const all = [...routes, ...options.flatMap(({ path }) => path ?? [])];
	const gates = [...new Set(all.flatMap((one) => one.gates))];
	const cell = (other: string): number | undefined => table.columns.get(other)?.values[member.row];
	return (quantity) => {
		const { fact } = quantity;
		const bounds = gates.flatMap(({ inputs, that }) => (inputs.includes(fact) ? boundsOn(that, fact, cell) : []));
		return pointsOf(quantity, bounds, isRanked(fact) || all.some(({ terms }) => terms.has(fact)));
	};
}

function pointsOf({ present, low, high }: Quantity, bounds: readonly number[], reckoned: boolean): readonly number[] {
	const from = present > low ? Math.max(low, present / furthest) : low;
	const to = present > low ? Math.min(high, present * furthest) : high;
	const factor = present > low ? furthest ** (1 / steps) : (high / low) ** (1 / (2 * steps));
	const start = present > low ? present : low;
	const grid = reckoned ? gridOf(start, factor, [from, to]) : [];
	return [...new Set([...bounds.flatMap((at) => [at * (1 - 1e-6), at, at * (1 + 1e-6)]), ...grid])]
		.filter((value) => value >= from && value <= to)
		.toSorted((a, b) => a - b);
}

function gridOf(start: number, factor: number, [from, to]: readonly [number, number]): readonly number[] {
	const found = [from, to];
	for (let value = start * factor; value < to; value *= factor) found.push(value);
	for (let value = start / factor; value > from; value /= factor) found.push(value);
	return found;
}

/** The numbers a condition compares a fact with; a bound that is another fact counts as `cell` says. */
export function boundsOn(
	condition: CompiledGate['that'],
	fact: string,
	cell: (fact: string) => number | undefined,
): readonly number[] {
	return leavesOf(condition).flatMap((leaf) => {
		const bound = 'atLeast' in leaf ? leaf.atLeast : 'atMost' in leaf ? leaf.atMost : undefined;
		if (bound === undefined) return [];
		const other = typeof bound === 'number' ? bound : cell(bound.fact === fact ? leaf.fact : bound.fact);
		const compares = leaf.fact === fact || (typeof bound === 'object' && bound.fact === fact);
		return !compares || other === undefined || Number.isNaN(other) || other <= 0 ? [] : [other];
	});
}
