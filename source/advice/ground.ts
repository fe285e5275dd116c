import type { Catalog, PriceBook } from '../catalog/record.ts';
import { HeadwaterError } from '../errors.ts';
import type { Answers } from '../estate/answers.ts';
import type { Estate, Known, Place, Source } from '../estate/estate.ts';
import { knower } from '../estate/known.ts';
import type { Vocabulary } from '../facts/fact.ts';
import type { Formula } from '../rules/formula.ts';
import { formulas as ownFormulas } from '../rules/formulas.ts';
import { type Column, columnOf, createTable, setCell, type Table } from '../rules/table.ts';
import { inputsOfFindings } from './findings.ts';
import {
	bareFooting,
	compilePath,
	compileRoute,
	type Footing,
	type Money,
	moneyOf,
	type Path,
	type Route,
} from './kernel.ts';
import { type Read, readFacts } from './read-facts.ts';
import { type Blueprint, blueprints, type PathBlueprint, pathBlueprints } from './routes.ts';

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
	readonly routes: readonly Route[];
	readonly byFamily: ReadonlyMap<string, readonly Route[]>;
	readonly paths: readonly Path[];
	readonly places: ReadonlyMap<string, Place>;
	readonly sources: readonly Source[];
	readonly rowOf: ReadonlyMap<Source | Place, number>;
	/** Row of what holds for the workload alone. */
	readonly workload: number;
	/** The nearest statement about a source, a place or (undefined) the workload; assumed values included. */
	readonly read: Read;
	/** The same before anything follows from anything. */
	readonly nearest: Read;
	/** Ids of the facts that stand in the table. */
	readonly facts: readonly string[];
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

/** Fills the table and compiles the catalogue over it. Sources are taken in the order of their ids, so that their order says nothing. */
export function layGround(given: Given): Ground {
	const { estate, catalog, vocabulary, today } = given;
	const formulas = given.formulas ?? ownFormulas;
	const { plans, pathPlans, facts } = knowledgeOf(catalog, today, formulas);
	const sources = estate.sources.toSorted((a, b) => (a.id < b.id ? -1 : 1));
	const table = createTable(vocabulary, facts, sources.length + estate.places.length + 1);
	const places = new Map(estate.places.map((place) => [place.id, place]));
	const rowOf = new Map<Source | Place, number>([...sources, ...estate.places].map((about, row) => [about, row]));
	const workload = rowOf.size;
	const nearest = knower(estate, given.answers, vocabulary);
	const read = readFacts(nearest, places);
	const footing = bareFooting({
		table,
		vocabulary,
		formulas,
		prices: priceBook(catalog, read(undefined, 'training.region')),
	});
	const ground: Ground = {
		given,
		footing,
		table,
		money: moneyOf(table),
		...compiled(plans.map((plan, index) => compileRoute(plan, index, footing))),
		paths: pathPlans.map((plan) => compilePath(plan, footing)),
		places,
		sources,
		rowOf,
		workload,
		read,
		nearest,
		facts,
	};
	const columns = facts.filter((fact) => !fact.startsWith('path.')).map((fact) => columnOf(table, fact));
	for (const [about, row] of rowOf) fillRow(columns, row, (fact) => read(about, fact));
	fillRow(columns, workload, (fact) => read(undefined, fact));
	return ground;
}

interface Knowledge {
	readonly today: string;
	readonly formulas: Readonly<Record<string, Formula>>;
	readonly plans: readonly Blueprint[];
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
	const made = { today, formulas, plans, pathPlans, facts: [...facts] };
	known.set(catalog, made);
	return made;
}

function compiled(routes: readonly Route[]): Pick<Ground, 'routes' | 'byFamily'> {
	const byFamily = new Map<string, Route[]>();
	for (const route of routes) {
		for (const family of route.blueprint.families) {
			const known = byFamily.get(family);
			if (known) known.push(route);
			else byFamily.set(family, [route]);
		}
	}
	return { routes, byFamily };
}

function fillRow(columns: readonly Column[], row: number, read: (fact: string) => Known | undefined): void {
	for (const column of columns) {
		const known = read(column.fact);
		setCell(column, row, known?.value, known === undefined || known.from === 'assumed');
	}
}

/** The book of the training region, else the first. */
function priceBook({ prices }: Catalog, region: Known | undefined): PriceBook {
	const own = region && typeof region.value === 'string' ? prices[region.value] : undefined;
	const book = own ?? Object.values(prices)[0];
	if (book) return book;
	throw new HeadwaterError('no-prices', {
		message: 'The catalogue holds no price book.',
		wayOut: 'Add a price book of at least one region, or run `headwater refresh prices`.',
		blame: 'headwater',
	});
}
