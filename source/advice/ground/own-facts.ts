import type { Source } from '../../estate/estate.ts';
import { lookup } from '../../estate/glob.ts';
import type { FactValue } from '../../facts/fact.ts';
import { type Column, cellFor } from '../../rules/table.ts';
import type { Given, Unclassed } from './ground.ts';
import { followers, turning, turnsWith } from './read-facts.ts';
import { type Batch, statementsOf } from './statements.ts';
import { write } from './writing.ts';

/** Sources that say something, the columns that it is written into, and what is known of them besides. */
type Told = Pick<Unclassed, 'sources' | 'table' | 'read'> & { readonly given: Pick<Given, 'answers'> };

/** What a statement of a source means: the cells of its own column, if there is one, and the columns of what follows from it. */
interface Slot {
	readonly column: Column | undefined;
	readonly numbers: Float64Array | undefined;
	readonly codes: Int16Array | undefined;
	readonly open: Uint8Array | undefined;
	readonly later: readonly Column[];
	/** What was written last that is no number, and what then stood in the cell: often it comes again. */
	last: FactValue | undefined;
	cell: number;
}

/** Writes what sources say themselves, what people said of them, and what follows from either. Gives the facts that were stated so. */
export function writeOwn(ground: Told, statementsIn = statementsOf): ReadonlySet<string> {
	const { sources, table } = ground;
	const slots = slotsIn(table.columns);
	const follow = follower(ground, slots);
	const { facts, batches } = statementsIn(sources, new Set([...table.columns.keys(), ...turning.keys()]));
	const own: Slot[] = [];
	for (const batch of batches) {
		while (own.length < facts.length) own.push(slots.of(facts[own.length] as string));
		writeBatch(batch, own, follow.note);
	}
	follow.write();
	return new Set([...facts, ...slots.asked(), ...follow.stated]);
}

function writeBatch(
	{ from, ends, about, values, numbers: amounts, open }: Batch,
	slots: readonly Slot[],
	note: (row: number, later: readonly Column[]) => void,
): void {
	let index = 0;
	for (let source = 0; source < ends.length; source++) {
		const end = ends[source] as number;
		const row = from + source;
		for (; index < end; index++) {
			const slot = slots[about[index] as number] as Slot;
			const { numbers, codes, open: opens, later } = slot;
			if (opens !== undefined) opens[row] = open[index] as number;
			if (numbers !== undefined) numbers[row] = amounts[index] as number;
			else if (codes !== undefined) {
				const value = values[index] as FactValue;
				codes[row] = value === slot.last ? slot.cell : cellIn(slot, value);
			}
			if (later.length > 0) note(row, later);
		}
	}
}

function cellIn(slot: Slot, value: FactValue): number {
	slot.cell = cellFor(slot.column as Column, value);
	slot.last = value;
	return slot.cell;
}

interface Slots {
	/** What a statement of a fact means. */
	readonly of: (fact: string) => Slot;
	/** All that were asked for. */
	readonly asked: () => Iterable<string>;
}

function slotsIn(columns: Unclassed['table']['columns']): Slots {
	const known = new Map<string, Slot>();
	const make = (fact: string): Slot => {
		const column = columns.get(fact);
		return {
			column,
			numbers: column?.kind === 'number' ? column.values : undefined,
			codes: column && column.kind !== 'number' ? column.values : undefined,
			open: column?.open,
			later: laterThan(fact).flatMap((one) => columns.get(one) ?? []),
			...{ last: undefined, cell: -1 },
		};
	};
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
