import {
	bareFooting,
	compileCosts,
	compileGates,
	type Footing,
	passes,
	unweighed,
} from '../../source/advice/ground/kernel.ts';
import type { Gate } from '../../source/advice/routing/gates.ts';
import { prices } from '../../source/catalog/prices/index.ts';
import type { CostTerm, Example } from '../../source/catalog/record.ts';
import type { Vocabulary } from '../../source/facts/fact.ts';
import { facts } from '../../source/facts/index.ts';
import { compileCondition } from '../../source/rules/compile.ts';
import type { Condition, Outcome } from '../../source/rules/condition.ts';
import { formulas } from '../../source/rules/formulas.ts';
import { createTable, setCell } from '../../source/rules/table.ts';

const vocabulary: Vocabulary = facts;
const outcomes: readonly Outcome[] = ['fails', 'unknown', 'holds'];

/** A table of one row: what an example gives, else what the vocabulary assumes. */
export function oneRow(given: Example['given']): Footing {
	const table = createTable(vocabulary, Object.keys(vocabulary), 1);
	for (const [fact, column] of table.columns) {
		const said = vocabulary[fact];
		setCell(column, 0, given[fact] ?? (said && 'assume' in said ? said.assume : undefined), false);
	}
	return bareFooting({ table, vocabulary, formulas, prices: prices['us-east-1'] });
}

/** What gates say together of the row. */
export function judgedBy(gates: readonly Gate[], footing: Footing): Outcome {
	const into = unweighed();
	passes(compileGates(gates, footing), 0, into);
	return outcomes[into.outcome] ?? 'unknown';
}

/** What a condition says of the row. */
export const outcomeOf = (condition: Condition, { table }: Footing): Outcome =>
	outcomes[compileCondition(condition, table)(0)] ?? 'unknown';

/** Dollars once or a month for the row; NaN when a quantity is unknown. */
function dollarsOf(costs: readonly CostTerm[] = [], per: CostTerm['per'], footing: Footing): number {
	const paid = costs.filter((cost) => cost.per === per).map((cost) => ({ ...cost, by: '' }));
	return compileCosts(paid, footing).reduce((total, { rate, reckon }) => total + rate * reckon(0), 0);
}

/** The examples of a registry, each with the id of its record. */
export const examplesOf = <R extends { readonly examples: readonly Example[] }>(records: Readonly<Record<string, R>>) =>
	Object.entries(records).flatMap(([id, record]) =>
		record.examples.map((example, index) => ({ name: `${id} ${index + 1}`, id, record, example })),
	);

/** Where a figure is not within 5 % of what an example tells; empty when all are. */
export function figuresOff({ once, monthly }: Example, costs: readonly CostTerm[] | undefined, footing: Footing) {
	const told = [
		['once', once],
		['month', monthly],
	] as const;
	return told.flatMap(([per, dollars]) => {
		const actual = dollarsOf(costs, per, footing);
		if (dollars === undefined || Math.abs(actual - dollars) <= Math.max(0.005, dollars * 0.05)) return [];
		return [`${per}: $${actual} instead of $${dollars}`];
	});
}
