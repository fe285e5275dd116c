import type { Advice, Estimate } from '../advice/advice.ts';
import type { PlanEstimate } from './plan.ts';

const digits: Readonly<Record<keyof Estimate, number>> = {
	lead: 0,
	firstData: 0,
	complete: 0,
	freshness: 0,
	once: 2,
	monthly: 2,
	effortOnce: 1,
	effortMonthly: 1,
};

/** A number rounded to so many digits behind the point, so that small noise does not show in a comparison. */
export function rounded(value: number, places: number): number {
	const factor = 10 ** places;
	return Math.round(value * factor) / factor;
}

/** Six significant digits: enough for a quantity on a bill. */
export const sixDigits = (value: number): number => Number(value.toPrecision(6));

/** An estimate as the plan holds it: whole seconds, cents, tenths of an hour. What is unknown (or not finite) is left out. */
export function planEstimate(estimate: Estimate): PlanEstimate {
	const known: Partial<Record<keyof Estimate, number>> = {};
	for (const part of parts) {
		const value = estimate[part];
		if (value !== undefined && Number.isFinite(value)) known[part] = rounded(value, digits[part]);
	}
	return known;
}

const parts = Object.keys(digits) as readonly (keyof Estimate)[];

/** What each source that has a route takes, by its id: what its flows come to together. */
export function estimatesBySource({ flows }: Pick<Advice, 'flows'>): ReadonlyMap<string, PlanEstimate> {
	const found = new Map<string, PlanEstimate>();
	for (const { sources, estimates, winner } of flows) {
		for (const [index, id] of sources.entries()) {
			// Where advice does not tell them apart, what the whole flow takes.
			const own = planEstimate(estimates?.[index] ?? winner.estimate);
			const others = found.get(id);
			found.set(id, others ? joined(others, own) : own);
		}
	}
	return found;
}

const join: Readonly<Record<string, (a: number, b: number) => number>> = {
	lead: Math.max,
	firstData: Math.min,
	complete: Math.max,
	freshness: Math.min,
};
const sum = (a: number, b: number): number => rounded(a + b, 2);

/** The longest times, the freshest age, money and work summed. */
function joined(one: PlanEstimate, other: PlanEstimate): PlanEstimate {
	const both: Partial<Record<keyof Estimate, number>> = { ...one };
	for (const part of parts) {
		const [a, b] = [one[part], other[part]];
		if (b !== undefined) both[part] = a === undefined ? b : (join[part] ?? sum)(a, b);
	}
	return both;
}
