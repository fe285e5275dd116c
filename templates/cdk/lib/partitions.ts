import { knownOf } from './decided-by.ts';
import type { Job, Plan, PlannedSource } from './plan.ts';

/** By what part of their time rows of a table stand together. */
export type Partition = 'day' | 'month';

/** How the tables of a source are partitioned by a job: by the amounts that its settings name, not at all where it names none. */
export function partitionOf(plan: Plan, { settings }: Job, source: PlannedSource): Partition | undefined {
	const daily = amount(plan, source, 'change') * 86_400;
	const from = (name: string): number => Number(settings[name] ?? Number.NaN);
	if (daily >= from('partitionByDayFrom')) return 'day';
	const isLarge = amount(plan, source, 'volume') >= from('partitionByMonthAbove');
	return daily >= from('partitionByMonthFrom') || isLarge ? 'month' : undefined;
}

/** A quantity of a source; what nobody knows is below every amount. */
const amount = (plan: Plan, source: PlannedSource, fact: string): number =>
	Number(knownOf(plan, source, fact)?.value ?? Number.NaN);
