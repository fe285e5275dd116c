import { days } from '../../facts/units.ts';
import type { Point } from './metrics.ts';

const dayLong = days(1) * 1000;
/** Points of one day are published at different times; what is older belongs to a class that was left. */
const lateness = 2 * dayLong;
/** Less than a week shows the rhythm of a week, not growth. */
const shortest = 7;

/**
What a bucket holds in all its classes, each by its newest point (points come newest first). A class whose points stopped more
than two days before those of the others has been left. Undefined without points.
*/
export function sizeOf(classes: readonly (readonly Point[])[]): Point | undefined {
	const newest = classes.flatMap(([first]) => (first ? [first] : []));
	const latest = Math.max(...newest.map(({ at }) => at.getTime()));
	const current = newest.filter(({ at }) => at.getTime() >= latest - lateness);
	if (current.length === 0) return undefined;
	return { at: new Date(latest), value: current.reduce((sum, { value }) => sum + value, 0) };
}

/**
Bytes a second by which a bucket grew, over the days for which every class has a point. Undefined where that is less than a
week, and where nothing grew: then data may still be replaced, which sizes do not show.
*/
export function growth(
	classes: readonly (readonly Point[])[],
): { readonly rate: number; readonly days: number; readonly until: Date } | undefined {
	const sums = new Map<number, { sum: number; classes: number }>();
	for (const { at, value } of classes.flat()) {
		const day = sums.get(at.getTime()) ?? { sum: 0, classes: 0 };
		sums.set(at.getTime(), { sum: day.sum + value, classes: day.classes + 1 });
	}
	const whole = [...sums].filter(([, day]) => day.classes === classes.length).toSorted(([a], [b]) => a - b);
	const [first, last] = [whole[0], whole.at(-1)];
	if (first === undefined || last === undefined) return undefined;
	const span = (last[0] - first[0]) / dayLong;
	const grown = last[1].sum - first[1].sum;
	if (span < shortest || grown <= 0) return undefined;
	return { rate: grown / days(span), days: Math.round(span), until: new Date(last[0]) };
}
