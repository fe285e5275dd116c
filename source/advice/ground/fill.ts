import type { Known, Place, Source } from '../../estate/estate.ts';
import { lookup } from '../../estate/glob.ts';
import { type Column, columnOf, setCell } from '../../rules/table.ts';
import type { Ground, Unclassed } from './ground.ts';
import { followers, turnsWith } from './read-facts.ts';

/** What a source states itself can differ from source to source of a place; the rest is the same for all of them. */
export type Stated = ReadonlySet<string>;

type Filled = Unclassed;

/**
Fills the table: the workload and every place by asking for each fact; a source by copying the row of its place and writing
what it says itself, since a large estate says little of each of its many sources. Gives the facts that sources state.
*/
export function fillTable(ground: Filled): Stated {
	const { given, table, sources, base, workload, read, facts } = ground;
	const columns = facts.filter((fact) => !fact.startsWith('path.')).map((fact) => columnOf(table, fact));
	fillBases(ground, columns);
	const stated = new Set<string>(['family', 'where', 'region.same', 'account.same']);
	const writeOwn = ownWriter(ground, stated);
	for (let row = 0; row < sources.length; row++) {
		const source = sources[row] as Source;
		// A place that only the answers know has no row.
		if (base[row] === workload && Object.hasOwn(given.answers.places, source.place)) {
			for (const column of columns) write(column, row, source, read);
			for (const fact in given.vocabulary) stated.add(fact);
		} else writeOwn(row, source);
	}
	return stated;
}

/** Fills columns for the workload and every place, and gives every source what stands in the row of its place. */
export function fillBases(
	{ places, rowOf, workload, read, base }: Pick<Ground, 'places' | 'rowOf' | 'workload' | 'read' | 'base'>,
	columns: readonly Column[],
): void {
	const fillRow = (row: number, about: Place | undefined): void => {
		for (const column of columns) write(column, row, about, read);
	};
	fillRow(workload, undefined);
	for (const place of places.values()) fillRow(rowOf(place), place);
	const bases = [...[...places.values()].map(rowOf), workload];
	for (const { values, open } of columns) {
		copyDown(values, base, bases);
		copyDown(open, base, bases);
	}
}

/** Reads a fact and writes what is known of it into a cell. */
export function write(column: Column, row: number, about: Parameters<Ground['read']>[0], read: Ground['read']): void {
	writeKnown(column, row, read(about, column.fact));
}

/** Writes what is known into a cell; what is assumed or not known stays open. */
export function writeKnown(column: Column, row: number, known: Known | undefined): void {
	setCell(column, row, known?.value, known === undefined || known.from === 'assumed');
}

/** Gives every source what stands in the row of its place; nearly always that is the same for all places. */
function copyDown(cells: Float64Array | Int16Array | Uint8Array, base: Int32Array, bases: readonly number[]): void {
	const [first, ...more] = bases;
	if (first === undefined) return;
	const value = cells[first] as number;
	if (more.every((row) => Object.is(cells[row], value))) {
		cells.fill(value, 0, base.length);
		return;
	}
	for (let row = 0; row < base.length; row++) cells[row] = cells[base[row] as number] as number;
}

/** What writing a fact means: its own column, and those of what follows from it. */
interface Slot {
	readonly column: Column | undefined;
	readonly later: readonly Column[];
}

/** Writes what a source says itself, what people said of it, and what follows from either. */
function ownWriter({ table, given, places, read }: Filled, stated: Set<string>): (row: number, source: Source) => void {
	const { columns } = table;
	const { sources: said } = given.answers;
	const saidOf = Object.keys(said).length === 0 ? undefined : lookup(said);
	const [family, where] = [columnOf(table, 'family'), columnOf(table, 'where')];
	const writeStanding = standingWriter(columns, read);
	const after = followingOf(columns);
	const slots = new Map<string, Slot>();
	const slotOf = (fact: string): Slot => {
		const slot = { column: columns.get(fact), later: after(fact) };
		slots.set(fact, slot);
		stated.add(fact);
		return slot;
	};
	const later = new Set<Column>();
	const rewrite = (row: number, source: Source, fact: string): void => {
		stated.add(fact);
		const column = columns.get(fact);
		if (column) write(column, row, source, read);
	};
	return (row, source) => {
		setCell(family, row, source.family, false);
		const place = places.get(source.place);
		setCell(where, row, place?.where, place === undefined);
		const { facts } = source;
		for (const fact in facts) {
			const known = facts[fact];
			const slot = slots.get(fact) ?? slotOf(fact);
			for (const column of slot.later) later.add(column);
			if (known && slot.column) writeKnown(slot.column, row, known);
		}
		for (const answers of saidOf?.(source.id) ?? []) {
			for (const fact in answers) {
				for (const column of after(fact)) later.add(column);
				rewrite(row, source, fact);
			}
		}
		writeStanding(row, source);
		if (later.size === 0) return;
		for (const { fact } of later) rewrite(row, source, fact);
		later.clear();
	};
}

/** Facts of where a source stands. */
export const standingFacts: ReadonlySet<string> = new Set(['region.same', 'account.same']);

/** Where a source stands is its own in any case; many stand in the same region or account. */
export function standingWriter(
	columns: Ground['table']['columns'],
	read: Ground['read'],
): (row: number, source: Source) => void {
	const writerOf = (fact: string, ownOf: (source: Source) => string | undefined) => {
		const column = columns.get(fact);
		const known = new Map<string | undefined, Known | undefined>();
		return (row: number, source: Source): void => {
			if (!column) return;
			const own = ownOf(source);
			const found = known.get(own) ?? read(source, fact);
			known.set(own, found);
			writeKnown(column, row, found);
		};
	};
	const region = writerOf('region.same', (source) => source.region);
	const account = writerOf('account.same', (source) => source.account);
	return (row, source) => {
		region(row, source);
		account(row, source);
	};
}

/** The columns of what follows from a fact, itself among them where it does not simply stand as it is stated. */
function followingOf(columns: Ground['table']['columns']): (fact: string) => readonly Column[] {
	const known = new Map<string, readonly Column[]>();
	return (fact) => {
		const found =
			known.get(fact) ??
			[...turnsWith(fact).slice(1), ...(followers.has(fact) ? [fact] : [])].flatMap((one) => columns.get(one) ?? []);
		known.set(fact, found);
		return found;
	};
}
