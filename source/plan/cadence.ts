const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Periods a schedule can keep, longest first. */
const periods = [
	[28 * day, 'every 28 days'],
	[14 * day, 'every 14 days'],
	[7 * day, 'every 7 days'],
	[day, 'every 1 day'],
	[12 * hour, 'every 12 h'],
	[6 * hour, 'every 6 h'],
	[4 * hour, 'every 4 h'],
	[2 * hour, 'every 2 h'],
	[hour, 'every 1 h'],
	[30 * minute, 'every 30 min'],
	[15 * minute, 'every 15 min'],
] as const;

/** The longest period of a schedule that keeps data no older than so many seconds; never shorter than 15 minutes. */
export function cadenceWithin(seconds: number): string {
	return (periods.find(([length]) => length <= seconds) ?? periods.at(-1) ?? [0, 'every 15 min'])[1];
}

/** Seconds of a cadence: 0 for continuous, infinite for once, undefined for what is no cadence. */
export function secondsOf(cadence: string): number | undefined {
	if (cadence === 'continuous') return 0;
	if (cadence === 'once') return Number.POSITIVE_INFINITY;
	const [, many = '', unit = ''] = /^every (\d+) (min|h|days?)$/.exec(cadence) ?? [];
	const length = { min: minute, h: hour, day, days: day }[unit];
	return length === undefined ? undefined : Number(many) * length;
}

export interface Pace {
	readonly carries: 'history' | 'changes' | 'both';
	readonly access: string;
	/** Seconds that the data kept up is old; absent: unknown. */
	readonly reached?: number;
	/** Seconds that it may be old. */
	readonly wanted: number;
}

/**
How often a flow runs. History alone runs once. What is read in place or streams runs all the time, as does what is never
older than a quarter of an hour. The rest keeps the age that was reckoned with, or where nobody knows it, the age wanted.
*/
export function cadenceOf({ carries, access, reached, wanted }: Pace): string {
	if (access === 'in place') return 'continuous';
	if (carries === 'history') return 'once';
	if (access === 'stream' || (reached !== undefined && reached <= 15 * minute)) return 'continuous';
	return cadenceWithin(reached ?? wanted);
}

/** How often a job runs behind flows: as often as the most demanding one wants, in seconds; `once` behind what comes once. */
export function jobCadence(paces: readonly number[]): string {
	const shortest = Math.min(...paces);
	return shortest === Number.POSITIVE_INFINITY ? 'once' : cadenceWithin(shortest);
}
