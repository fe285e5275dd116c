import type { Unit } from '../facts/fact.ts';

/**
A named piece of arithmetic that terms use. Its inputs are facts (each in its own unit) and settings given by the term.
NaN in any input gives NaN: unknown in, unknown out.
*/
export interface Formula {
	readonly title: string;
	/** Facts it reads, in the order in which `compute` takes them. */
	readonly inputs: readonly string[];
	/** Settings with their defaults; a term may override them in `with`. */
	readonly settings?: Readonly<Record<string, number>>;
	readonly unit: Unit;
	/** The arithmetic in words, printed by an explanation: `volume x 8 / (bandwidth x free share)`. */
	readonly text: string;
	readonly source: string;
	compute(inputs: readonly number[], settings: Readonly<Record<string, number>>): number;
	readonly example: {
		readonly inputs: readonly number[];
		readonly settings?: Readonly<Record<string, number>>;
		readonly gives: number;
	};
}
