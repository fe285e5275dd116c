// Units by name: the number comes out in the unit that the vocabulary holds (bytes, bits a second, seconds).
export const kilobytes = (n: number): number => n * 1e3;
export const megabytes = (n: number): number => n * 1e6;
export const gigabytes = (n: number): number => n * 1e9;
export const terabytes = (n: number): number => n * 1e12;
export const petabytes = (n: number): number => n * 1e15;
export const kibibytes = (n: number): number => n * 2 ** 10;
export const mebibytes = (n: number): number => n * 2 ** 20;
export const gibibytes = (n: number): number => n * 2 ** 30;
export const tebibytes = (n: number): number => n * 2 ** 40;
export const megabits = (n: number): number => n * 1e6;
export const gigabits = (n: number): number => n * 1e9;
export const minutes = (n: number): number => n * 60;
export const hours = (n: number): number => n * 3600;
export const days = (n: number): number => n * 86_400;
export const weeks = (n: number): number => n * 604_800;
/** A month is 730 hours, as AWS bills it. */
export const months = (n: number): number => n * 2_628_000;

/** Seconds in a period. */
export const periods = {
	second: 1,
	minute: 60,
	hour: 3600,
	day: 86_400,
	week: 604_800,
	month: 2_628_000,
} as const;

/** A rate in bytes a second, from bytes a period. */
export const bytesPer = (bytes: number, period: 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month'): number =>
	bytes / periods[period];
