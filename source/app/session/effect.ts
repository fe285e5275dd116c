import type { Plan } from '../../plan/plan.ts';

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
	const times = flows.flatMap(({ estimate: { lead = 0, complete } }) =>
		complete === undefined ? [] : [lead + complete],
	);
	return {
		monthly: costs.monthly,
		once: costs.oneOff,
		workOnce: costs.workOnce,
		...(times.length > 0 ? { complete: Math.max(...times) } : {}),
		grave: findings.filter(({ severity }) => severity === 'high').length,
		unserved: unserved.length,
	};
}
