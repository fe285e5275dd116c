import type { Estimate } from '../advice/advice.ts';
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

/** What several flows of one source come to: the longest times, the freshest age, money and work summed. */
export function together(estimates: readonly PlanEstimate[]): PlanEstimate {
	const [only, ...more] = estimates;
	if (only && more.length === 0) return only;
	const pick: Readonly<Record<string, (a: number, b: number) => number>> = {
		lead: Math.max,
		firstData: Math.min,
		complete: Math.max,
		freshness: Math.min,
	};
	return estimates.reduce<Record<string, number>>((sum, estimate) => {
		for (const [part, value] of Object.entries(estimate)) {
			const before = sum[part];
			const joined = before === undefined ? value : (pick[part] ?? ((a, b) => rounded(a + b, 2)))(before, value);
			sum[part] = joined;
		}
		return sum;
	}, {});
}
