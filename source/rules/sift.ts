import { compileCondition, type Test } from './compile.ts';
import type { Condition } from './condition.ts';
import { type Leaf, leafOf, type Verdict } from './leaf.ts';
import type { Table } from './table.ts';

/** Keeps of the first so many rows of a list those on which a condition comes out so, in their order; gives how many they are. */
export type Sift = (rows: Int32Array, count: number) => number;

/** Compiles what sifts many rows at a time by how a condition comes out on them, column by column where its parts allow it. */
export function compileSift(condition: Condition, verdict: Verdict, table: Table): Sift {
	if ('not' in condition) return compileSift(condition.not, (2 - verdict) as Verdict, table);
	if ('all' in condition && verdict === 2) return inTurn(condition.all, verdict, table);
	if ('any' in condition && verdict === 0) return inTurn(condition.any, verdict, table);
	const leaf = leafOf(condition, table);
	if (leaf === undefined) return siftBy(compileCondition(condition, table), verdict);
	return leaf.codes ? siftCodes(leaf, leaf.codes, verdict) : siftNumbers(leaf, verdict);
}

function inTurn(parts: readonly Condition[], verdict: Verdict, table: Table): Sift {
	const sifts = parts.map((part) => compileSift(part, verdict, table));
	return (rows, count) => sifts.reduce((left, sift) => sift(rows, left), count);
}

function siftBy(test: Test, verdict: Verdict): Sift {
	return (rows, count) => {
		let kept = 0;
		for (let index = 0; index < count; index++) {
			const row = rows[index] as number;
			rows[kept] = row;
			if (test(row) === verdict) kept++;
		}
		return kept;
	};
}

function siftCodes({ verdicts, last }: Leaf, codes: Int16Array, verdict: Verdict): Sift {
	const keeps = verdicts.map((own) => (own === verdict ? 1 : 0));
	return (rows, count) => {
		let kept = 0;
		for (let index = 0; index < count; index++) {
			const row = rows[index] as number;
			rows[kept] = row;
			kept += keeps[Math.min((codes[row] as number) + 1, last)] as number;
		}
		return kept;
	};
}

function siftNumbers({ numbers, least, most, between, beyond, unknown }: Leaf, verdict: Verdict): Sift {
	const [inside, outside, open] = [between === verdict, beyond === verdict, unknown === verdict];
	return (rows, count) => {
		let kept = 0;
		for (let index = 0; index < count; index++) {
			const row = rows[index] as number;
			const value = numbers[row] as number;
			rows[kept] = row;
			if (value >= least && value <= most ? inside : Number.isNaN(value) ? open : outside) kept++;
		}
		return kept;
	};
}
