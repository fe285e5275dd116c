import { describe, expect, test } from 'vitest';
import {
	bareFooting,
	compileCosts,
	compileGates,
	type Footing,
	passes,
	unweighed,
} from '../../source/advice/ground/kernel.ts';
import { availabilityGates, requirementGates } from '../../source/advice/routing/gates.ts';
import { catalog } from '../../source/catalog/index.ts';
import { prices } from '../../source/catalog/prices/index.ts';
import type { Example, Mode, ServiceRecord } from '../../source/catalog/record.ts';
import type { Vocabulary } from '../../source/facts/fact.ts';
import { facts } from '../../source/facts/index.ts';
import { compileTerm } from '../../source/rules/compile.ts';
import { formulas } from '../../source/rules/formulas.ts';
import { createTable, setCell } from '../../source/rules/table.ts';

const today = '2026-11-22';
const vocabulary: Vocabulary = facts;
const outcomes = ['fails', 'unknown', 'holds'] as const;

/** A table of one row: what the example gives, else what the vocabulary assumes. */
function ground(given: Example['given']): Footing {
	const table = createTable(vocabulary, Object.keys(vocabulary), 1);
	for (const [fact, column] of table.columns) {
		const said = vocabulary[fact];
		setCell(column, 0, given[fact] ?? (said && 'assume' in said ? said.assume : undefined), false);
	}
	return bareFooting({ table, vocabulary, formulas, prices: prices['us-east-1'] });
}

function judged(id: string, service: ServiceRecord, mode: Mode | undefined, footing: Footing) {
	const gates = [
		...availabilityGates(id, service.availability, today, catalog),
		...requirementGates(id, [...service.requires, ...(mode?.requires ?? [])]),
	];
	const into = unweighed();
	passes(compileGates(gates, footing), 0, into);
	return outcomes[into.outcome];
}

function dollars(mode: Mode, per: 'once' | 'month', footing: Footing): number {
	const costs = mode.costs.filter((cost) => cost.per === per);
	return compileCosts(
		costs.map((cost) => ({ ...cost, by: '' })),
		footing,
	).reduce((total, { rate, reckon }) => total + rate * reckon(0), 0);
}

const about = (expected: number) => ({ atLeast: expected * 0.95, atMost: expected * 1.05 });
const cases = Object.entries(catalog.services as Readonly<Record<string, ServiceRecord>>).flatMap(([id, service]) =>
	service.examples.map((example, index) => ({ name: `${id} ${index + 1}`, id, service, example })),
);

describe('every example of a record comes true', () => {
	test.each(cases)('$name', ({ id, service, example }) => {
		const modes = Object.values(service.modes);
		const mode = example.mode === undefined ? (modes.length === 1 ? modes[0] : undefined) : service.modes[example.mode];
		expect(example.mode === undefined || mode !== undefined, `the mode ${example.mode} exists`).toBe(true);
		const footing = ground(example.given);
		expect(judged(id, service, mode, footing)).toBe(example.then);
		const reckon = (term: Parameters<typeof compileTerm>[0]) => compileTerm(term, footing.table, formulas).reckon(0);
		for (const [told, actual] of [
			[example.hours, mode && reckon(mode.complete) / 3600],
			[example.monthly, mode && dollars(mode, 'month', footing)],
			[example.once, mode && dollars(mode, 'once', footing)],
		] as const) {
			if (told === undefined) continue;
			expect(actual).toBeGreaterThanOrEqual(about(told).atLeast);
			expect(actual).toBeLessThanOrEqual(about(told).atMost);
		}
		if (example.sizing) {
			const sizing = Object.fromEntries(
				Object.keys(example.sizing).map((name) => [name, reckon(mode?.sizing?.[name] ?? Number.NaN)]),
			);
			expect(sizing).toEqual(example.sizing);
		}
	});
});
