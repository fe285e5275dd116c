import type { Materials } from '../materials.ts';
import type { PlanEstimate } from '../plan.ts';

/** What it takes to bring a source. */
export interface Burden {
	/** Seconds from the start until it is there; NaN: unknown. */
	readonly time: number;
	/** Dollars over the months counted, work and waiting included. */
	readonly weight: number;
	readonly once: number;
	readonly monthly: number;
}

const day = 86_400;
/** A source nobody can date waits as long as the longest wave is wide. */
const undated = 365 * day;

/** Weighs what a source takes: money and work over the months counted, and the days until it is there at the cost of waiting. */
export function burdens({ known }: Materials): (estimate: PlanEstimate) => Burden {
	const amount = (fact: string): number => Number(known(undefined, fact)?.value ?? 0) || 0;
	const [hour, months, delay] = [amount('cost.hour'), amount('cost.months'), amount('cost.delay')];
	return ({ lead = 0, complete, firstData, once = 0, monthly = 0, effortOnce = 0, effortMonthly = 0 }) => {
		const time = lead + (complete ?? firstData ?? Number.NaN);
		const work = (effortOnce + effortMonthly * months) * hour;
		const waiting = ((Number.isNaN(time) ? undated : time) / day) * delay;
		return { time, weight: Math.max(1, once + monthly * months + work + waiting), once, monthly };
	};
}
