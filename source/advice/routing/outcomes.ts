import { digitNumbers } from '../ground/digit-numbers.ts';
import type { CompiledGate } from '../ground/kernel.ts';

/** How some gates come out on rows. */
export interface Outcomes {
	/**
	As one number for all rows on which they come out alike, counted from 0 in the order in which outcomes come first. With numbers of
	what came before they are told apart by those too.
	*/
	readonly numberOf: (row: number, before?: number) => number;
	/** One by one; written anew for the next row. */
	readonly of: (row: number) => Uint8Array;
}

export function outcomesOf(gates: Iterable<CompiledGate>): Outcomes {
	const tests = Array.from(gates, ({ test }) => test);
	const said = new Uint8Array(tests.length);
	const numbers = digitNumbers(3);
	// Nothing is remembered of a row: another source may stand there the next time.
	const of = (row: number): Uint8Array => {
		for (let index = 0; index < tests.length; index++) said[index] = (tests[index] as CompiledGate['test'])(row);
		return said;
	};
	return { of, numberOf: (row, before) => numbers(of(row), before) };
}
