/** Three digits: enough to judge by, too few to be somebody's own value. */
export const rounded = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(3)) : 0);

/** Three digits, never above the value. */
export function roundedDown(value: number): number {
	const near = rounded(value);
	return near <= value ? near : Number((near - stepOf(value)).toPrecision(4));
}

/** Three digits, never below the value. */
export function roundedUp(value: number): number {
	const near = rounded(value);
	return near >= value ? near : Number((near + stepOf(value)).toPrecision(4));
}

const stepOf = (value: number): number => 10 ** (Math.floor(Math.log10(Math.abs(value))) - 2);

/** A time in milliseconds as ISO text to the minute, downward or upward. */
export function minuteOf(milliseconds: number, round: 'down' | 'up'): string {
	const minute = 60_000;
	const whole = (round === 'down' ? Math.floor : Math.ceil)(milliseconds / minute) * minute;
	return new Date(whole)
		.toISOString()
		.replace(/:\d\d\.\d{3}Z$/, 'Z')
		.replace(/T(\d\d:\d\d)Z$/, 'T$1:00Z');
}
