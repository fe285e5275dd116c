import type { Ground } from '../ground/ground.ts';
import type { CompiledGate } from '../ground/kernel.ts';
import { followsFrom } from '../ground/read-facts.ts';

/** Why gates leave a row undecided. */
export interface Doubts {
	/** Facts that nobody knows. */
	readonly missing: readonly string[];
	/** Sentences of unverified requirements that fail. */
	readonly unsure: readonly string[];
}

/** Looks at the gates that neither hold nor reject on a row. */
export function doubtsOf(ground: Ground, gates: readonly CompiledGate[], row: number): Doubts {
	const missing = new Set<string>();
	const unsure: string[] = [];
	for (const gate of gates) {
		const verdict = gate.test(row);
		if (verdict === 0 && gate.quota === undefined && !gate.sure) unsure.push(gate.because);
		if (verdict !== 1) continue;
		for (const fact of gate.inputs) {
			if (isUnknown(ground, fact, row)) for (const from of followsFrom[fact] ?? [fact]) missing.add(from);
		}
	}
	return { missing: [...missing], unsure };
}

/** Whether a fact has no value on a row, not even an assumed one. */
function isUnknown({ table }: Ground, fact: string, row: number): boolean {
	const column = table.columns.get(fact);
	if (!column) return true;
	return column.kind === 'number' ? Number.isNaN(column.values[row]) : column.values[row] === -1;
}
