import type { Source } from '../../estate/estate.ts';
import { lookup } from '../../estate/glob.ts';
import { type Column, cellFor } from '../../rules/table.ts';
import type { Given, Unclassed } from './ground.ts';
import { followers, turning, turnsWith } from './read-facts.ts';
import { type Statement, statementsOf } from './statements.ts';
import { write } from './writing.ts';

/** Sources that say something, the columns that it is written into, and what is known of them besides. */
type Told = Pick<Unclassed, 'sources' | 'table' | 'read'> & { readonly given: Pick<Given, 'answers'> };

/** What a statement of a source means: its own column, and those of what follows from it. */
interface Slot {
	readonly column: Column | undefined;
	readonly later: readonly Column[];
}

/** Writes what sources say themselves, what people said of them, and what follows from either. Gives the facts that were stated so. */
export function writeOwn(ground: Told): ReadonlySet<string> {
	const { sources, table } = ground;
	const slots = slotsIn(table.columns);
	const follow = follower(ground, slots);
	const { all, stated } = statementsOf(sources, new Set([...table.columns.keys(), ...turning.keys()]));
	for (const statement of all) {
		const { column, later } = slots.of(statement.fact);
		if (column) writeStatement(column, statement);
		if (later.length > 0) for (const row of statement.rows) follow.note(row, later);
	}
	follow.write();
	return new Set([...stated, ...slots.asked(), ...follow.stated]);
}

function writeStatement(column: Column, { rows, open, values: said }: Statement): void {
	const { values } = column;
	const cellAt = cellsOf(column, said);
	for (let index = 0; index < rows.length; index++) {
		const row = rows[index] as number;
		values[row] = cellAt(index);
		column.open[row] = open[index] as number;
	}
}

function cellsOf(column: Column, said: Statement['values']): (index: number) => number {
	if (said instanceof Float64Array) {
		return column.kind === 'number'
			? (index) => said[index] as number
			: (index) => cellFor(column, said[index] as number);
	}
	const cells = said.all.map((value) => cellFor(column, value));
	return (index) => cells[said.of[index] as number] as number;
}

interface Slots {
	/** What a statement of a fact means. */
	readonly of: (fact: string) => Slot;
	/** All that were asked for. */
	readonly asked: () => Iterable<string>;
}

function slotsIn(columns: Unclassed['table']['columns']): Slots {
	const known = new Map<string, Slot>();
	const make = (fact: string): Slot => ({
		column: columns.get(fact),
		later: laterThan(fact).flatMap((one) => columns.get(one) ?? []),
	});
	return {
		of: (fact) => {
			const found = known.get(fact) ?? make(fact);
			known.set(fact, found);
			return found;
		},
		asked: () => known.keys(),
	};
}

/** Facts that are written anew once one is stated: those that follow from it, and itself where it does not simply stand as it is stated. */
const laterThan = (fact: string): readonly string[] => [
	...turnsWith(fact).slice(1),
	...(followers.has(fact) ? [fact] : []),
];

/** Writes what people said of sources, and what follows from what is stated of them in any way. */
function follower({ sources, read, given }: Told, slots: Slots) {
	const saidOf = Object.keys(given.answers.sources).length === 0 ? undefined : lookup(given.answers.sources);
	const stated = new Set<string>();
	const rows: number[] = [];
	const columns: Column[] = [];
	const note = (row: number, later: readonly Column[]): void => {
		for (const column of later) {
			rows.push(row);
			columns.push(column);
		}
	};
	const answer = (row: number, source: Source): void => {
		for (const answers of saidOf?.(source.id) ?? []) {
			for (const fact in answers) {
				const { column, later } = slots.of(fact);
				note(row, later);
				if (column) write(column, row, source, read);
			}
		}
	};
	return {
		stated,
		note,
		write: () => {
			if (saidOf) for (let row = 0; row < sources.length; row++) answer(row, sources[row] as Source);
			for (let index = 0; index < rows.length; index++) {
				const column = columns[index] as Column;
				stated.add(column.fact);
				write(column, rows[index] as number, sources[rows[index] as number], read);
			}
		},
	};
}
