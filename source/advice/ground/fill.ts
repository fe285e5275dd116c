import type { Place } from '../../estate/estate.ts';
import { isOfLine } from '../../facts/fact.ts';
import { type Column, columnOf } from '../../rules/table.ts';
import type { Ground, Unclassed } from './ground.ts';
import type { Muster } from './muster.ts';
import { writeOwn } from './own-facts.ts';
import { write } from './writing.ts';

/** What a source states itself can differ from source to source of a place; the rest is the same for all of them. */
export type Stated = ReadonlySet<string>;

/**
Fills the table: the workload and every place by asking for each fact; a source by copying the row of its place and writing
what it says itself, since a large estate says little of each of its many sources. Gives the facts that sources state.
*/
export function fillTable(ground: Unclassed): Stated {
	const { given, table, sources, muster, read, facts, places } = ground;
	const columns = facts.filter((fact) => !isOfLine(fact)).map((fact) => columnOf(table, fact));
	fillBases(ground, columns);
	for (const fact of standingFacts) {
		const column = table.columns.get(fact);
		if (column) fillStanding(ground, column);
	}
	const stated = new Set([...standingFacts, ...writeOwn(ground)]);
	// A place that only the answers know has no row from which its sources could take anything.
	const isTold = muster.places.all.map((id) => !places.has(id) && Object.hasOwn(given.answers.places, id));
	if (!isTold.includes(true)) return stated;
	for (let row = 0; row < sources.length; row++) {
		if (!isTold[muster.places.of[row] as number]) continue;
		for (const column of columns) write(column, row, sources[row], read);
	}
	return new Set([...stated, ...Object.keys(given.vocabulary)]);
}

/** Fills columns for the workload and every place, and gives every source what stands in the row of its place. */
export function fillBases(
	{
		places,
		rowOf,
		workload,
		read,
		muster: { base },
	}: Pick<Ground, 'places' | 'rowOf' | 'workload' | 'read' | 'muster'>,
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

/** Gives every source what stands in the row of its place; nearly always that is the same for all places. */
export function copyDown(
	cells: Float64Array | Int16Array | Uint8Array,
	base: Int32Array,
	bases: readonly number[],
): void {
	const [first, ...more] = bases;
	if (first === undefined) return;
	const value = cells[first] as number;
	if (more.every((row) => Object.is(cells[row], value))) {
		cells.fill(value, 0, base.length);
		return;
	}
	for (let row = 0; row < base.length; row++) cells[row] = cells[base[row] as number] as number;
}

/** Facts of what a source is and where it stands, which are its own in any case, with what they follow from. */
const standing: Readonly<Record<string, keyof Omit<Muster, 'sources' | 'ids' | 'base'>>> = {
	family: 'families',
	where: 'places',
	'region.same': 'regions',
	'account.same': 'accounts',
};
export const standingFacts: ReadonlySet<string> = new Set(Object.keys(standing));

/** Writes for every source a fact of where it stands, which is read for the first of those that stand alike. */
export function fillStanding(
	{ sources, muster, read }: Pick<Ground, 'sources' | 'muster' | 'read'>,
	column: Column,
): void {
	const { of, all } = muster[standing[column.fact] as 'families'];
	const firsts = new Int32Array(all.length).fill(-1);
	for (let row = 0; row < of.length; row++) {
		const number = of[row] as number;
		const first = firsts[number] as number;
		if (first < 0) {
			firsts[number] = row;
			write(column, row, sources[row], read);
			continue;
		}
		column.values[row] = column.values[first] as number;
		column.open[row] = column.open[first] as number;
	}
}
