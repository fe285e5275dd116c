import type { Catalog, EngineRecord, PreparationRecord } from '../../catalog/record.ts';
import { compileCondition } from '../../rules/compile.ts';
import { inputsOfCondition } from '../../rules/inputs.ts';
import type { AdvisedEngine, CostLine, EngineRefusal } from '../advice.ts';
import type { Ground } from '../ground/ground.ts';
import { compileGates, moneyFacts, passes, unitSizes, unweighed } from '../ground/kernel.ts';
import type { Strata } from '../ground/strata.ts';
import { availabilityGates, goingOn, requirementGates } from '../routing/gates.ts';

/** Facts that the choice of an engine reads. */
export const inputsOfEngines = ({ engines }: Catalog): readonly string[] => [
	...Object.values(engines).flatMap(({ requires, availability, never }) => [
		...Object.values(never).flatMap(({ when }) => (when ? inputsOfCondition(when) : [])),
		...requires.flatMap(({ that }) => inputsOfCondition(that)),
		...goingOn(availability),
	]),
	...moneyFacts,
];

/** Work to be done: its kind, the rows of its sources, and its hours on an engine, where they are reckoned. */
export interface Work {
	/** Id of the preparation. */
	readonly id: string;
	readonly does: PreparationRecord['job'];
	readonly rows: Int32Array;
	readonly hours: { readonly once: number; readonly month: number };
}

/**
The engine that carries a piece of work for all its sources, since whoever runs it learns one: of those that do such work and
whose requirements every source meets, the one that costs least over the months counted, work included. What the exported app does
not build counts dearer while its prices are not confirmed: they alone move no work. Undefined where none does.
*/
export function engineFor(ground: Ground, strata: Strata, work: Work): AdvisedEngine | undefined {
	const all = Object.entries(ground.given.catalog.engines).map(([id, record]) => {
		const refused = refusalOf(ground, strata, { id, record, work });
		return { id, refused, ...weigh(ground, record, work) };
	});
	const fit = all
		.filter(({ refused }) => refused === undefined)
		.toSorted((a, b) => a.ranked - b.ranked || (a.id < b.id ? -1 : 1));
	const [best, ...dearer] = fit;
	if (!best) return undefined;
	const { id, dollars, effort, costs } = best;
	return {
		id,
		dollars,
		effort,
		costs,
		dearer: dearer.map((other) => ({ id: other.id, dollars: other.dollars, effort: other.effort })),
		refused: all.flatMap((other) => (other.refused ? [{ id: other.id, ...other.refused }] : [])),
	};
}

/** Why an engine does not do this work, or not for one of its sources: the first for which it does not. */
function refusalOf(
	ground: Ground,
	{ some, judge }: Strata,
	{
		id,
		record: { availability, never, requires },
		work: { does, rows },
	}: { readonly id: string; readonly record: EngineRecord; readonly work: Work },
): Omit<EngineRefusal, 'id'> | undefined {
	const { given, footing, sources, workload } = ground;
	const other = never[does];
	if (other && !other.when) return { because: other.because };
	const holds = other?.when && compileCondition(other.when, ground.table);
	const hit = holds && rows.find((row) => holds(row) === 2);
	if (other && hit !== undefined) return { because: other.because, source: sources[hit]?.id ?? '' };
	const into = unweighed();
	const closed = compileGates(availabilityGates(id, availability, given.today, given.catalog), footing);
	passes(closed, workload, into);
	if (into.outcome !== 2) return { because: closed[0]?.because ?? '' };
	const judged = requirementGates(id, requires).map((gate) => ({ ...gate, test: judge(gate.that), inputs: [] }));
	const gates = judged.filter(({ that }) => some([[that, 0]], rows) || some([[that, 1]], rows));
	if (gates.length === 0) return undefined;
	for (const row of rows) {
		passes(gates, row, into);
		if (into.outcome === 2) continue;
		const against = into.outcome === 0 ? gates[into.failed] : gates.find(({ test }) => test(row) !== 2);
		return { because: against?.because ?? '', source: sources[row]?.id ?? '', known: into.outcome === 0 };
	}
	return undefined;
}

/** By how much more an unconfirmed price counts: an estimate of ours. */
const doubt = 0.25;

/** What the work costs on an engine; what no price is known of counts nothing. `ranked`: with what is in doubt. */
function weigh(
	{ footing: { prices }, money, workload }: Ground,
	{ hour, effort, exported }: EngineRecord,
	{ id, hours }: Work,
): Pick<AdvisedEngine, 'dollars' | 'effort' | 'costs'> & { readonly ranked: number } {
	const costs = (['once', 'month'] as const).flatMap((per) =>
		hour.flatMap(({ price, quantity: each }): readonly CostLine[] => {
			const entry = Object.hasOwn(prices.prices, price) ? prices.prices[price] : undefined;
			if (!entry || hours[per] === 0) return [];
			const { title, per: unit, sure } = entry;
			const quantity = (each * hours[per]) / unitSizes[unit];
			return [{ by: id, price, title, per, quantity, unit, dollars: quantity * entry.dollars, sure }];
		}),
	);
	const months = money.months.values[workload] as number;
	const paidFor = (lines: readonly CostLine[]): number =>
		lines.reduce((sum, { per, dollars }) => sum + dollars * (per === 'once' ? 1 : months), 0);
	const doubted = exported ? 0 : doubt * paidFor(costs.filter(({ sure }) => !sure));
	const worked = (money.hour.values[workload] as number) * (effort.once + months * effort.monthly);
	const dollars = paidFor(costs) + worked;
	return { dollars, ranked: dollars + doubted, effort, costs };
}
