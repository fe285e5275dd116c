import type { Catalog, Caution, ControlRecord, PreparationRecord } from '../../catalog/record.ts';
import { compileCondition, compileTerm } from '../../rules/compile.ts';
import type { Condition, Term } from '../../rules/condition.ts';
import type { Formula } from '../../rules/formula.ts';
import { inputsOfCondition, inputsOfTerm } from '../../rules/inputs.ts';
import type { AdvisedControl, AdvisedPreparation, CostLine } from '../advice.ts';
import { inputsOfCaution, saidOf } from '../ground/figures.ts';
import type { Ground } from '../ground/ground.ts';
import { compileCosts, compileGates, passes, unweighed } from '../ground/kernel.ts';
import { availabilityGates } from '../routing/gates.ts';
import { costLines } from './costs.ts';
import { engineFor, inputsOfEngines, type Work } from './engines.ts';

const always: Condition = { all: [] };

type Formulas = Readonly<Record<string, Formula>>;

const saidBy = (cautions: readonly Caution[], formulas: Formulas): readonly string[] =>
	cautions.flatMap((caution) => inputsOfCaution(caution, formulas));
const paidFor = (costs: ControlRecord['costs'], formulas: Formulas): readonly string[] =>
	(costs ?? []).flatMap(({ quantity }) => inputsOfTerm(quantity, formulas));

/** Facts that controls read, and what they follow from. */
export function inputsOfControls(catalog: Catalog, formulas: Formulas): readonly string[] {
	const controls = Object.values(catalog.controls);
	return [
		...(controls.some(({ regimes }) => regimes.length > 0) ? ['regime'] : []),
		...controls.flatMap(({ applies = always, met = always }) => [applies, met].flatMap(inputsOfCondition)),
		...controls.flatMap(({ reckoned = [], costs }) => [...saidBy(reckoned, formulas), ...paidFor(costs, formulas)]),
		...controls.flatMap(({ availability }) => goingOn(availability)),
	];
}

/** Facts that preparations and the choice of their engines read. */
export function inputsOfPreparations(catalog: Catalog, formulas: Formulas): readonly string[] {
	return [
		...Object.values(catalog.preparations).flatMap(({ applies, costs, work = {} }) => [
			...inputsOfCondition(applies),
			...paidFor(costs, formulas),
			...Object.values(work).flatMap((hours) => inputsOfTerm(hours, formulas)),
		]),
		...inputsOfEngines(catalog),
	];
}

const goingOn = (availability: ControlRecord['availability']): readonly string[] =>
	'existing' in availability && availability.existing !== undefined ? [availability.existing] : [];

/** Facts that controls, preparations, cautions and the strengths of strategies read. */
export function inputsOfFindings(catalog: Catalog, formulas: Formulas): readonly string[] {
	return [
		...inputsOfControls(catalog, formulas),
		...inputsOfPreparations(catalog, formulas),
		...Object.values(catalog.strategies).flatMap(({ strengths }) =>
			strengths.flatMap(({ when = always }) => inputsOfCondition(when)),
		),
		...Object.values(catalog.services).flatMap(({ cautions = [] }) => saidBy(cautions, formulas)),
	];
}

/** Controls that the regimes of the workload or of a source ask for, and how each source (by its row) stands to them. */
export function adviseControls(ground: Ground, planned: readonly number[]): readonly AdvisedControl[] {
	return Object.entries(ground.given.catalog.controls).flatMap(([id, record]) => {
		const { given, footing } = ground;
		const closed = compileGates(availabilityGates(id, record.availability, given.today, given.catalog), footing);
		const into = unweighed();
		passes(closed, ground.workload, into);
		return into.outcome === 2 ? (adviseControl(id, record, ground, planned) ?? []) : [];
	});
}

function adviseControl(
	id: string,
	record: ControlRecord,
	ground: Ground,
	planned: readonly number[],
): AdvisedControl | undefined {
	const { regimes, costs } = record;
	const asked: Condition = regimes.length === 0 ? always : { fact: 'regime', is: regimes };
	const applies = compileCondition({ all: [asked, record.applies ?? always] }, ground.table);
	// Without sources of its own it concerns the plan as a whole; the workload's regimes ask for it, or any source's.
	const whole = record.applies === undefined && record.met === undefined;
	const concerned = planned.filter((row) => applies(row) === 2);
	if (concerned.length === 0 && !(whole && applies(ground.workload) === 2)) return undefined;
	const met = record.met === undefined ? () => 2 : compileCondition(record.met, ground.table);
	const standing: readonly [string[], string[], string[]] = [[], [], []];
	for (const row of concerned) standing[met(row) as 0 | 1 | 2].push(idIn(ground, row));
	const rows = whole ? [ground.workload] : concerned;
	const lines = linesFor(id, costs, ground, rows);
	const reckoned = (record.reckoned ?? []).flatMap((caution) => saidOf(ground, caution, rows) ?? []);
	return { id, regimes, failing: standing[0], unknown: standing[1], met: standing[2], costs: lines, reckoned };
}

/** The work between the raw zone and features that the sources of the plan call for. */
export function advisePreparations(ground: Ground, planned: readonly number[]): readonly AdvisedPreparation[] {
	return Object.entries(ground.given.catalog.preparations).flatMap(([id, record]: [string, PreparationRecord]) => {
		const applies = compileCondition(record.applies, ground.table);
		const concerned = planned.filter((row) => applies(row) === 2);
		if (concerned.length === 0) return [];
		const costs = linesFor(id, record.costs, ground, concerned);
		const sources = concerned.map((row) => idIn(ground, row));
		if (record.costs && !record.work) return [{ id, sources, costs }];
		const hours = hoursOf(record.work, ground, concerned);
		const engine = engineFor(ground, { id, does: record.job, rows: concerned, hours });
		return [{ id, sources, costs: [...costs, ...(engine?.costs ?? [])], ...(engine && { engine }) }];
	});
}

/** Hours of work on an engine for all rows together; a row of which they are not known counts nothing. */
function hoursOf(
	{ once, month }: NonNullable<PreparationRecord['work']> = {},
	{ footing: { table, formulas } }: Ground,
	rows: readonly number[],
): Work['hours'] {
	const sum = (term: Term | undefined): number => {
		if (term === undefined) return 0;
		const { reckon } = compileTerm(term, table, formulas);
		return rows.reduce((total, row) => total + (reckon(row) || 0), 0);
	};
	return { once: sum(once), month: sum(month) };
}

function linesFor(
	id: string,
	costs: ControlRecord['costs'],
	{ footing }: Ground,
	rows: readonly number[],
): readonly CostLine[] {
	const compiled = compileCosts(
		(costs ?? []).map((cost) => ({ ...cost, by: id })),
		footing,
	);
	return costLines(compiled, rows).lines;
}

const idIn = ({ sources }: Ground, row: number): string => sources[row]?.id ?? '';
