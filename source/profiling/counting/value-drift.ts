import type { ColumnFigures, DriftFigures } from '../figures.ts';
import { keptOf } from './column-figures.ts';
import { rounded } from './rounding.ts';
import type { TableTally } from './table-tally.ts';

/** Groups of files that are compared, and kept rows below which one shows nothing. */
const mostGroups = 8;
const leastRows = 200;
const bins = 10;
/** From which index values lie otherwise: common practice, strategy 2.1 (not confirmed by a primary source). */
const driftsFrom = 0.2;
/** Values that hardly come again (keys, free text) lie otherwise everywhere. */
const comesAgain = 0.5;

/**
Columns whose values lie otherwise in some files than in the others, by the population stability index over kept rows, less what chance alone
would make. `starts`: rows that were there before each file.
*/
export function valueDrift(
	columns: readonly ColumnFigures[],
	starts: readonly number[],
	tally: TableTally,
): readonly DriftFigures[] {
	const files = starts.length;
	if (files < 2) return [];
	const groups = Math.min(mostGroups, files);
	const groupOf = groupsOfRows(tally, starts, groups);
	return columns.filter(isComparable).flatMap((column): DriftFigures[] => {
		const counted = tally.columns.get(column.name);
		if (counted === undefined) return [];
		const places = placesOf(keptOf(counted, tally).values, column.type === 'text' || column.type === 'boolean');
		const found = largestIndex(places, groupOf, groups);
		if (found === undefined || found.index <= driftsFrom) return [];
		const of = starts.filter((_, file) => groupOfFile(file, files, groups) === found.group).length;
		return [{ column: column.name, what: 'values', files: of, of: files, types: [], index: rounded(found.index) }];
	});
}

const isComparable = ({ type, distinct = 0, rows, missing }: ColumnFigures): boolean =>
	type === 'decimal' ||
	type === 'boolean' ||
	((type === 'integer' || type === 'text') && distinct <= comesAgain * (rows - missing));

const groupOfFile = (file: number, files: number, groups: number): number => Math.floor((file * groups) / files);

/** The group of files that each kept row is of. */
function groupsOfRows(tally: TableTally, starts: readonly number[], groups: number): readonly number[] {
	const kept = tally.keptRows().subarray(0, Math.min(tally.keptRows().length, tally.rows()));
	return Array.from(kept, (row) => {
		let [low, high] = [0, starts.length - 1];
		while (low < high) {
			const middle = Math.ceil((low + high) / 2);
			if ((starts[middle] ?? 0) < row) low = middle;
			else high = middle - 1;
		}
		return groupOfFile(low, starts.length, groups);
	});
}

/** The bin of each value: tenths of all amounts, or the most frequent values and the rest; missing ones have a bin of their own. */
function placesOf(values: Float64Array, isNamed: boolean): readonly number[] {
	const known = values.filter((value) => !Number.isNaN(value));
	if (isNamed) {
		const counts = Map.groupBy(known, (value) => value);
		const first = [...counts].toSorted((a, b) => b[1].length - a[1].length).slice(0, bins - 1);
		const place = new Map(first.map(([value], index) => [value, index + 1]));
		return Array.from(values, (value) => (Number.isNaN(value) ? 0 : (place.get(value) ?? bins)));
	}
	const sorted = known.toSorted();
	const edges = Array.from(
		{ length: bins - 1 },
		(_, index) => sorted[Math.floor(((index + 1) * sorted.length) / bins)] ?? 0,
	);
	return Array.from(values, (value) => (Number.isNaN(value) ? 0 : 1 + edges.filter((edge) => value > edge).length));
}

function largestIndex(places: readonly number[], groupOf: readonly number[], groups: number) {
	const counts = Array.from({ length: groups }, () => new Array<number>(bins + 1).fill(0));
	for (const [slot, place] of places.entries()) {
		const row = counts[groupOf[slot] ?? 0];
		if (row !== undefined) row[place] = (row[place] ?? 0) + 1;
	}
	const all = Array.from({ length: bins + 1 }, (_, place) => sum(counts.map((row) => row[place] ?? 0)));
	const indices = counts.flatMap((row, group) => {
		const [own, others] = [sum(row), sum(all) - sum(row)];
		return own < leastRows || others < leastRows ? [] : [{ group, index: indexOf(row, all, own, others) }];
	});
	return indices.toSorted((a, b) => b.index - a.index)[0];
}

/** The population stability index of a group against all others, less its expectation where nothing differs (a chi-square over the counts). */
function indexOf(row: readonly number[], all: readonly number[], own: number, others: number): number {
	const used = all.filter((count) => count > 0).length;
	const index = all.map((count, place) => {
		if (count === 0) return 0;
		const here = ((row[place] ?? 0) + 0.5) / (own + 0.5 * used);
		const there = (count - (row[place] ?? 0) + 0.5) / (others + 0.5 * used);
		return (here - there) * Math.log(here / there);
	});
	return sum(index) - (used - 1) * (1 / own + 1 / others);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
