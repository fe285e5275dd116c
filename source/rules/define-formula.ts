import type { FactKey } from '../facts/index.ts';
import type { Formula } from './formula.ts';

type Numbers<I extends readonly unknown[]> = { readonly [K in keyof I]: number };

/** Writes a formula whose inputs are facts of the vocabulary and whose settings are known by name. */
export function defineFormula<const I extends readonly FactKey[], S extends Readonly<Record<string, number>>>(
	formula: Omit<Formula, 'inputs' | 'settings' | 'compute'> & {
		readonly inputs: I;
		readonly settings: S;
		compute(inputs: Numbers<I>, settings: { readonly [K in keyof S]: number }): number;
	},
): Formula {
	return formula as unknown as Formula;
}
