import { Duration } from 'aws-cdk-lib';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';

const minutes: Readonly<Record<string, number>> = {
	s: 1 / 60,
	sec: 1 / 60,
	second: 1 / 60,
	min: 1,
	minute: 1,
	h: 60,
	hour: 60,
	day: 1440,
	week: 10_080,
	month: 43_800,
};

/** The period of `every 1 day`, at least a minute, in whole minutes; undefined for `once`, `continuous` and unknown words. */
export function periodOf(cadence: string): Duration | undefined {
	const [, amount = '', unit = ''] = /^every (\d+(?:\.\d+)?) ([a-z]+?)s?$/.exec(cadence) ?? [];
	const each = Object.hasOwn(minutes, unit) ? minutes[unit] : undefined;
	if (each === undefined) return undefined;
	return Duration.minutes(Math.max(1, Math.round(Number(amount) * each)));
}

/** The schedule of a cadence that repeats. */
export function scheduleOf(cadence: string): ScheduleExpression | undefined {
	const period = periodOf(cadence);
	return period && ScheduleExpression.rate(period);
}
