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
	const known = Object.entries(digits).flatMap(([part, places]) => {
		const value = estimate[part as keyof Estimate];
		return value === undefined || !Number.isFinite(value) ? [] : [[part, rounded(value, places)] as const];
	});
	return Object.fromEntries(known);
}

/** What several flows of one source come to: the longest times, the freshest age, money and work summed. */
export function together(estimates: readonly PlanEstimate[]): PlanEstimate {
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
