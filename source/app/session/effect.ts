import { consequenceLines } from '../../plan/difference-text.ts';
import { historyOf } from '../../plan/difference-times.ts';
import { rounded } from '../../plan/estimate.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Preview } from '../../plan/preview.ts';

/** What a plan comes to, in the four amounts that people weigh. */
interface Sum {
	/** Dollars without work. */
	readonly monthly: number;
	readonly once: number;
	/** Hours. */
	readonly workOnce: number;
	/** Seconds until the last history is there; absent: unknown. */
	readonly complete?: number;
	/** Findings of high severity. */
	readonly grave: number;
	/** Sources without a route. */
	readonly unserved: number;
}

/** What an answer or a choice that was not given yet would do to a plan. */
export interface PlanEffect {
	readonly before: Sum;
	readonly after: Sum;
	/** What the plan would do otherwise, a sentence each; none: the same. */
	readonly says: readonly string[];
}

/** What a plan comes to. */
export function sumOf({ costs, flows, findings, unserved }: Plan): Sum {
	const complete = historyOf({ flows });
	return {
		monthly: costs.monthly,
		once: costs.oneOff,
		workOnce: costs.workOnce,
		...(complete !== undefined && { complete }),
		grave: graveIn({ findings }),
		unserved: unserved.length,
	};
}

const graveIn = ({ findings }: Pick<Preview['after'], 'findings'>): number =>
	findings.filter(({ severity }) => severity === 'high').length;

/** The effect of other answers, as far as a preview tells it; undefined where the plan does the same. */
export function effectOn(plan: Plan, { before: was, after: is, difference }: Preview): PlanEffect | undefined {
	const before = sumOf(plan);
	const moved = (amount: number, from: number, to: number): number => rounded(amount + to - from, 2);
	const [old, now] = [historyOf(was), historyOf(is)];
	const complete = old === now ? before.complete : now;
	const after: Sum = {
		monthly: moved(before.monthly, was.monthly, is.monthly),
		once: moved(before.once, was.once, is.once),
		workOnce: moved(before.workOnce, was.workOnce, is.workOnce),
		...(complete !== undefined && { complete }),
		grave: before.grave + graveIn(is) - graveIn(was),
		unserved: before.unserved + is.unserved - was.unserved,
	};
	const says = consequenceLines(difference);
	return says.length === 0 && JSON.stringify(before) === JSON.stringify(after) ? undefined : { before, after, says };
}
