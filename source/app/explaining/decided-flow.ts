import { knownOf } from '../../plan/decided-by.ts';
import type { Flow, Plan, PlanKnown } from '../../plan/plan.ts';

/** What decided a flow as to one fact: what is said of its first source, else of the workload. */
export function decidedFlow(plan: Plan, flow: Flow, fact: string): PlanKnown | undefined {
	const first = plan.sources.find(({ id }) => id === flow.sources[0]);
	return (first && knownOf(plan, first, fact)) ?? plan.workload[fact];
}
