/** What a gate says: passed, to be looked at, not fit as it is. */
type Level = 'pass' | 'warn' | 'fail';

/** One gate for one column or table. The sentence holds the number that decided, and the threshold. */
export interface Verdict {
	readonly gate: Gate;
	readonly level: Level;
	/** A column, or undefined for the table. */
	readonly column?: string;
	readonly says: string;
	/** What to do about it; absent when it passed. */
	readonly remedy?: string;
	/** The threshold lies within the interval: with more rows it might come out otherwise. */
	readonly unsure?: true;
}

type Gate =
	| 'completeness'
	| 'uniqueness'
	| 'validity'
	| 'consistency'
	| 'timeliness'
	| 'volume'
	| 'relevance'
	| 'leakage'
	| 'label'
	| 'drift'
	| 'files'
	| 'encoding'
	| 'sensitivity';

export const percent = (share: number): string => {
	const value = share * 100;
	const digits = value > 99 && value < 100 ? 2 : value < 1 && value > 0 ? 2 : 1;
	return `${Number(value.toFixed(digits))} %`;
};
