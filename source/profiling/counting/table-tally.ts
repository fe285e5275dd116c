import { type ColumnTally, columnTally } from './column-tally.ts';
import { type Distinct, distinctValues } from './distinct.ts';
import { hashMore } from './hash.ts';

/** Rows that are kept as numbers, for quantiles, bins and associations. */
const mostKept = 10_000;
/** Cells that are kept in all, whatever the number of columns. */
const mostCells = 2_000_000;
/** Columns of one table; what comes beyond is counted, and told as a trouble. */
export const mostColumns = 2_000;

/** What is counted of one table while rows come. Rows may have different columns. */
export interface TableTally {
	readonly columns: ReadonlyMap<string, ColumnTally>;
	rows(): number;
	/** Rows of each piece. */
	readonly pieces: readonly number[];
	readonly rowValues: Distinct;
	/** Columns that found no room. */
	leftOut(): number;
	/** Which row stands at each kept place. */
	keptRows(): Float64Array;
	/** Begins a piece: rows that lie together; several of them show how unevenly things lie. */
	piece(): void;
	/** One row: names and values in step. */
	row(names: readonly string[], values: ArrayLike<unknown>): void;
}

/** `random` chooses the rows that are kept (reservoir sampling). `expected` is how many columns there will be, about. */
export function tableTally(random: () => number, expected = 20): TableTally {
	const room = Math.max(200, Math.min(mostKept, Math.floor(mostCells / Math.max(1, expected))));
	const columns = new Map<string, ColumnTally>();
	const pieces: number[] = [];
	const rowValues = distinctValues();
	const kept = new Float64Array(room);
	const beyond = new Set<string>();
	let rows = 0;
	let lastNames: readonly string[] | undefined;
	let lastColumns: readonly (ColumnTally | undefined)[] = [];

	const columnOf = (name: string): ColumnTally | undefined => {
		const known = columns.get(name);
		if (known) return known;
		if (columns.size >= mostColumns) {
			if (beyond.size < mostColumns) beyond.add(name);
			return undefined;
		}
		const made = columnTally(name, room);
		columns.set(name, made);
		return made;
	};
	return {
		columns,
		pieces,
		rowValues,
		rows: () => rows,
		leftOut: () => beyond.size,
		keptRows: () => kept,
		piece() {
			pieces.push(0);
		},
		row(names, values) {
			if (names !== lastNames) {
				lastNames = names;
				lastColumns = names.map(columnOf);
			}
			if (pieces.length === 0) pieces.push(0);
			const piece = pieces.length - 1;
			rows += 1;
			pieces[piece] = (pieces[piece] as number) + 1;
			let slot = rows - 1;
			if (slot >= room) {
				slot = Math.floor(random() * rows);
				if (slot >= room) slot = -1;
			}
			if (slot >= 0) kept[slot] = rows;
			let together = 1;
			for (let index = 0; index < lastColumns.length; index += 1) {
				const column = lastColumns[index];
				if (column === undefined) continue;
				together = hashMore(together, column.add(values[index], piece, slot, rows));
			}
			rowValues.add(together);
		},
	};
}
