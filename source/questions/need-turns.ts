import type { Need } from '../advice/routing/arrange.ts';

/** What a route that passes comes to, as far as a need is held against it. */
export interface Passing {
	/** Seconds until its history is there; NaN unknown. */
	readonly time: number;
	/** Seconds that its data is old. */
	readonly age: number;
	readonly keeps: boolean;
}

/**
Whether the same routes are chosen for another need: parts, purpose and amounts are the same, and no time or age lies between what was
wanted and what is wanted now. Where a copy beside a fresher route is allowed to be older, seconds too many of one are held against
those of the other, so that nothing may be too old at all.
*/
export function choosesAlike(one: Need | undefined, other: Need | undefined, passing: readonly Passing[]): boolean {
	if (!one || !other) return one === other;
	if (one.history !== other.history || one.changes !== other.changes || one.train !== other.train) return false;
	if (one.computed !== other.computed || (one.computed && one.raw !== other.raw)) return false;
	if (passing.some(({ time }) => sideOf(time, one.deadline) !== sideOf(time, other.deadline))) return false;
	const isTwofold = one.changes && passing.some(({ keeps }) => !keeps);
	const isSameAge = Object.is(one.freshness, other.freshness);
	for (const { age, keeps } of passing) {
		const side = sideOf(age, one.freshness);
		if (!isSameAge && (side !== sideOf(age, other.freshness) || (isTwofold && side === missed))) return false;
		if (!isTwofold || !keeps || Object.is(one.copyAge, other.copyAge)) continue;
		if (sideOf(age, one.copyAge) === missed || sideOf(age, one.copyAge) !== sideOf(age, other.copyAge)) return false;
	}
	return true;
}

const [met, missed, unknown] = [0, 1, 2];

/** On which side of what is wanted seconds lie. */
const sideOf = (seconds: number, wanted: number): number =>
	Number.isNaN(seconds) || Number.isNaN(wanted) ? unknown : seconds > wanted ? missed : met;
