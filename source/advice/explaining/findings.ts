import type { Catalog, Caution, ControlRecord, PreparationRecord } from '../../catalog/record.ts';
import type { Condition, Term } from '../../rules/condition.ts';
import type { Formula } from '../../rules/formula.ts';
import { inputsOfCondition, inputsOfTerm } from '../../rules/inputs.ts';
import type { AdvisedControl, AdvisedPreparation, CostLine } from '../advice.ts';
import { concernedBy, inputsOfCaution, saidOf } from '../ground/figures.ts';
import type { Ground } from '../ground/ground.ts';
import { compileCosts, compileGates, passes, reckoner, unweighed } from '../ground/kernel.ts';
import { type Strata, strataOf } from '../ground/strata.ts';
import { folder } from '../routing/folding.ts';
import { availabilityGates, goingOn } from '../routing/gates.ts';
import { costLines } from './costs.ts';
import { engineFor, inputsOfEngines, type Work } from './engines.ts';
import { idsOf } from './ids.ts';

const always: Condition = { all: [] };

type Formulas = Readonly<Record<string, Formula>>;

const saidBy = (cautions: readonly Caution[], formulas: Formulas): readonly string[] =>
	cautions.flatMap((caution) => inputsOfCaution(caution, formulas));
const paidFor = (costs: ControlRecord['costs'], formulas: Formulas): readonly string[] =>
	(costs ?? []).flatMap(({ quantity }) => inputsOfTerm(quantity, formulas));

/** Facts that controls read, and what they follow from. */
function inputsOfControls(catalog: Catalog, formulas: Formulas): readonly string[] {
	return Object.values(catalog.controls).flatMap((record) => inputsOfControl(record, formulas));
}

function inputsOfControl(record: ControlRecord, formulas: Formulas): readonly string[] {
	const { regimes, applies = always, met = always, reckoned = [], costs, availability } = record;
	return [
		...(regimes.length > 0 ? ['regime'] : []),
		...[applies, met].flatMap(inputsOfCondition),
		...saidBy(reckoned, formulas),
		...paidFor(costs, formulas),
		...goingOn(availability),
	];
}

/** Facts that preparations and the choice of their engines read. */
function inputsOfPreparations(catalog: Catalog, formulas: Formulas): readonly string[] {
	return [
		...Object.values(catalog.preparations).flatMap((record) => inputsOfPreparation(record, formulas)),
		...inputsOfEngines(catalog),
	];
}

const inputsOfPreparation = (
	{ applies, costs, work = {} }: PreparationRecord,
	formulas: Formulas,
): readonly string[] => [
	...inputsOfCondition(applies),
	...paidFor(costs, formulas),
	...Object.values(work).flatMap((hours) => inputsOfTerm(hours, formulas)),
];

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

/** The sources of a ground, parted for what findings ask of them. */
export const strataFor = (ground: Ground): Strata =>
	strataOf(ground, inputsOfFindings(ground.given.catalog, ground.footing.formulas));

/** What findings are made over. */
interface Over {
	readonly strata: Strata;
	/** Rows of the sources that are meant, ascending. */
	readonly planned: Int32Array;
}

/** What was found of the same sources for other answers at the same prices, and the facts of which something else is said. */
export interface Earlier<T> {
	readonly all: readonly T[];
	readonly changed: ReadonlySet<string>;
}

/** Whether what was found still holds of a record that reads some facts. */
const holds = ({ changed }: Earlier<unknown>, inputs: readonly string[]): boolean =>
	inputs.every((fact) => !changed.has(fact));

/** Controls that the regimes of the workload or of a source ask for, and how each source stands to them. */
export function adviseControls(
	ground: Ground,
	over: () => Over,
	earlier?: Earlier<AdvisedControl>,
): readonly AdvisedControl[] {
	const { given, footing, workload } = ground;
	return Object.entries(given.catalog.controls).flatMap(([id, record]) => {
		if (earlier && holds(earlier, inputsOfControl(record, footing.formulas)))
			return earlier.all.find((one) => one.id === id) ?? [];
		const closed = compileGates(availabilityGates(id, record.availability, given.today, given.catalog), footing);
		const into = unweighed();
		passes(closed, workload, into);
		return into.outcome === 2 ? (adviseControl(ground, [id, record], over()) ?? []) : [];
	});
}

function adviseControl(
	ground: Ground,
	[id, record]: readonly [string, ControlRecord],
	over: Over,
): AdvisedControl | undefined {
	const { strata, planned } = over;
	const { regimes, costs } = record;
	const asked: Condition = regimes.length === 0 ? always : { fact: 'regime', is: regimes };
	// What regimes apply is mostly said once, for everything.
	if (!strata.differing.has('regime') && strata.judge(asked)(ground.workload) !== 2) return undefined;
	const applies: Condition = { all: [asked, record.applies ?? always] };
	// Without sources of its own it concerns the plan as a whole; the workload's regimes ask for it, or any source's.
	const whole = record.applies === undefined && record.met === undefined;
	const concerned = strata.where([[applies, 2]], planned);
	if (concerned.length === 0 && !(whole && strata.judge(applies)(ground.workload) === 2)) return undefined;
	const rows = whole ? Int32Array.of(ground.workload) : concerned;
	const reckoned = (record.reckoned ?? []).flatMap(
		(caution) => saidOf(ground, caution, concernedBy(strata, caution, rows), strata.differing) ?? [],
	);
	const standing = (outcome: 0 | 1): readonly string[] =>
		record.met ? idsOf(ground.muster, strata.where([[record.met, outcome]], concerned)) : [];
	return {
		id,
		regimes,
		failing: standing(0),
		unknown: standing(1),
		...(record.confirms && { under: underEach(ground, regimes, over) }),
		costs: costs ? linesFor(ground, { id, costs }, strata, rows) : [],
		reckoned,
	};
}

/** The sources under each of some regimes. */
function underEach(
	{ muster }: Ground,
	regimes: readonly string[],
	{ strata, planned }: Over,
): NonNullable<AdvisedControl['under']> {
	const found = regimes.map((regime) => {
		const rows = strata.where([[{ fact: 'regime', is: [regime] }, 2]], planned);
		return [regime, idsOf(muster, rows)] as const;
	});
	return Object.fromEntries(found.filter(([, ids]) => ids.length > 0));
}

/** The work between the raw zone and features that the sources of the plan call for. */
export function advisePreparations(
	ground: Ground,
	over: () => Over,
	earlier?: Earlier<AdvisedPreparation>,
): readonly AdvisedPreparation[] {
	const { catalog } = ground.given;
	const same = earlier && holds(earlier, inputsOfEngines(catalog)) ? earlier : undefined;
	type Found = AdvisedPreparation | readonly AdvisedPreparation[];
	return Object.entries(catalog.preparations).flatMap(([id, record]: [string, PreparationRecord]): Found => {
		if (same && holds(same, inputsOfPreparation(record, ground.footing.formulas)))
			return same.all.find((one) => one.id === id) ?? [];
		const { strata, planned } = over();
		const concerned = strata.where([[record.applies, 2]], planned);
		if (concerned.length === 0) return [];
		const costs = linesFor(ground, { id, costs: record.costs }, strata, concerned);
		const sources = idsOf(ground.muster, concerned);
		if (record.costs && !record.work) return [{ id, sources, costs }];
		const hours = hoursOf(ground, record.work, strata, concerned);
		const engine = engineFor(ground, strata, { id, does: record.job, rows: concerned, hours });
		return [{ id, sources, costs: [...costs, ...(engine?.costs ?? [])], ...(engine && { engine }) }];
	});
}

/** Hours of work on an engine for all rows together; a row of which they are not known counts nothing. */
function hoursOf(
	ground: Ground,
	{ once, month }: NonNullable<PreparationRecord['work']> = {},
	strata: Strata,
	rows: Int32Array,
): Work['hours'] {
	const folded = folder(ground, strata.differing, rows[0] as number);
	const sum = (term: Term | undefined): number => {
		let total = 0;
		if (term === undefined) return total;
		const reckon = folded(reckoner(ground.footing)(term));
		for (let index = 0; index < rows.length; index++) total += reckon(rows[index] as number) || 0;
		return total;
	};
	return { once: sum(once), month: sum(month) };
}

function linesFor(
	ground: Ground,
	{ id, costs = [] }: { readonly id: string; readonly costs: ControlRecord['costs'] },
	strata: Strata,
	rows: Int32Array,
): readonly CostLine[] {
	const compiled = compileCosts(
		costs.map((cost) => ({ ...cost, by: id })),
		ground.footing,
	);
	return costLines(compiled, rows, folder(ground, strata.differing, rows[0] as number)).lines;
}
