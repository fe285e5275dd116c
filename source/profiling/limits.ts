/** What a profile may read at most, of all sources together where nothing else is said. */
export interface Limits {
	readonly bytes: number;
	readonly rows: number;
	readonly seconds: number;
	/** Files or objects that are opened of one source. */
	readonly files: number;
	/** Bytes of one object that lies in S3. */
	readonly objectBytes: number;
	/** DynamoDB read units of one table. */
	readonly readUnits: number;
}

/** A million rows of ten columns fit; S3 and DynamoDB as the guide to sampling says. */
export const usualLimits: Limits = {
	bytes: 512_000_000,
	rows: 2_000_000,
	seconds: 120,
	files: 64,
	objectBytes: 3_000_000,
	readUnits: 25,
};

/** What is left of the limits while a profile runs. */
export interface Budget {
	readonly limits: Limits;
	/** Bytes, rows, seconds and read units that may still be spent. */
	left(what: 'bytes' | 'rows' | 'seconds' | 'readUnits'): number;
	spend(what: 'bytes' | 'rows' | 'readUnits', amount: number): void;
	/** Which limit is used up, or undefined. */
	ended(): string | undefined;
}

/** A budget that starts now; `clock` gives milliseconds that only grow. */
export function budgetOf(limits: Limits, clock: () => number): Budget {
	const spent = { bytes: 0, rows: 0, readUnits: 0 };
	const began = clock();
	const left: Budget['left'] = (what) =>
		what === 'seconds' ? limits.seconds - (clock() - began) / 1000 : limits[what] - spent[what];
	return {
		limits,
		left,
		spend(what, amount) {
			spent[what] += amount;
		},
		ended: () => (['bytes', 'rows', 'seconds'] as const).find((what) => left(what) <= 0),
	};
}
