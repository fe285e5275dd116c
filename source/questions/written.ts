import type { Ground } from '../advice/ground/ground.ts';
import { onceEach } from '../advice/ground/once.ts';
import { followers, turnsWith } from '../advice/ground/read-facts.ts';
import type { Draft } from '../advice/routing/draft.ts';
import { cellWriter, touchedBy } from '../advice/tipping/tries.ts';
import { type Column, setCell } from '../rules/table.ts';
import type { Guess } from './guesses.ts';

/** Cells that guesses write: by their places what stood in them, and what stands in them then. */
interface Cells {
	readonly values: Column['values'][];
	readonly rows: number[];
	readonly was: number[];
	readonly is: number[];
}

/** Writes guesses, and what follows from them, in the place of those that were written last. To be made while nothing is tried. */
export function writerOf(ground: Ground, draft: Draft): (guesses: readonly Guess[]) => void {
	const cellsOf = plainCells(ground, draft);
	const tiedCellsOf = tiedCells(ground, draft);
	let written: readonly Guess[] = [];
	let tied: Cells = noCells;
	return (guesses) => {
		if (guesses === written) return;
		for (const guess of written) if (isAlone(guess) && !guesses.includes(guess)) write(cellsOf(guess), 'was');
		for (const guess of guesses) if (isAlone(guess) && !written.includes(guess)) write(cellsOf(guess), 'is');
		written = guesses;
		if (tied === noCells && guesses.every(isAlone)) return;
		write(tied, 'was');
		tied = tiedCellsOf(guesses.filter((guess) => !isAlone(guess)));
		write(tied, 'is');
	};
}

const noCells: Cells = { values: [], rows: [], was: [], is: [] };

function write({ values, rows, was, is }: Cells, what: 'was' | 'is'): void {
	const from = what === 'was' ? was : is;
	for (let index = 0; index < rows.length; index++)
		(values[index] as Column['values'])[rows[index] as number] = from[index] as number;
}

/** Nothing follows from its fact, and that follows from nothing. */
const isAlone = ({ fact }: Guess): boolean => standsAlone(fact);

const standsAlone = onceEach((fact: string) => !followers.has(fact) && turnsWith(fact).length === 1);

/** What a guess writes that nothing follows from: the cells of its fact that nobody stated, each found once. To be asked first while it is not written. */
function plainCells({ table }: Ground, { place, placeRow, members }: Draft): (guess: Guess) => Cells {
	const known: (Cells | undefined)[] = [];
	const rowsOf = (source: string | undefined): readonly number[] => [
		...(source === undefined || source === place?.id ? [placeRow] : []),
		...members.flatMap((member) => (source === undefined || source === member.source.id ? member.row : [])),
	];
	return ({ fact, source, value, mark }) => {
		const found = known[mark];
		if (found) return found;
		const column = table.columns.get(fact);
		const cells: Cells = { values: [], rows: [], was: [], is: [] };
		for (const row of column ? rowsOf(source) : []) {
			const { values, open } = column as Column;
			if (open[row] !== 1) continue;
			const was = values[row] as number;
			setCell(column as Column, row, value, true);
			note(cells, values, row, was);
			values[row] = was;
		}
		known[mark] = cells;
		return cells;
	};
}

function note({ values, rows, was, is }: Cells, column: Column['values'], row: number, before: number): void {
	values.push(column);
	rows.push(row);
	was.push(before);
	is.push(column[row] as number);
}

/** What guesses write that others follow from, found once for each set of them. To be asked first while none of them is written. */
function tiedCells(ground: Ground, draft: Draft): (guesses: readonly Guess[]) => Cells {
	const writeCells = cellWriter(ground, draft);
	const rows = [draft.placeRow, ...draft.members.map(({ row }) => row)];
	const known = new Map<string, Cells>();
	return (guesses) => {
		if (guesses.length === 0) return noCells;
		const key = guesses.map(({ mark }) => mark).join();
		const found = known.get(key);
		if (found) return found;
		const touched = touchedBy([], guesses);
		const columns = [...touched].flatMap((fact) => ground.table.columns.get(fact) ?? []);
		const before = columns.map(({ values }) => rows.map((row) => values[row] as number));
		writeCells(guesses, touched);
		const cells: Cells = { values: [], rows: [], was: [], is: [] };
		for (const [index, { values }] of columns.entries())
			for (const [at, row] of rows.entries()) note(cells, values, row, before[index]?.[at] as number);
		writeCells([], touched);
		known.set(key, cells);
		return cells;
	};
}
