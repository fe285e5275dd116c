import { digitNumbers } from '../ground/digit-numbers.ts';
import type { CompiledGate } from '../ground/kernel.ts';

/** How some gates come out, as one number for all rows on which they come out alike. */
export interface Outcomes {
	/** Counted from 0 in the order in which outcomes come first. With numbers of what came before they are told apart by those too. */
	readonly numberOf: (row: number, before?: number) => number;
	/** What each gate said of the row that was asked for last. */
	readonly said: Uint8Array;
}

export function outcomesOf(gates: Iterable<CompiledGate>): Outcomes {
	const tests = Array.from(gates, ({ test }) => test);
	const said = new Uint8Array(tests.length);
	const numbers = digitNumbers(3);
	return {
		said,
		numberOf: (row, before) => {
			for (let index = 0; index < tests.length; index++) said[index] = (tests[index] as CompiledGate['test'])(row);
			return numbers(said, before);
		},
	};
}
