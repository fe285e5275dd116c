import {
	bareFooting,
	compileCosts,
	compileGates,
	type Footing,
	passes,
	unweighed,
} from '../../advice/ground/kernel.ts';
import { availabilityGates, type Gate, requirementGates } from '../../advice/routing/gates.ts';
import type { Pack } from '../../catalog/pack/pack.ts';
import type { Catalog, CostTerm, Example, Mode, PriceBook } from '../../catalog/record.ts';
import { compileTerm } from '../../rules/compile.ts';
import type { Condition, Outcome } from '../../rules/condition.ts';
import { formulas } from '../../rules/formulas.ts';
import { createTable, setCell } from '../../rules/table.ts';

const outcomes: readonly Outcome[] = ['fails', 'unknown', 'holds'];

/** The examples of an organisation's records that do not come true, as sentences; empty when all do. */
export function exampleMisses({ added, catalog, vocabulary }: Pack, today: string): readonly string[] {
	const judge = (
		id: string,
		examples: readonly Example[],
		look: (example: Example, on: Footing) => readonly string[],
	) =>
		examples.flatMap((example, index) =>
			look(example, footingOf(example, vocabulary, bookOf(catalog))).map(
				(miss) => `${id}, example ${index + 1}: ${miss}.`,
			),
		);
	return [
		...added.services.flatMap((id) => {
			const { examples = [] } = catalog.services[id] ?? {};
			return judge(id, examples, (example, on) => serviceMisses(id, example, on, { catalog, today }));
		}),
		...added.controls.flatMap((id) => {
			const { examples = [], applies = everything, met = everything, costs } = catalog.controls[id] ?? {};
			const held: Condition = { any: [{ not: applies }, met] };
			return judge(id, examples, (example, on) => conditionMisses(held, costs, example, on));
		}),
		...added.preparations.flatMap((id) => {
			const { examples = [], applies = everything, costs } = catalog.preparations[id] ?? {};
			return judge(id, examples, (example, on) => conditionMisses(applies, costs, example, on));
		}),
	];
}

const everything: Condition = { all: [] };
const bookOf = ({ prices }: Catalog): PriceBook => Object.values(prices)[0] as PriceBook;

/** A table of one row: what an example gives, else what the vocabulary assumes. */
function footingOf({ given }: Example, vocabulary: Pack['vocabulary'], prices: PriceBook): Footing {
	const table = createTable(vocabulary, Object.keys(vocabulary), 1);
	for (const [fact, column] of table.columns) {
		const said = vocabulary[fact];
		setCell(column, 0, given[fact] ?? (said && 'assume' in said ? said.assume : undefined), false);
	}
	return bareFooting({ table, vocabulary, formulas, prices });
}

function serviceMisses(
	id: string,
	example: Example,
	on: Footing,
	{ catalog, today }: { readonly catalog: Catalog; readonly today: string },
): readonly string[] {
	const service = catalog.services[id];
	if (!service) return [];
	const modes = example.mode === undefined ? Object.values(service.modes) : [service.modes[example.mode]];
	const [first] = modes;
	if (!first) return [`there is no mode "${example.mode}"`];
	const shared = [
		...availabilityGates(id, service.availability, today, catalog),
		...requirementGates(id, service.requires),
	];
	const ranks = modes.map((mode) => rankOf([...shared, ...requirementGates(id, mode?.requires)], on));
	return [...outcomeMiss(Math.max(...ranks), example), ...modeMisses(first, example, on)];
}

function conditionMisses(
	that: Condition,
	costs: readonly CostTerm[] | undefined,
	example: Example,
	on: Footing,
): readonly string[] {
	const gate: Gate = { by: '', because: '', source: '', that, sure: true };
	return [...outcomeMiss(rankOf([gate], on), example), ...dollarMisses(costs ?? [], example, on)];
}

function rankOf(gates: readonly Gate[], on: Footing): number {
	const into = unweighed();
	passes(compileGates(gates, on), 0, into);
	return into.outcome;
}

function outcomeMiss(rank: number, { then }: Example): readonly string[] {
	const actual = outcomes[rank] ?? 'unknown';
	return actual === then ? [] : [`it ${word[actual]}, where the file says that it ${word[then]}`];
}

const word: Readonly<Record<Outcome, string>> = { holds: 'holds', fails: 'fails', unknown: 'is unknown' };

function modeMisses(mode: Mode, example: Example, on: Footing): readonly string[] {
	const reckon = (term: Mode['complete']) => compileTerm(term, on.table, on.formulas).reckon(0);
	const { hours, sizing = {} } = example;
	return [
		...(hours === undefined ? [] : off('hours', reckon(mode.complete) / 3600, hours)),
		...Object.entries(sizing).flatMap(([name, told]) => off(name, reckon(mode.sizing?.[name] ?? Number.NaN), told)),
		...dollarMisses(mode.costs, example, on),
	];
}

function dollarMisses(costs: readonly CostTerm[], { once, monthly }: Example, on: Footing): readonly string[] {
	const dollars = (per: CostTerm['per']) =>
		compileCosts(
			costs.filter((cost) => cost.per === per).map((cost) => ({ ...cost, by: '' })),
			on,
		).reduce((total, { rate, reckon }) => total + rate * reckon(0), 0);
	return [
		...(once === undefined ? [] : off('once', dollars('once'), once)),
		...(monthly === undefined ? [] : off('monthly', dollars('month'), monthly)),
	];
}

/** Within 5 %, as the examples of our own records. */
const off = (name: string, actual: number, told: number): readonly string[] =>
	Math.abs(actual - told) <= Math.max(0.005, Math.abs(told) * 0.05)
		? []
		: [`${name} comes to ${Number(actual.toPrecision(4))}, where the file says ${told}`];
