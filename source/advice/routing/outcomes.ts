import { digitNumbers } from '../ground/digit-numbers.ts';
import type { CompiledGate } from '../ground/kernel.ts';

/**
Gives how gates come out on a row as one number for all rows on which they come out alike, counted from 0 in the order in which outcomes
come first. With numbers of what came before they are told apart by those too.
*/
export type Outcomes = (row: number, before?: number) => number;

export function outcomesOf(gates: Iterable<CompiledGate>): Outcomes {
	const tests = Array.from(gates, ({ test }) => test);
	const said = new Uint8Array(tests.length);
	const numbers = digitNumbers(3);
	return (row, before) => {
		for (let index = 0; index < tests.length; index++) said[index] = (tests[index] as CompiledGate['test'])(row);
		return numbers(said, before);
	};
}
