/** What decides between two ways, in this order; `order` breaks ties and stands for the id. */
export interface Score {
	/** 2 holds, 1 unknown. */
	readonly outcome: number;
	/** Seconds; 0 in time, NaN unknown. */
	readonly late: number;
	readonly stale: number;
	readonly dollars: number;
	readonly order: number;
}

/**
Negative when `a` is the better: holds before unknown, then late by how much, stale by how much, dollars, id.
An unknown lateness stands between in time and known to be late.
*/
export function compareScores(a: Score, b: Score): number {
	if (a.outcome !== b.outcome) return b.outcome - a.outcome;
	const late = compareMissed(a.late, b.late);
	if (late !== 0) return late;
	const stale = compareMissed(a.stale, b.stale);
	if (stale !== 0) return stale;
	return a.dollars - b.dollars || a.order - b.order;
}

/** Negative when less is missed; unknown stands between nothing and something. */
export function compareMissed(a: number, b: number): number {
	if (a === b) return 0;
	const unknownA = Number.isNaN(a);
	const unknownB = Number.isNaN(b);
	if (unknownA && unknownB) return 0;
	if (unknownA) return b > 0 ? -1 : 1;
	if (unknownB) return a > 0 ? 1 : -1;
	return a - b;
}

/** How far a time lies beyond what is wanted; NaN when either is unknown. */
export const beyond = (time: number, wanted: number): number => Math.max(0, time - wanted);

/** Whether more is missed, or nobody knows how much where nothing is missed otherwise. */
export const isWorse = (a: number, b: number): boolean => a > b || (Number.isNaN(a) && b === 0);
