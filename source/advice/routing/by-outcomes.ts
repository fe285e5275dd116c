import { digitNumbers } from '../ground/digit-numbers.ts';
import type { CompiledGate } from '../ground/kernel.ts';

/** Finds for a row what was made for the first row on which some gates came out alike. `make` gets what each of them said. */
export function byOutcomes<T extends object>(
	gates: readonly Pick<CompiledGate, 'test'>[],
	make: (row: number, outcomes: Uint8Array) => T,
): (row: number) => T {
	const outcomes = new Uint8Array(gates.length);
	const tests = gates.map(({ test }) => test);
	const numberOf = digitNumbers(3);
	const known: (T | undefined)[] = [];
	return (row) => {
		for (let index = 0; index < tests.length; index++) outcomes[index] = (tests[index] as CompiledGate['test'])(row);
		const number = numberOf(outcomes);
		const found = known[number] ?? make(row, outcomes);
		known[number] = found;
		return found;
	};
}
