import type { Plan, PlanKnown, PlannedSource } from './plan.ts';
import { statementWriter } from './statements.ts';

/** A plan of version 1: each source told all that decided about it, what is the same for all of them included. */
export interface FormerPlan extends Omit<Plan, 'version' | 'origins' | 'alike' | 'sources'> {
	readonly version: 1;
	readonly sources: readonly (Omit<PlannedSource, 'decidedBy'> & {
		readonly decidedBy: Readonly<Record<string, PlanKnown>>;
	})[];
}

/** A plan of version 1 in the form of today. */
export function upgradedPlan({ version: _, ...former }: FormerPlan): Plan {
	const { write, origins } = statementWriter();
	const sources = former.sources.map((source) => ({ ...source, decidedBy: write(Object.entries(source.decidedBy)) }));
	return { version: 2, ...former, origins: origins(), alike: [], sources };
}
