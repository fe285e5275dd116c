import type { Spread } from '../figures.ts';

/** A share with the interval that holds the truth in 99 of 100 samples, and how many rows it rests on. */
export interface Share {
	readonly value: number;
	readonly low: number;
	readonly high: number;
	readonly of: number;
}

/** 99 % of a normal distribution lie within so many deviations. */
const z = 2.5758;
/** The same of Student's t, by degrees of freedom from 1 on; beyond the last, its limit. */
const students = [63.66, 9.92, 5.84, 4.6, 4.03, 3.71, 3.5, 3.36, 3.25, 3.17, 3.11, 3.05, 3.01, 2.98, 2.95] as const;

/** How many independent rows the rows are worth, when they came in pieces. */
function worth(rows: number, pieces: number | undefined, spread: number): number {
	if (pieces === undefined) return rows;
	const wider = (students[pieces - 2] ?? 2.75) / z;
	return Math.max(1, rows / Math.max(1, spread * wider ** 2));
}

/** Wilson's interval of a share (Wilson 1927); with `population`, of rows drawn without putting back. */
export function shareOf(
	count: number,
	of: number,
	{ whole, independent = of, population }: { whole: boolean; independent?: number; population?: number },
): Share {
	if (of === 0) return { value: 0, low: 0, high: 1, of };
	const value = count / of;
	if (whole) return { value: short(value), low: short(value), high: short(value), of };
	const left = population === undefined || population <= of ? 1 : (population - of) / (population - 1);
	// Where nothing, or everything, was seen the correction for a finite population must not promise too much.
	const size = count === 0 || count === of ? independent : independent / Math.max(left, 1e-9);
	const middle = (value + z ** 2 / (2 * size)) / (1 + z ** 2 / size);
	const half = (z / (1 + z ** 2 / size)) * Math.sqrt((value * (1 - value)) / size + z ** 2 / (4 * size ** 2));
	return {
		value: short(value),
		low: short(count === 0 ? 0 : Math.max(0, middle - half), Math.floor),
		high: short(count === of ? 1 : Math.min(1, middle + half), Math.ceil),
		of,
	};
}

/** Four digits behind the point; bounds are rounded away from the value. */
const short = (value: number, round: (value: number) => number = Math.round): number => round(value * 1e4) / 1e4;

export const missingWorth = (rows: number, spread: Spread | undefined): number =>
	worth(rows, spread?.pieces, spread?.missing ?? 1);
export const fittingWorth = (rows: number, spread: Spread | undefined): number =>
	worth(rows, spread?.pieces, spread?.fitting ?? 1);

/**
Bounds of the number of different values in all rows, from a sample: those seen, and one more for each row that a value seen
once may stand for (Charikar, Chaudhuri, Motwani and Narasayya 2000).
*/
export function distinctBounds(
	{ distinct, single, error }: { distinct: number; single: number; error: number },
	rows: number,
	population: number | undefined,
): { readonly value: number; readonly low: number; readonly high: number } {
	const less = Math.floor(distinct * (1 - error));
	const more = Math.ceil(distinct * (1 + error));
	if (population === undefined || population <= rows) return { value: distinct, low: less, high: more };
	const times = population / Math.max(1, rows);
	const value = Math.round(Math.sqrt(times) * single + (distinct - single));
	return {
		value: Math.min(population, value),
		low: less,
		high: Math.min(population, Math.ceil(times * single * (1 + error) + more - single)),
	};
}

/**
Share of rows that repeat an earlier one in all rows, from a sample: two rows that are alike are both in it only with the square
of the share that was read, so that a small sample promises little.
*/
export function repeatedShare(
	repeated: number,
	rows: number,
	{ whole, population, error }: { whole: boolean; population: number | undefined; error: number },
): Share {
	const value = rows === 0 ? 0 : repeated / rows;
	if (whole || population === undefined || population <= rows) {
		return {
			value: short(value),
			low: short(value * (1 - error), Math.floor),
			high: short(Math.min(1, value * (1 + error)), Math.ceil),
			of: rows,
		};
	}
	const times = population / Math.max(1, rows);
	// 99 % bound of a Poisson count; -ln 0.01 where none was seen.
	const most = repeated === 0 ? 4.61 : repeated + z * Math.sqrt(repeated) + z ** 2;
	return {
		value: short(value),
		low: short(value * (1 - error), Math.floor),
		high: short(Math.min(1, (most * times ** 2) / population), Math.ceil),
		of: rows,
	};
}
