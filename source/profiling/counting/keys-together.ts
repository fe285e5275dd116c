import type { ColumnFigures, KeyFigures } from '../figures.ts';
import { keptOf } from './column-figures.ts';
import { hashMore, hashNumber } from './hash.ts';
import type { TableTally } from './table-tally.ts';

/** Columns that are tried, and combinations that are told. */
const mostTried = 8;
const mostTold = 3;
/** Fewer rows show nothing about keys. */
const leastRows = 20;
/** Repeats that columns without any tie would show by chance, from which their absence says something. */
const leastRepeats = 3;

const timed = new Set(['timestamp', 'date']);
const telling = new Set(['integer', 'text', 'timestamp', 'date', 'boolean']);
const named = /(?:^|_)(?:id|uuid|key|number|no|sku|code|day|date|time|at|ts|seq|line|version)$/i;

/**
Pairs, else triples, of columns of which no two kept rows have the same values; none where a column tells rows apart alone. Only columns that
are always there and come again are tried, amounts with broken parts are not: they differ by chance.
*/
export function keysTogether(columns: readonly ColumnFigures[], tally: TableTally): readonly KeyFigures[] {
	const full = columns.filter(({ missing, rows, distinct = 0 }) => rows >= leastRows && missing === 0 && distinct > 1);
	const isAlone = ({ type, distinct, single }: ColumnFigures): boolean =>
		(type === 'integer' || type === 'text') && distinct === single;
	if (full.some(isAlone)) return [];
	const tried = full
		.filter(({ type, distinct, single }) => telling.has(type) && distinct !== single)
		.toSorted((a, b) => rank(a) - rank(b) || (b.distinct ?? 0) - (a.distinct ?? 0))
		.slice(0, mostTried)
		.flatMap(({ name, distinct: different = 1 }) => {
			const counted = tally.columns.get(name);
			return counted === undefined ? [] : [{ name, different, values: keptOf(counted, tally).values }];
		});
	const rows = tried[0]?.values.length ?? 0;
	if (rows < leastRows) return [];
	const found = (size: number): readonly KeyFigures[] =>
		combinations(tried, size)
			.filter((those) => byChance(rows, those) >= leastRepeats)
			.filter((those) =>
				differ(
					those.map(({ values }) => values),
					rows,
				),
			)
			.slice(0, mostTold)
			.map((those) => ({ columns: those.map(({ name }) => name), rows }));
	const pairs = found(2);
	return pairs.length > 0 ? pairs : found(3);
}

/** Pairs of rows that would be alike if the columns knew nothing of each other. */
const byChance = (rows: number, those: readonly { readonly different: number }[]): number =>
	(rows * (rows - 1)) / 2 / those.reduce((product, { different }) => product * different, 1);

const rank = ({ name, type }: ColumnFigures): number =>
	named.test(name.replace(/([a-z\d])([A-Z])/g, '$1_$2')) ? 0 : timed.has(type) ? 1 : 2;

/** All choices of so many, those of the first ones first. */
function combinations<One>(from: readonly One[], size: number): readonly (readonly One[])[] {
	if (size === 0) return [[]];
	return from.flatMap((one, index) => combinations(from.slice(index + 1), size - 1).map((rest) => [one, ...rest]));
}

/** Whether every row has other values than all rows before it. */
function differ(columns: readonly Float64Array[], rows: number): boolean {
	const seen = new Set<number>();
	for (let row = 0; row < rows; row += 1) {
		let hash = 1;
		for (const values of columns) hash = hashMore(hash, hashNumber(values[row] as number));
		if (seen.has(hash)) return false;
		seen.add(hash);
	}
	return true;
}
