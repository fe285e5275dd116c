import { HeadwaterError } from '../errors.ts';
import type { Fact, FactValue, Vocabulary } from '../facts/fact.ts';

/** Numbers in the fact's own unit; NaN is unknown. */
export interface NumberColumn {
	readonly fact: string;
	readonly kind: 'number';
	readonly values: Float64Array;
	readonly open: Uint8Array;
}
/** Codes of choices, yes-no and texts; -1 is unknown. In a mask each value is a bit, and 0 is the empty list. */
export interface CodeColumn {
	readonly fact: string;
	readonly kind: 'code' | 'mask';
	readonly values: Int16Array;
	readonly open: Uint8Array;
	readonly codes: Map<string | boolean, number>;
	/** Texts have no list of values: a new one gets the next code. */
	readonly grows: boolean;
}
export type Column = NumberColumn | CodeColumn;

/**
One column a fact, one row for whatever facts are said about. Rules are compiled to closures over it, so that judging a
row touches no object. `open` is 1 where nobody stated the value: it is unknown or assumed.
*/
export interface Table {
	readonly rows: number;
	readonly columns: ReadonlyMap<string, Column>;
}

/** Texts beyond this many share the last code; rules compare only with texts that were coded before. */
const lastCode = 32_767;

/** An empty table, all unknown and open. A fact outside the vocabulary is an error of the record that reads it. */
export function createTable(vocabulary: Vocabulary, facts: Iterable<string>, rows: number): Table {
	const columns = new Map<string, Column>();
	for (const fact of facts) columns.set(fact, createColumn(fact, factOf(vocabulary, fact), rows));
	return { rows, columns };
}

function factOf(vocabulary: Vocabulary, key: string): Fact {
	const fact = Object.hasOwn(vocabulary, key) ? vocabulary[key] : undefined;
	if (fact) return fact;
	throw new HeadwaterError('rule-fact', {
		message: `A rule reads the fact '${key}', which is not in the vocabulary.`,
		wayOut: 'Correct the name in the record, or add the fact to the vocabulary.',
		blame: 'headwater',
	});
}

function createColumn(fact: string, said: Fact, rows: number): Column {
	const open = new Uint8Array(rows).fill(1);
	if (said.type === 'quantity') {
		return { fact, kind: 'number', values: new Float64Array(rows).fill(Number.NaN), open };
	}
	const values = new Int16Array(rows).fill(-1);
	const listed: readonly (string | boolean)[] =
		said.type === 'yes-no' ? [false, true] : said.type === 'text' ? [] : said.values;
	const mask = said.type === 'choices';
	const codes = new Map(listed.map((value, index) => [value, mask ? 1 << index : index]));
	return { fact, kind: mask ? 'mask' : 'code', values, open, codes, grows: said.type === 'text' };
}

/** Writes a value, or unknown, into a cell. A value that the fact cannot have counts as unknown. */
export function setCell(column: Column, row: number, value: FactValue | undefined, open: boolean): void {
	column.open[row] = open ? 1 : 0;
	column.values[row] = cellFor(column, value);
}

/** What stands in a cell of a column for a value, or for none. */
export function cellFor(column: Column, value: FactValue | undefined): number {
	if (column.kind === 'number') return typeof value === 'number' ? value : Number.NaN;
	return value === undefined ? -1 : codeOf(column, value);
}

/** The code of a value in this column; -1 when it has none. */
export function codeOf(column: CodeColumn, value: FactValue): number {
	if (Array.isArray(value)) return value.reduce((mask, one) => mask | Math.max(0, codeOf(column, one)), 0);
	const code = column.codes.get(value as string | boolean);
	if (code !== undefined || !column.grows) return code ?? -1;
	const next = Math.min(column.codes.size, lastCode);
	column.codes.set(value as string, next);
	return next;
}

/** How many codes a column can ever have. */
export const codesAtMost = ({ grows, codes }: CodeColumn): number => (grows ? lastCode + 1 : codes.size);

/** A column that holds the same and is written apart. */
export function copyColumn(column: Column): Column {
	const open = column.open.slice();
	if (column.kind === 'number') return { ...column, values: column.values.slice(), open };
	return { ...column, values: column.values.slice(), open, codes: new Map(column.codes) };
}

/** Copies every cell of a row, so that a question can be tried without touching the original. */
export function copyRow({ columns }: Table, from: number, to: number): void {
	for (const { values, open } of columns.values()) {
		values[to] = values[from] as number;
		open[to] = open[from] as number;
	}
}

/** The column of a fact; every fact that a compiled rule reads has one. */
export function columnOf(table: Table, fact: string): Column {
	const column = table.columns.get(fact);
	if (column) return column;
	throw new HeadwaterError('rule-fact', {
		message: `A rule reads the fact '${fact}', for which the table has no column.`,
		wayOut: 'Name it among the facts the table is made for.',
		blame: 'headwater',
	});
}
