import type { Known, Source } from '../../estate/estate.ts';
import { lookup } from '../../estate/glob.ts';
import type { Column } from '../../rules/table.ts';
import type { Given, Unclassed } from './ground.ts';
import { followers, turnsWith } from './read-facts.ts';
import { write, writeKnown } from './writing.ts';

/** Sources that say something, the columns that it is written into, and what is known of them besides. */
type Told = Pick<Unclassed, 'sources' | 'table' | 'read'> & { readonly given: Pick<Given, 'answers'> };

/** What a statement of a source means: its own column, and those of what follows from it. */
interface Slot {
	readonly number: number;
	readonly column: Column | undefined;
	readonly later: readonly Column[];
}

/** So many sources are asked what they say before any of it is looked at: memory is then asked for many things at a time, and waited for once. */
const together = 256;

/** Writes what sources say themselves, what people said of them, and what follows from either. Gives the facts that were stated so. */
export function writeOwn(ground: Told): ReadonlySet<string> {
	const { sources } = ground;
	const slots = slotsIn(ground.table.columns);
	const follow = follower(ground, slots);
	const facts: Source['facts'][] = [];
	const said: Known[] = [];
	const [slotOf, rowOf]: [number[], number[]] = [[], []];
	for (let from = 0; from < sources.length; from += together) {
		const to = Math.min(from + together, sources.length);
		for (let row = from; row < to; row++) facts[row - from] = (sources[row] as Source).facts;
		let count = 0;
		for (let row = from; row < to; row++) {
			const own = facts[row - from] as Source['facts'];
			for (const fact in own) {
				const { number, column, later } = slots.byFact.get(fact) ?? slots.make(fact);
				if (later.length > 0) follow.note(row, later);
				const known = own[fact];
				if (column === undefined || known === undefined) continue;
				said[count] = known;
				slotOf[count] = number;
				rowOf[count] = row;
				count++;
			}
		}
		for (let index = 0; index < count; index++) {
			const { column } = slots.all[slotOf[index] as number] as Slot;
			writeKnown(column as Column, rowOf[index] as number, said[index] as Known);
		}
		follow.write(from, to);
	}
	return new Set([...slots.byFact.keys(), ...follow.stated]);
}

interface Slots {
	readonly all: readonly Slot[];
	readonly byFact: ReadonlyMap<string, Slot>;
	readonly make: (fact: string) => Slot;
}

function slotsIn(columns: Unclassed['table']['columns']): Slots {
	const all: Slot[] = [];
	const byFact = new Map<string, Slot>();
	const make = (fact: string): Slot => {
		// A fact that does not simply stand as it is stated follows from itself.
		const after = [...turnsWith(fact).slice(1), ...(followers.has(fact) ? [fact] : [])];
		const slot = {
			number: all.length,
			column: columns.get(fact),
			later: after.flatMap((one) => columns.get(one) ?? []),
		};
		all.push(slot);
		byFact.set(fact, slot);
		return slot;
	};
	return { all, byFact, make };
}

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
				const { column, later } = slots.byFact.get(fact) ?? slots.make(fact);
				note(row, later);
				if (column) write(column, row, source, read);
			}
		}
	};
	return {
		stated,
		note,
		write: (from: number, to: number) => {
			if (saidOf) for (let row = from; row < to; row++) answer(row, sources[row] as Source);
			for (let index = 0; index < rows.length; index++) {
				const column = columns[index] as Column;
				stated.add(column.fact);
				write(column, rows[index] as number, sources[rows[index] as number], read);
			}
			rows.length = 0;
			columns.length = 0;
		},
	};
}
