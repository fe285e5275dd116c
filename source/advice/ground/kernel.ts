import type { CostTerm, Price, PriceBook, PriceUnit } from '../../catalog/record.ts';
import type { Vocabulary } from '../../facts/fact.ts';
import { compileCondition, compileTerm, type Reckon, type Test } from '../../rules/compile.ts';
import type { Term } from '../../rules/condition.ts';
import type { Formula } from '../../rules/formula.ts';
import { inputsOfCondition, inputsOfTerm } from '../../rules/inputs.ts';
import { columnOf, type NumberColumn, type Table } from '../../rules/table.ts';
import type { Gate } from '../routing/gates.ts';
import type { Blueprint, PathBlueprint } from '../routing/routes.ts';

/** Over what rules are compiled. */
export interface Footing {
	readonly table: Table;
	readonly vocabulary: Vocabulary;
	readonly formulas: Readonly<Record<string, Formula>>;
	readonly prices: PriceBook;
	/** What was compiled already: records share most of their gates and terms. */
	readonly gates: Map<Gate, CompiledGate>;
	readonly terms: Map<Term, Reckon>;
	/** Facts that a compiled term reads. */
	readonly inputs: Map<Reckon, readonly string[]>;
	/** Room for what terms come to for many rows at a time. */
	readonly room: Float64Array[];
}

/** Nothing is swept while another sweep runs: all footings share it. */
const room: Float64Array[] = [];

/** A footing on which nothing is compiled yet. */
export const bareFooting = (over: Omit<Footing, 'gates' | 'terms' | 'inputs' | 'room'>): Footing => ({
	...over,
	gates: new Map(),
	terms: new Map(),
	inputs: new Map(),
	room,
});

export interface CompiledGate extends Gate {
	readonly test: Test;
	readonly inputs: readonly string[];
}

export interface CompiledCost extends CostTerm {
	readonly by: string;
	/** In base units: bytes, hours, counts. */
	readonly reckon: Reckon;
	readonly entry?: Price;
	/** Dollars per base unit; NaN when the book does not hold the price. */
	readonly rate: number;
}

export interface Reckoned {
	readonly gates: readonly CompiledGate[];
	readonly lead: Reckon;
	readonly effortOnce: Reckon;
	readonly effortMonthly: Reckon;
	readonly costs: readonly CompiledCost[];
}
/** A blueprint compiled over the table. */
export interface Route extends Reckoned {
	readonly index: number;
	readonly blueprint: Blueprint;
	readonly inputs: ReadonlySet<string>;
	/** Those of its gates that tell what its services are for at all. */
	readonly scopes: readonly CompiledGate[];
	/** Facts that its times, ages, costs and work are reckoned from. */
	readonly terms: ReadonlySet<string>;
	readonly firstData: Reckon;
	readonly complete: Reckon;
	readonly freshness: Reckon;
	readonly sizing: readonly { readonly by: string; readonly name: string; readonly reckon: Reckon }[];
}
export interface Path extends Reckoned {
	readonly blueprint: PathBlueprint;
	readonly gives: ReadonlyMap<string, Reckon | boolean | string>;
	readonly inputs: ReadonlySet<string>;
	readonly terms: ReadonlySet<string>;
}

/** How many base units (bytes, hours, counts) one priced unit holds. */
export const unitSizes: Readonly<Record<PriceUnit, number>> = {
	GB: 1e9,
	GiB: 2 ** 30,
	TB: 1e12,
	hour: 1,
	one: 1,
	thousand: 1e3,
	million: 1e6,
	month: 1,
};

/** Compiles the gates of a record over the table. */
export function compileGates(gates: readonly Gate[], { table, gates: known }: Footing): readonly CompiledGate[] {
	return gates.map((gate) => {
		const found = known.get(gate);
		if (found) return found;
		const compiled = { ...gate, test: compileCondition(gate.that, table), inputs: inputsOfCondition(gate.that) };
		known.set(gate, compiled);
		return compiled;
	});
}

/** Compiles terms over the table, each once. */
export function reckoner({ table, formulas, terms, inputs }: Footing): (term: Term) => Reckon {
	return (term) => {
		const found = terms.get(term);
		if (found) return found;
		const { reckon } = compileTerm(term, table, formulas);
		terms.set(term, reckon);
		inputs.set(reckon, inputsOfTerm(term, formulas));
		return reckon;
	};
}

/** Compiles cost terms and looks their prices up in the book. */
export function compileCosts(
	costs: readonly (CostTerm & { readonly by: string })[],
	footing: Footing,
): readonly CompiledCost[] {
	const { prices } = footing.prices;
	const reckon = reckoner(footing);
	return costs.map((cost) => {
		const entry = Object.hasOwn(prices, cost.price) ? prices[cost.price] : undefined;
		return {
			...cost,
			reckon: reckon(cost.quantity),
			...(entry && { entry }),
			rate: entry ? entry.dollars / unitSizes[entry.per] : Number.NaN,
		};
	});
}

/** Compiles a path; what it gives is reckoned on the row of its place. */
export function compilePath(blueprint: PathBlueprint, footing: Footing): Path {
	const { mode, leg } = blueprint;
	const reckon = reckoner(footing);
	return {
		blueprint,
		gates: compileGates(blueprint.gates, footing),
		lead: reckon(mode.lead),
		effortOnce: reckon(mode.effort.once),
		effortMonthly: reckon(mode.effort.monthly),
		costs: compileCosts(
			mode.costs.map((cost) => ({ ...cost, by: leg.service })),
			footing,
		),
		gives: new Map(
			Object.entries(blueprint.gives).map(([fact, given]) => [
				fact,
				typeof given === 'boolean' || typeof given === 'string' ? given : reckon(given),
			]),
		),
		inputs: blueprint.inputs,
		terms: blueprint.reckoned,
	};
}

/** A route's merits for one row. Mutable: the kernel writes it anew instead of making garbage. */
export interface Weighed {
	outcome: 0 | 1 | 2;
	/** Index of the first gate that fails, or -1. */
	failed: number;
	/** Seconds until the history is there, lead included; NaN unknown. */
	time: number;
	/** Seconds that the data it keeps up is old. */
	age: number;
	/** Over the months counted, work included; what is unknown is left out and `priced` is false. */
	dollars: number;
	priced: boolean;
}
export const unweighed = (): Weighed => ({
	outcome: 0,
	failed: -1,
	time: Number.NaN,
	age: Number.NaN,
	dollars: 0,
	priced: true,
});

/** Judges the gates of a row: the least outcome, and the first that fails. Unverified failures and raisable quotas do not reject. */
export function passes(gates: readonly CompiledGate[], row: number, into: Weighed): void {
	into.outcome = 2;
	into.failed = -1;
	for (let i = 0; i < gates.length; i++) {
		const gate = gates[i] as CompiledGate;
		const verdict = gate.test(row);
		if (verdict === 2) continue;
		if (verdict === 0 && gate.quota !== undefined) continue;
		if (verdict === 0 && gate.sure) {
			into.outcome = 0;
			into.failed = i;
			return;
		}
		into.outcome = 1;
	}
}

/** Weighs what a route or path costs on a row: prices, and work at its hourly rate, over the months counted. */
export function expense(reckoned: Reckoned, row: number, hour: number, months: number, into: Weighed): void {
	let dollars = 0;
	let priced = true;
	for (const { per, rate, reckon } of reckoned.costs) {
		const cost = rate * reckon(row) * (per === 'once' ? 1 : months);
		if (Number.isNaN(cost)) priced = false;
		else dollars += cost;
	}
	const work = hour * (reckoned.effortOnce(row) + months * reckoned.effortMonthly(row));
	if (Number.isNaN(work)) priced = false;
	else dollars += work;
	into.dollars = dollars;
	into.priced = priced;
}

/** Weighs a route on a row whose path facts are set; `lead` is that of the path. */
export function weigh(route: Route, row: number, lead: number, money: Money, into: Weighed): void {
	passes(route.gates, row, into);
	if (into.outcome === 0) return;
	into.time = Math.max(route.lead(row), lead) + route.complete(row);
	into.age = route.freshness(row);
	expense(route, row, money.hour.values[row] as number, money.months.values[row] as number, into);
}

/** Facts that turn work and months into dollars. */
export const moneyFacts: ReadonlySet<string> = new Set(['cost.hour', 'cost.months']);

/** Their columns. */
export interface Money {
	readonly hour: NumberColumn;
	readonly months: NumberColumn;
}
export function moneyOf(table: Table): Money {
	return { hour: columnOf(table, 'cost.hour') as NumberColumn, months: columnOf(table, 'cost.months') as NumberColumn };
}

/** Writes what a route comes to over what another did; this runs for every trial. */
export function copyWeighed(from: Weighed, into: Weighed): void {
	into.outcome = from.outcome;
	into.failed = from.failed;
	into.time = from.time;
	into.age = from.age;
	into.dollars = from.dollars;
	into.priced = from.priced;
}
