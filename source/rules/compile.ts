import type { Bound, Condition, Term } from './condition.ts';
import type { Formula } from './formula.ts';
import { type Leaf, leafOf, numbersOf, type Verdict, verdictOf } from './leaf.ts';
import { columnOf, type Table } from './table.ts';

/** 0 fails, 1 unknown, 2 holds, for a row of the table it was compiled over. */
export type Test = (row: number) => Verdict;
/** A number in the units its facts are held in; NaN is unknown. */
export type Reckon = (row: number) => number;

/** Compiles a condition to a closure over the columns: `all` is the least of its parts, `any` the greatest, `not` 2 - v. */
export function compileCondition(condition: Condition, table: Table): Test {
	if ('all' in condition) return joined(condition.all, table, 0);
	if ('any' in condition) return joined(condition.any, table, 2);
	if ('not' in condition) {
		const part = compileCondition(condition.not, table);
		return (row) => (2 - part(row)) as Verdict;
	}
	const leaf = leafOf(condition, table);
	return leaf ? testOf(leaf) : compileBound(condition as FactBound, table);
}

/** The least verdict of some parts, or the greatest; no other is asked once one of them `decides`. */
function joined(conditions: readonly Condition[], table: Table, decides: 0 | 2): Test {
	const leaves: Leaf[] = [];
	const others: Test[] = [];
	for (const condition of conditions) {
		const leaf = leafOf(condition, table);
		if (leaf) leaves.push(leaf);
		else others.push(compileCondition(condition, table));
	}
	const [only, other] = leaves;
	if (only && conditions.length === 1) return testOf(only);
	if (only && other && conditions.length === 2)
		return (row) => {
			const verdict = verdictOf(only, row);
			if (verdict === decides) return decides;
			const next = verdictOf(other, row);
			return next === decides || next === 1 ? next : verdict;
		};
	return (row) => {
		let verdict: Verdict = decides === 0 ? 2 : 0;
		for (let index = 0; index < leaves.length; index++) {
			const next = verdictOf(leaves[index] as Leaf, row);
			if (next === decides) return decides;
			if (next === 1) verdict = 1;
		}
		for (let index = 0; index < others.length; index++) {
			const next = (others[index] as Test)(row);
			if (next === decides) return decides;
			if (next === 1) verdict = 1;
		}
		return verdict;
	};
}

function testOf(leaf: Leaf): Test {
	const { codes, verdicts, last, numbers, least, most, between, beyond, unknown } = leaf;
	if (codes) return (row) => verdicts[Math.min((codes[row] as number) + 1, last)] as Verdict;
	return (row) => {
		const value = numbers[row] as number;
		if (value >= least && value <= most) return between;
		return Number.isNaN(value) ? unknown : beyond;
	};
}

type FactBound = Extract<Condition, { atLeast: Bound } | { atMost: Bound }>;

/** A bound that is a fact itself. */
function compileBound(condition: FactBound, table: Table): Test {
	const atLeast = 'atLeast' in condition;
	const values = numbersOf(condition.fact, table);
	const bounds = numbersOf(((atLeast ? condition.atLeast : condition.atMost) as Exclude<Bound, number>).fact, table);
	return (row) => {
		const [value, bound] = [values[row] as number, bounds[row] as number];
		if (Number.isNaN(value) || Number.isNaN(bound)) return 1;
		return (atLeast ? value >= bound : value <= bound) ? 2 : 0;
	};
}

/** Compiles a term, folding what is constant; `constant` then says what it always gives. */
export function compileTerm(
	term: Term,
	table: Table,
	formulas: Readonly<Record<string, Formula>>,
): { readonly reckon: Reckon; readonly constant?: number } {
	if (typeof term === 'number') return { reckon: () => term, constant: term };
	if ('fact' in term) return { reckon: cellOf(term.fact, table) };
	if ('formula' in term) return { reckon: compileFormula(term, table, formulas) };
	const { parts, start, join } = joinedIn(term);
	return fold(parts, start, join, table, formulas);
}

/** How the parts of a term are joined, one by one and for many rows. */
const joins = {
	sum: {
		start: 0,
		join: (a: number, b: number): number => a + b,
		joinAll: (into: Float64Array, others: Float64Array, count: number): void => {
			for (let index = 0; index < count; index++) into[index] = (into[index] as number) + (others[index] as number);
		},
	},
	product: {
		start: 1,
		join: (a: number, b: number): number => a * b,
		joinAll: (into: Float64Array, others: Float64Array, count: number): void => {
			for (let index = 0; index < count; index++) into[index] = (into[index] as number) * (others[index] as number);
		},
	},
	largest: {
		start: Number.NEGATIVE_INFINITY,
		join: (a: number, b: number): number => Math.max(a, b),
		joinAll: (into: Float64Array, others: Float64Array, count: number): void => {
			for (let index = 0; index < count; index++)
				into[index] = Math.max(into[index] as number, others[index] as number);
		},
	},
} as const;

type Joined = Extract<Term, { sum: unknown } | { product: unknown } | { largest: unknown }>;

/** The parts of a term and how they are joined. */
export function joinedIn(term: Joined) {
	if ('sum' in term) return { parts: term.sum, ...joins.sum };
	return 'product' in term ? { parts: term.product, ...joins.product } : { parts: term.largest, ...joins.largest };
}

/** What a term always gives because only numbers stand in it; undefined where it reads a fact or names a formula. */
export function literalOf(term: Term): number | undefined {
	if (typeof term === 'number') return term;
	if ('fact' in term || 'formula' in term) return undefined;
	const { parts, start, join } = joinedIn(term);
	const numbers = parts.map(literalOf);
	return numbers.reduce<number | undefined>(
		(total, number) => (total === undefined || number === undefined ? undefined : join(total, number)),
		start,
	);
}

function fold(
	terms: readonly Term[],
	start: number,
	join: (a: number, b: number) => number,
	table: Table,
	formulas: Readonly<Record<string, Formula>>,
): { readonly reckon: Reckon; readonly constant?: number } {
	const parts = terms.map((term) => compileTerm(term, table, formulas));
	const constant = parts.reduce(
		(total, part) => (part.constant === undefined ? total : join(total, part.constant)),
		start,
	);
	const open = parts.filter((part) => part.constant === undefined).map((part) => part.reckon);
	if (open.length === 0) return { reckon: () => constant, constant };
	const [only] = open;
	if (only && open.length === 1) return { reckon: (row) => join(constant, only(row)) };
	return {
		reckon: (row) => {
			let total = constant;
			for (const part of open) total = join(total, part(row));
			return total;
		},
	};
}

/** A cell as a number: choices by their code, unknown as NaN. */
function cellOf(fact: string, table: Table): Reckon {
	const column = columnOf(table, fact);
	if (column.kind === 'number') return (row) => column.values[row] as number;
	return (row) => (column.values[row] === -1 ? Number.NaN : (column.values[row] as number));
}

function compileFormula(
	{ formula: name, with: given }: Extract<Term, { formula: string }>,
	table: Table,
	formulas: Readonly<Record<string, Formula>>,
): Reckon {
	const formula = formulas[name];
	if (!formula) return () => Number.NaN;
	const cells = formula.inputs.map((fact) => cellOf(fact, table));
	const settings = { ...formula.settings, ...given };
	// One array for all rows: formulas read their inputs and keep nothing.
	const inputs = new Array<number>(cells.length).fill(0);
	return (row) => {
		for (let i = 0; i < cells.length; i++) {
			const value = (cells[i] as Reckon)(row);
			if (Number.isNaN(value)) return Number.NaN;
			inputs[i] = value;
		}
		return formula.compute(inputs, settings);
	};
}
