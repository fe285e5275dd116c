import type { Catalog } from '../../catalog/record.ts';
import type { Answers } from '../../estate/answers.ts';
import type { Estate, Place, Source } from '../../estate/estate.ts';
import { knower } from '../../estate/known.ts';
import type { Vocabulary } from '../../facts/fact.ts';
import type { Formula } from '../../rules/formula.ts';
import { formulas as ownFormulas } from '../../rules/formulas.ts';
import { createTable, type Table } from '../../rules/table.ts';
import { inputsOfFindings } from '../explaining/findings.ts';
import { blueprints, type PathBlueprint, pathBlueprints } from '../routing/routes.ts';
import { type Classes, classify } from './classes.ts';
import { withCopies } from './copies.ts';
import { fillTable, type Stated } from './fill.ts';
import { keptCompiled } from './kept-compiled.ts';
import { bareFooting, compilePath, type Footing, type Money, moneyOf, type Path, type Route } from './kernel.ts';
import { type Muster, musterOf } from './muster.ts';
import { pricesFor } from './prices.ts';
import { type Read, readFacts, turnsWith } from './read-facts.ts';
import { type Plans, plansByFamily, type Roster, rosters } from './roster.ts';

/** Everything advice follows from. `today` is an ISO date. */
export interface Given {
	readonly estate: Estate;
	readonly answers: Answers;
	readonly vocabulary: Vocabulary;
	readonly catalog: Catalog;
	readonly today: string;
	/** Named arithmetic of the records; the program's own when left out. */
	readonly formulas?: Readonly<Record<string, Formula>>;
}

/** The table of what is known and the rules compiled over it, made once for a set of documents. */
export interface Ground {
	readonly given: Given;
	readonly footing: Footing;
	readonly table: Table;
	readonly money: Money;
	/** The routes that the catalogue knows for a family, with their gates; compiled when first asked for. */
	readonly rosterOf: (family: string) => Roster;
	/** The routes alone, in the order that breaks ties. */
	readonly routesOf: (family: string) => readonly Route[];
	readonly paths: readonly Path[];
	readonly places: ReadonlyMap<string, Place>;
	readonly sources: readonly Source[];
	/** Where they stand and of which family they are. */
	readonly muster: Muster;
	/** The row of a source or a place of the estate. */
	readonly rowOf: (about: Source | Place) => number;
	/** Row of what holds for the workload alone. */
	readonly workload: number;
	/** The nearest statement about a source, a place or (undefined) the workload; assumed values included. */
	readonly read: Read;
	/** The same before anything follows from anything. */
	readonly nearest: Read;
	/** Ids of the facts that stand in the table. */
	readonly facts: readonly string[];
	/** Sources that routes judge alike but for their amounts. */
	readonly classes: Classes;
	/** Facts in which sources of one place can differ. */
	readonly stated: Stated;
	/** Those, and facts in which places differ: all others are the same wherever they are read. */
	readonly varying: ReadonlySet<string>;
}

/** Facts that the order of routes itself rests on, whatever the records ask. */
export const ownFacts = [
	'family',
	'where',
	'use',
	'stateful',
	'lookups',
	'volume',
	'change',
	'deadline',
	'freshness',
	'features.freshness',
	'scoring',
	'retraining',
	'cost.hour',
	'cost.months',
	'private.required',
	'residency.met',
	'path.private',
	'path.bandwidth',
	'path.online',
] as const;

/**
Fills the table and compiles the catalogue over it. Sources are taken in the order of their ids, so that their order says nothing.
`besides`: facts that other sources of the same estate may state.
*/
export function layGround(given: Given, besides: Stated = none): Ground {
	const { estate, catalog, vocabulary, today } = given;
	const formulas = given.formulas ?? ownFormulas;
	const { plansOf, pathPlans, facts } = knowledgeOf(catalog, today, formulas);
	const muster = musterOf(estate);
	const table = createTable(vocabulary, facts, muster.sources.length + estate.places.length + 1);
	const ground = compiledOver(given, { muster, facts, plansOf, pathPlans, formulas }, table);
	const stated = new Set([...fillTable(ground), ...besides]);
	return { ...ground, stated, varying: varyingIn(given, stated), classes: classify(ground, stated) };
}

const none: Stated = new Set();

/** The same for other answers, over columns that hold what they say. */
export function groundOver(
	given: Given,
	{ muster, footing }: Ground,
	table: Table,
	isFresh: (fact: string) => boolean,
): Unclassed {
	const formulas = given.formulas ?? ownFormulas;
	const { plansOf, pathPlans, facts } = knowledgeOf(given.catalog, given.today, formulas);
	const knowledge = { muster, facts, plansOf, pathPlans, formulas };
	return compiledOver(given, knowledge, table, keptCompiled(footing, isFresh));
}

/** Empty columns for some facts of a ground. */
export function freshColumns({ given, table }: Ground, facts: Iterable<string>): Table['columns'] {
	return createTable(given.vocabulary, facts, table.rows).columns;
}

/** A ground of which the classes are not known yet. */
export type Unclassed = Omit<Ground, 'classes' | 'stated' | 'varying'>;

function compiledOver(
	given: Given,
	{ muster, facts, plansOf, pathPlans, formulas }: Omit<Knowledge, 'today'> & Pick<Ground, 'muster'>,
	table: Table,
	compiledYet: Partial<Footing> = {},
): Unclassed {
	const { estate, catalog, vocabulary } = given;
	const { sources } = muster;
	const places = new Map(estate.places.map((place) => [place.id, place]));
	const placeRows = new Map(estate.places.map((place, index) => [place.id, sources.length + index]));
	const rowOf = (about: Source | Place): number =>
		'place' in about ? rowOfId(sources, about.id) : (placeRows.get(about.id) as number);
	const workload = sources.length + estate.places.length;
	const nearest = withCopies(estate, knower(estate, given.answers, vocabulary));
	const read = readFacts(nearest, places);
	const prices = pricesFor(catalog, read);
	const footing = { ...bareFooting({ table, vocabulary, formulas, prices }), ...compiledYet };
	const rosterOf = rosters(plansOf, footing);
	const ground = {
		given,
		footing,
		table,
		muster,
		money: moneyOf(table),
		rosterOf,
		routesOf: (family: string) => rosterOf(family).routes,
		paths: pathPlans.map((plan) => compilePath(plan, footing)),
		places,
		sources,
		rowOf,
		workload,
		read,
		nearest,
		facts,
	};
	// Rules are compiled first: what they compare texts with is coded before the texts of an estate.
	for (const family of muster.families.all) rosterOf(family);
	return ground;
}

/** Facts in which sources can differ at all, those among them that follow from what is said of a place. */
export function varyingIn({ estate, answers }: Given, stated: Stated): ReadonlySet<string> {
	const said = [...estate.places.map(({ facts }) => facts), ...Object.values(answers.places)].flatMap(Object.keys);
	return new Set([...stated, ...[...new Set(said)].flatMap(turnsWith)]);
}

/** Sources stand in the order of their ids. */
function rowOfId(sources: readonly Source[], id: string): number {
	let [low, high] = [0, sources.length - 1];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sources[middle] as Source).id < id) low = middle + 1;
		else high = middle;
	}
	return low;
}

interface Knowledge {
	readonly today: string;
	readonly formulas: Readonly<Record<string, Formula>>;
	readonly plansOf: (family: string) => Plans;
	readonly pathPlans: readonly PathBlueprint[];
	readonly facts: readonly string[];
}

/** What follows from a catalogue alone, which is the same for every estate and every answer. */
const known = new WeakMap<Catalog, Knowledge>();

function knowledgeOf(catalog: Catalog, today: string, formulas: Knowledge['formulas']): Knowledge {
	const found = known.get(catalog);
	if (found && found.today === today && found.formulas === formulas) return found;
	const plans = blueprints(catalog, today, formulas);
	const pathPlans = pathBlueprints(catalog, today, formulas);
	const facts = new Set([
		...ownFacts,
		...[...plans, ...pathPlans].flatMap(({ inputs }) => [...inputs]),
		...inputsOfFindings(catalog, formulas),
		...pathPlans.flatMap((path) => Object.keys(path.gives)),
	]);
	const made = { today, formulas, plansOf: plansByFamily(plans), pathPlans, facts: [...facts] };
	known.set(catalog, made);
	return made;
}
