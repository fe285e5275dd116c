import type { Source } from '../../estate/estate.ts';
import { lookup } from '../../estate/glob.ts';
import type { FactValue } from '../../facts/fact.ts';
import { type Column, cellFor } from '../../rules/table.ts';
import type { Given, Unclassed } from './ground.ts';
import { followers, turning, turnsWith } from './read-facts.ts';
import { assumed, type Batch, listed, type Stated, statementsOf } from './statements.ts';
import { write } from './writing.ts';

/** Sources that say something, the columns that it is written into, and what is known of them besides. */
type Telling = Pick<Unclassed, 'sources' | 'table' | 'read'> & { readonly given: Pick<Given, 'answers'> };

/** What a statement of a source means: its own column, and those of what follows from it. */
interface Slot {
	readonly column: Column | undefined;
	readonly isNumber: boolean;
	readonly later: readonly Column[];
	/** What stands in the cell for each value of the fact that is no number, as far as somebody asked. */
	readonly cells: number[];
}

/** A fact that sources state, and what a statement of it means. */
interface Told {
	readonly slot: Slot;
	readonly values: readonly FactValue[];
}

/** Writes what sources say themselves, what people said of them, and what follows from either. Gives the facts that were stated so. */
export function writeOwn(ground: Telling, statementsIn = statementsOf): ReadonlySet<string> {
	const { sources, table } = ground;
	const slots = slotsIn(table.columns);
	const follow = follower(ground, slots);
	const { facts, batches } = statementsIn(sources, new Set([...table.columns.keys(), ...turning.keys()]));
	const own: Told[] = [];
	for (const batch of batches) {
		while (own.length < facts.length) {
			const { fact, values } = facts[own.length] as Stated;
			own.push({ slot: slots.of(fact), values });
		}
		writeBatch(batch, own, follow.note);
	}
	follow.write();
	return new Set([...facts.map(({ fact }) => fact), ...slots.asked(), ...follow.stated]);
}

function writeBatch(
	{ from, ends, about, values, marks }: Batch,
	told: readonly Told[],
	note: (row: number, later: readonly Column[]) => void,
): void {
	let index = 0;
	for (let source = 0; source < ends.length; source++) {
		const end = ends[source] as number;
		const row = from + source;
		for (; index < end; index++) {
			const own = told[about[index] as number] as Told;
			const { column, later } = own.slot;
			if (column) {
				const value = values[index] as number;
				const mark = marks[index] as number;
				column.open[row] = mark & assumed;
				if (mark & listed) column.values[row] = own.slot.cells[value] ?? cellIn(column, own, value);
				else column.values[row] = own.slot.isNumber ? value : cellFor(column, value);
			}
			if (later.length > 0) note(row, later);
		}
	}
}

function cellIn(column: Column, { slot, values }: Told, place: number): number {
	const cell = cellFor(column, values[place]);
	slot.cells[place] = cell;
	return cell;
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
		isNumber: columns.get(fact)?.kind === 'number',
		later: laterThan(fact).flatMap((one) => columns.get(one) ?? []),
		cells: [],
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
function follower({ sources, read, given }: Telling, slots: Slots) {
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
