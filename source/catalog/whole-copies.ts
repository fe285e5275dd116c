import { hours, minutes } from '../facts/units.ts';
import type { Term } from '../rules/condition.ts';
import { fact, formula, largest } from '../rules/constructors.ts';
import { storedCopy } from './kept-copy.ts';
import type { CostTerm, Mode, Requirement } from './record.ts';
import { work } from './work.ts';

/** A way that brings everything each time. */
export interface Copying {
	readonly lead: Term;
	/** Of one copy. */
	readonly time: Term;
	readonly effort: number;
	readonly requires?: readonly Requirement[];
	/** What one copy costs, and what copies cost a month. */
	readonly once: readonly CostTerm[];
	readonly monthly: readonly CostTerm[];
	readonly sizing?: Mode['sizing'];
	readonly settings?: Mode['settings'];
}

/** Seconds between copies, at least. */
const floor = hours(1);

/** Copies everything once, or again and again as often as it must be fresh. */
export function wholeCopies(way: Copying): { readonly once: Mode; readonly periodic: Mode } {
	const { lead, time, effort, requires = [], once, monthly, sizing, settings = {} } = way;
	const shared = { requires, lead, firstData: time, complete: time, ...(sizing && { sizing }) };
	return {
		once: {
			...shared,
			title: 'once',
			carries: 'history',
			effort: { once: effort, monthly: 0 },
			costs: [...once, storedCopy],
			settings: { ...settings, schedule: 'once' },
		},
		periodic: {
			...shared,
			title: 'again and again, each time whole',
			carries: 'both',
			freshness: largest(fact('freshness'), floor, time),
			effort: { once: effort, monthly: work.watchMonthly },
			costs: [...monthly, storedCopy],
			settings: { ...settings, schedule: 'periodic' },
		},
	};
}

/** A Spark job of Glue that reads everything over a connector. */
export const glueCopies = (requires: readonly Requirement[]) =>
	wholeCopies({
		lead: hours(4),
		time: largest(formula('transferTime'), formula('glueRunTime')),
		effort: work.job,
		requires,
		once: [{ price: 'glue.dpu', per: 'once', quantity: formula('glueOnceHours') }],
		monthly: [{ price: 'glue.dpu', per: 'month', quantity: formula('glueFullHours', { floor }) }],
		sizing: { dpus: formula('glueDpus') },
		settings: { engine: 'glue' },
	});

/** An export that the store makes itself, or a small program beside it; what it takes of the store is not counted. */
export const ownExport = (lead: Term, effort: number, requires: readonly Requirement[] = []) =>
	wholeCopies({
		lead,
		time: formula('tableExportTime', { start: minutes(30) }),
		effort,
		requires,
		once: [],
		monthly: [],
	});
