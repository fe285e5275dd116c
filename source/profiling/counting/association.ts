import type { AssociationFigures, TargetFigures } from '../figures.ts';
import { keptOf, typeOf } from './column-figures.ts';
import type { TableTally } from './table-tally.ts';

/** Bins of a number, and labels or words that are told apart; what is rarer is one. */
const bins = 10;
const words = 40;
/** A number with more different values than this is a quantity to predict, not a class. */
const mostClasses = 50;

/** What the columns tell about the target, by the rows that were kept; undefined if there is no such column. */
export function targetFigures(table: TableTally, target: string): TargetFigures | undefined {
	const column = table.columns.get(target);
	if (column === undefined) return undefined;
	const { values } = keptOf(column, table);
	const { type } = typeOf(column);
	const counts = column.values.counts();
	const numeric = (type === 'integer' || type === 'decimal') && (counts === undefined || counts.length > mostClasses);
	const labels = numeric ? [] : (counts ?? []).slice(0, mostClasses);
	const labelled = numeric ? ranked(values) : classes(values);
	const associations = [...table.columns.values()]
		.filter((other) => other !== column)
		.map((other): AssociationFigures => {
			const { values: theirs, measured } = keptOf(other, table);
			const isNumber = theirs.some((value, slot) => !Number.isNaN(value) && measured[slot] === 1);
			const presence = theirs.map((value) => (Number.isNaN(value) ? 0 : 1));
			const both = theirs.map((value, slot) => (Number.isNaN(values[slot] as number) ? Number.NaN : value));
			const rows = both.filter((value) => !Number.isNaN(value)).length;
			const told = information(codes(both, isNumber), codes(values, numeric));
			// A number that parts two classes, or follows a number, is told best by its ranks.
			const ranks = !isNumber
				? 0
				: numeric
					? correlation(ranked(both), labelled)
					: labels.length === 2
						? parting(ranked(both), labelled)
						: 0;
			const byRanks = Math.abs(ranks) > told;
			return {
				column: other.name,
				by: byRanks ? 'correlation' : 'information',
				value: shortened(byRanks ? ranks : told),
				rows,
				presence: shortened(information(presence, codes(values, numeric))),
			};
		});
	return { column: target, numeric, labels, associations };
}

const shortened = (value: number): number => (Number.isFinite(value) ? Math.round(value * 1e4) / 1e4 : 0);

/** Whole numbers that stand for the value: its bin, or its word. -1: missing. */
const codes = (values: Float64Array, isNumber: boolean): Float64Array => (isNumber ? binned(values) : classes(values));

/** Ranks from 0 to 1, ties in the middle; NaN stays. */
function ranked(values: Float64Array): Float64Array {
	const order = [...values.keys()].filter((index) => !Number.isNaN(values[index] as number));
	order.sort((a, b) => (values[a] as number) - (values[b] as number));
	const ranks = new Float64Array(values.length).fill(Number.NaN);
	for (let start = 0; start < order.length; ) {
		let end = start;
		while (end + 1 < order.length && values[order[end + 1] as number] === values[order[start] as number]) end += 1;
		for (let index = start; index <= end; index += 1) ranks[order[index] as number] = (start + end) / 2 / order.length;
		start = end + 1;
	}
	return ranks;
}

/** Bins with about equally many rows; few different values are a bin each, so that nothing of them is lost. */
function binned(values: Float64Array): Float64Array {
	const different = new Set(values);
	if (different.size <= mostClasses) return classes(values);
	return ranked(values).map((rank) => (Number.isNaN(rank) ? -1 : Math.min(bins - 1, Math.floor(rank * bins))));
}

function classes(values: Float64Array): Float64Array {
	const counts = new Map<number, number>();
	for (const value of values) if (!Number.isNaN(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
	const frequent = [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, words);
	const code = new Map(frequent.map(([value], index) => [value, index]));
	return values.map((value) => (Number.isNaN(value) ? -1 : (code.get(value) ?? words)));
}

/** Pearson's of two lists, where both are known; of ranks it is Spearman's. */
function correlation(a: Float64Array, b: Float64Array): number {
	let [count, sumA, sumB, aa, bb, ab] = [0, 0, 0, 0, 0, 0];
	for (let index = 0; index < a.length; index += 1) {
		const [x, y] = [a[index] as number, b[index] as number];
		if (Number.isNaN(x) || Number.isNaN(y) || y === -1) continue;
		count += 1;
		sumA += x;
		sumB += y;
		aa += x * x;
		bb += y * y;
		ab += x * y;
	}
	const [varianceA, varianceB] = [count * aa - sumA * sumA, count * bb - sumB * sumB];
	// Ranks of a constant column differ by rounding only.
	return count < 3 || varianceA < 1e-9 || varianceB < 1e-9
		? 0
		: (count * ab - sumA * sumB) / Math.sqrt(varianceA * varianceB);
}

/** How well ranks part class 0 from class 1: rank-biserial correlation, 1 where every row of one lies above every row of the other. */
function parting(ranks: Float64Array, labels: Float64Array): number {
	const [sums, counts] = [
		[0, 0],
		[0, 0],
	];
	for (const [index, rank] of ranks.entries()) {
		const label = labels[index] as number;
		if (Number.isNaN(rank) || (label !== 0 && label !== 1)) continue;
		sums[label] = (sums[label] as number) + rank;
		counts[label] = (counts[label] as number) + 1;
	}
	const [none = 0, one = 0] = counts;
	return none === 0 || one === 0 ? 0 : 2 * ((sums[1] as number) / one - (sums[0] as number) / none);
}

/**
Share of the entropy of `b` that `a` tells (uncertainty coefficient), less what chance alone would give (Miller and Madow 1955);
0 to 1. Rows in which either is missing do not count.
*/
function information(a: Float64Array, b: Float64Array): number {
	const [both, alone, other] = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()];
	let rows = 0;
	for (let index = 0; index < a.length; index += 1) {
		const [x, y] = [a[index] as number, b[index] as number];
		if (x < 0 || y < 0) continue;
		rows += 1;
		for (const [counts, key] of [
			[both, x * 1000 + y],
			[alone, x],
			[other, y],
		] as const)
			counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	const entropy = (counts: ReadonlyMap<number, number>): number => {
		let bits = 0;
		for (const count of counts.values()) bits -= (count / rows) * Math.log(count / rows);
		return bits;
	};
	const whole = entropy(other);
	if (rows < 3 || whole <= 0) return 0;
	const chance = (both.size - alone.size - other.size + 1) / (2 * rows);
	return Math.min(
		1,
		Math.max(0, (alone.size > 1 ? entropy(alone) + whole - entropy(both) - Math.max(0, chance) : 0) / whole),
	);
}
