import { HeadwaterError } from '../errors.ts';
import type { Condition } from './condition.ts';
import { type CodeColumn, codeOf, columnOf, type Table } from './table.ts';

/** How a condition comes out: it fails, nobody knows, it holds. */
export type Verdict = 0 | 1 | 2;

/** A condition about one fact, as what its cells are compared with: of one shape, so that many are judged without a call. */
export interface Leaf {
	/** Cells of a choice, yes-no or text, and the verdict by code, unknown first; the last stands for all codes beyond. */
	readonly codes: Int16Array | undefined;
	readonly verdicts: Uint8Array;
	readonly last: number;
	/** Cells of a quantity, and the verdict between two bounds, beyond them, and when unknown. */
	readonly numbers: Float64Array;
	readonly least: number;
	readonly most: number;
	readonly between: Verdict;
	readonly beyond: Verdict;
	readonly unknown: Verdict;
}

const blank: Leaf = {
	...{ codes: undefined, verdicts: new Uint8Array(), last: 0, numbers: new Float64Array() },
	...{ least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY, between: 2, beyond: 0, unknown: 1 },
};

/** The verdict of a leaf on a row. */
export function verdictOf(leaf: Leaf, row: number): Verdict {
	const { codes } = leaf;
	if (codes !== undefined) return leaf.verdicts[Math.min((codes[row] as number) + 1, leaf.last)] as Verdict;
	const value = leaf.numbers[row] as number;
	if (value >= leaf.least && value <= leaf.most) return leaf.between;
	return Number.isNaN(value) ? leaf.unknown : leaf.beyond;
}

/** A condition as a leaf; undefined where it is about several facts. */
export function leafOf(condition: Condition, table: Table): Leaf | undefined {
	if ('known' in condition) return leafOfKnown(condition.fact, condition.known, table);
	if ('is' in condition) return leafOfIs(condition.fact, condition.is, table);
	if ('atLeast' in condition && typeof condition.atLeast === 'number')
		return { ...blank, numbers: numbersOf(condition.fact, table), least: condition.atLeast };
	if ('atMost' in condition && typeof condition.atMost === 'number')
		return { ...blank, numbers: numbersOf(condition.fact, table), most: condition.atMost };
	return undefined;
}

function leafOfKnown(fact: string, known: boolean, table: Table): Leaf {
	const column = columnOf(table, fact);
	const [yes, no] = known ? ([2, 0] as const) : ([0, 2] as const);
	return column.kind === 'number'
		? { ...blank, numbers: column.values, between: yes, unknown: no }
		: coded(column, Uint8Array.of(no, yes));
}

function leafOfIs(fact: string, is: readonly (string | boolean)[], table: Table): Leaf {
	const column = columnOf(table, fact);
	if (column.kind === 'number') throw cannot(fact, 'is a quantity and has no named values');
	if (column.kind === 'mask') {
		const wanted = is.filter((value) => value !== 'none').reduce((mask, value) => mask | knownCode(column, value), 0);
		const verdicts = new Uint8Array(1 + 2 ** column.codes.size);
		for (let mask = 1; mask < verdicts.length - 1; mask++) verdicts[1 + mask] = (mask & wanted) === 0 ? 0 : 2;
		verdicts[0] = 1;
		verdicts[1] = is.includes('none') ? 2 : 0;
		return coded(column, verdicts);
	}
	const wanted = is.map((value) => knownCode(column, value));
	// A text that is coded later is none of those wanted: the last verdict stands for it.
	const verdicts = new Uint8Array(column.codes.size + 2);
	for (const code of wanted) verdicts[1 + code] = 2;
	verdicts[0] = 1;
	return coded(column, verdicts);
}

const coded = ({ values }: CodeColumn, verdicts: Uint8Array): Leaf => ({
	...blank,
	codes: values,
	verdicts,
	last: verdicts.length - 1,
});

function knownCode(column: CodeColumn, value: string | boolean): number {
	const code = codeOf(column, value);
	if (code === -1) throw cannot(column.fact, `cannot be '${value}'`);
	return code;
}

/** The cells of a quantity. */
export function numbersOf(fact: string, table: Table): Float64Array {
	const column = columnOf(table, fact);
	if (column.kind === 'number') return column.values;
	throw cannot(fact, 'is not a quantity and has no bound');
}

function cannot(fact: string, why: string): HeadwaterError {
	return new HeadwaterError('rule-value', {
		message: `A rule asks of '${fact}' what it cannot be asked: it ${why}.`,
		wayOut: 'Correct the condition in the record; the vocabulary says what the fact can be.',
		blame: 'headwater',
	});
}
