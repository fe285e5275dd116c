import { decidedBy } from '../../source/plan/decided-by.ts';
import type { Plan, PlanKnown, PlannedSource } from '../../source/plan/plan.ts';
import { statementWriter } from '../../source/plan/statements.ts';

type Facts = Readonly<Record<string, PlanKnown>>;

/** The plan where something else decided about its sources, each told by itself. */
export function stating(plan: Plan, say: (source: PlannedSource, before: Facts) => Facts): Plan {
	const { write, origins } = statementWriter(plan.origins);
	const sources = plan.sources.map((source) => ({
		...source,
		decidedBy: write(Object.entries(say(source, decidedBy(plan, source)))),
	}));
	return { ...plan, alike: [], sources, origins: origins() };
}
