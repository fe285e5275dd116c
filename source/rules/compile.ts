import { HeadwaterError } from '../errors.ts';
import type { Bound, Condition, Term } from './condition.ts';
import type { Formula } from './formula.ts';
import { type CodeColumn, codeOf, columnOf, type Table } from './table.ts';

/** 0 fails, 1 unknown, 2 holds, for a row of the table it was compiled over. */
export type Test = (row: number) => 0 | 1 | 2;
/** A number in the units its facts are held in; NaN is unknown. */
export type Reckon = (row: number) => number;

type Leaf<K extends string> = Extract<Condition, { [P in K]: unknown }>;

/** Compiles a condition to a closure over the columns: `all` is the least of its parts, `any` the greatest, `not` 2 - v. */
export function compileCondition(condition: Condition, table: Table): Test {
	if ('all' in condition) return least(condition.all.map((part) => compileCondition(part, table)));
	if ('any' in condition) return greatest(condition.any.map((part) => compileCondition(part, table)));
	if ('not' in condition) {
		const part = compileCondition(condition.not, table);
		return (row) => (2 - part(row)) as 0 | 1 | 2;
	}
	if ('known' in condition) return compileKnown(condition, table);
	if ('is' in condition) return compileIs(condition, table);
	return compileBound(condition, table);
}

function least(parts: readonly Test[]): Test {
	const [only, other] = parts;
	if (only && parts.length === 1) return only;
	if (only && other && parts.length === 2)
		return (row) => {
			const verdict = only(row);
			if (verdict === 0) return 0;
			const next = other(row);
			return next < verdict ? next : verdict;
		};
	return (row) => {
		let worst: 0 | 1 | 2 = 2;
		for (const part of parts) {
			const verdict = part(row);
			if (verdict === 0) return 0;
			if (verdict < worst) worst = verdict;
		}
		return worst;
	};
}

function greatest(parts: readonly Test[]): Test {
	const [only, other] = parts;
	if (only && parts.length === 1) return only;
	if (only && other && parts.length === 2)
		return (row) => {
			const verdict = only(row);
			if (verdict === 2) return 2;
			const next = other(row);
			return next > verdict ? next : verdict;
		};
	return (row) => {
		let best: 0 | 1 | 2 = 0;
		for (const part of parts) {
			const verdict = part(row);
			if (verdict === 2) return 2;
			if (verdict > best) best = verdict;
		}
		return best;
	};
}

function compileKnown({ fact, known }: Leaf<'known'>, table: Table): Test {
	const column = columnOf(table, fact);
	const yes = known ? 2 : 0;
	const no = known ? 0 : 2;
	if (column.kind === 'number') return (row) => (Number.isNaN(column.values[row]) ? no : yes);
	return (row) => (column.values[row] === -1 ? no : yes);
}

function compileIs({ fact, is }: Leaf<'is'>, table: Table): Test {
	const column = columnOf(table, fact);
	if (column.kind === 'number') throw cannot(fact, 'is a quantity and has no named values');
	const values = column.values;
	if (column.kind === 'mask') {
		const none = is.includes('none') ? 2 : 0;
		const wanted = is.filter((value) => value !== 'none').reduce((mask, value) => mask | knownCode(column, value), 0);
		return (row) => {
			const mask = values[row] as number;
			if (mask === -1) return 1;
			return mask === 0 ? none : (mask & wanted) === 0 ? 0 : 2;
		};
	}
	const wanted = is.map((value) => knownCode(column, value));
	const [only] = wanted;
	if (wanted.length === 1) return (row) => (values[row] === only ? 2 : values[row] === -1 ? 1 : 0);
	// By code, unknown first; a text that is coded later is none of those wanted.
	const verdicts = Uint8Array.from({ length: 1 + Math.max(column.codes.size, 1) }, (_, code) =>
		code === 0 ? 1 : wanted.includes(code - 1) ? 2 : 0,
	);
	return (row) => (verdicts[(values[row] as number) + 1] ?? 0) as 0 | 1 | 2;
}

function knownCode(column: CodeColumn, value: string | boolean): number {
	const code = codeOf(column, value);
	if (code === -1) throw cannot(column.fact, `cannot be '${value}'`);
	return code;
}

function compileBound(condition: Leaf<'atLeast'> | Leaf<'atMost'>, table: Table): Test {
	const values = numbersOf(condition.fact, table);
	const atLeast = 'atLeast' in condition;
	const bound: Bound = atLeast ? condition.atLeast : condition.atMost;
	if (typeof bound === 'number') {
		if (atLeast) return (row) => ((values[row] as number) >= bound ? 2 : Number.isNaN(values[row]) ? 1 : 0);
		return (row) => ((values[row] as number) <= bound ? 2 : Number.isNaN(values[row]) ? 1 : 0);
	}
	const other = numbersOf(bound.fact, table);
	const unknown = (row: number) => Number.isNaN(values[row]) || Number.isNaN(other[row]);
	if (atLeast) return (row) => ((values[row] as number) >= (other[row] as number) ? 2 : unknown(row) ? 1 : 0);
	return (row) => ((values[row] as number) <= (other[row] as number) ? 2 : unknown(row) ? 1 : 0);
}

function numbersOf(fact: string, table: Table): Float64Array {
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
