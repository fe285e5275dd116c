import type { Access, Catalog, CostTerm, Mode, Part, ServiceRecord } from '../../catalog/record.ts';
import { isOfLine } from '../../facts/fact.ts';
import type { Term } from '../../rules/condition.ts';
import type { Formula } from '../../rules/formula.ts';
import { inputsOfCondition, inputsOfTerm } from '../../rules/inputs.ts';
import type { Leg } from '../advice.ts';
import {
	availabilityGates,
	type Gate,
	type GateMaker,
	gateMaker,
	privateGate,
	requirementGates,
	residencyGate,
} from './gates.ts';

/** A way the catalogue knows for a family, before anybody looks at a source: a mover or reader in one mode, and what follows it. */
export interface Blueprint {
	/** Stable; breaks ties: `service:mode>service:mode@strategy`. */
	readonly key: string;
	/** In order of travel, without the path. */
	readonly legs: readonly Leg[];
	readonly service: string;
	readonly families: readonly string[];
	readonly carries: Part;
	readonly access: Access;
	readonly strategy: string;
	/** False: what it carries is gone once used. */
	readonly keeps: boolean;
	/** It reads what a path gives, so it needs a line. */
	readonly line: boolean;
	/** How long a history takes depends on the line, so it fills the line. Some begin with what comes from then on, or read in place. */
	readonly fills: boolean;
	readonly gates: readonly Gate[];
	readonly lead: Term;
	readonly firstData: Term;
	readonly complete: Term;
	readonly freshness?: Term;
	readonly effortOnce: Term;
	readonly effortMonthly: Term;
	readonly costs: readonly (CostTerm & { readonly by: string })[];
	readonly sizing: readonly { readonly by: string; readonly name: string; readonly term: Term }[];
	/** Facts that any gate or term may read. */
	readonly inputs: ReadonlySet<string>;
	/** Those that times, ages, costs or work are reckoned from. */
	readonly reckoned: ReadonlySet<string>;
}

/** A path in one mode, for places that are not in AWS. */
export interface PathBlueprint {
	readonly key: string;
	readonly leg: Leg;
	readonly gates: readonly Gate[];
	readonly mode: Mode;
	readonly gives: Readonly<Record<string, Term | boolean | string>>;
	readonly inputs: ReadonlySet<string>;
	readonly reckoned: ReadonlySet<string>;
}

type Formulas = Readonly<Record<string, Formula>>;
interface Stop {
	readonly leg: Leg;
	readonly service: ServiceRecord;
	readonly mode: Mode;
}

const modesOf = (id: string, service: ServiceRecord): readonly Stop[] =>
	Object.entries(service.modes).map(([mode, record]) => ({ leg: { service: id, mode }, service, mode: record }));

/** Every route the catalogue allows as of a day (ISO date), in the order that breaks ties. */
export function blueprints(catalog: Catalog, today: string, formulas: Formulas): readonly Blueprint[] {
	const gates = gateMaker(catalog, today);
	const found = Object.entries(catalog.services)
		.filter(([, service]) => service.slot === 'mover' || service.slot === 'access')
		.flatMap(([id, service]) => modesOf(id, service))
		.filter(({ mode }) => mode.stands !== 'onward')
		.flatMap((first) => onward(first, catalog).map((stops) => [first, ...stops]))
		.flatMap((stops) =>
			strategiesOf(stops, catalog).map((strategy) => blueprint(stops, strategy, catalog, { gates, formulas })),
		);
	return found.toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

/** Each way to go on through the services named in `then`, every one in each of its modes, and through what those name. */
function onward(from: Stop, catalog: Catalog, passed: readonly string[] = []): readonly (readonly Stop[])[] {
	const been = [...passed, from.leg.service];
	return (from.mode.then ?? []).reduce<readonly (readonly Stop[])[]>(
		(ways, id) => {
			const service = been.includes(id) ? undefined : catalog.services[id];
			if (!service) return [];
			const next = modesOf(id, service)
				.filter(({ mode }) => mode.stands !== 'first')
				.flatMap((stop) => onward(stop, catalog, been).map((rest) => [stop, ...rest]));
			return ways.flatMap((way) => next.map((stops) => [...way, ...stops]));
		},
		[[]],
	);
}

/** The strategies that its first service carries, unless it ends in one that keeps nothing: then nothing is kept. */
function strategiesOf(stops: readonly Stop[], { strategies }: Catalog): readonly string[] {
	const gone = stops.at(-1)?.service.serves.filter((id) => strategies[id]?.keeps === false) ?? [];
	return gone.length > 0 ? gone : (stops[0]?.service.serves ?? []);
}

function blueprint(
	stops: readonly Stop[],
	strategy: string,
	catalog: Catalog,
	{ gates, formulas }: { readonly gates: GateMaker; readonly formulas: Formulas },
): Blueprint {
	const [first] = stops as readonly [Stop, ...Stop[]];
	const served = catalog.strategies[strategy];
	const open = [
		...stops.flatMap(({ leg, service }) => gates.ofAvailability(leg.service, service.availability)),
		...(served ? gates.ofAvailability(strategy, served.availability) : []),
		residencyGate,
	];
	const own = [
		...stops.flatMap(({ leg, service, mode }) => [
			...gates.ofRequirements(leg.service, service.requires),
			...gates.ofRequirements(leg.service, mode.requires),
		]),
		...(served ? gates.ofRequirements(strategy, served.requires) : []),
	];
	const sumOf = (pick: (mode: Mode) => Term): Term =>
		stops.length === 1 ? pick(first.mode) : { sum: stops.map(({ mode }) => pick(mode)) };
	const ages = stops.flatMap(({ mode }) => mode.freshness ?? []);
	const terms = {
		lead: { largest: stops.map(({ mode }) => mode.lead) },
		firstData: sumOf((mode) => mode.firstData),
		complete: sumOf((mode) => mode.complete),
		effortOnce: sumOf((mode) => mode.effort.once),
		effortMonthly: sumOf((mode) => mode.effort.monthly),
	};
	const costs = stops.flatMap(({ leg, mode }) => mode.costs.map((cost) => ({ ...cost, by: leg.service })));
	const sizing = stops.flatMap(({ leg, mode }) =>
		Object.entries(mode.sizing ?? {}).map(([name, term]) => ({ by: leg.service, name, term })),
	);
	const reckoned = [...Object.values(terms), ...ages, ...costs.map((cost) => cost.quantity)].flatMap((term) =>
		inputsOfTerm(term, formulas),
	);
	const read = new Set([
		...[...open, ...own].flatMap((gate) => inputsOfCondition(gate.that)),
		...reckoned,
		...sizing.flatMap(({ term }) => inputsOfTerm(term, formulas)),
	]);
	const line = [...read].some(isOfLine);
	return {
		key: `${stops.map(({ leg }) => `${leg.service}:${leg.mode}`).join('>')}@${strategy}`,
		legs: stops.map(({ leg }) => leg),
		service: first.leg.service,
		families: first.service.families,
		carries: first.mode.carries,
		access: first.service.access ?? 'API call',
		strategy,
		keeps: served?.keeps !== false,
		line,
		fills: inputsOfTerm(terms.complete, formulas).some(isOfLine),
		gates: [...open, ...(line ? [privateGate] : []), ...own],
		...terms,
		// Unless the mover itself keeps up, nothing behind it does.
		...(first.mode.freshness !== undefined && { freshness: { sum: ages } }),
		costs,
		sizing,
		inputs: new Set([...read, ...(line ? inputsOfCondition(privateGate.that) : [])]),
		reckoned: new Set(reckoned),
	};
}

/** Every path the catalogue allows as of a day, in the order that breaks ties. */
export function pathBlueprints(catalog: Catalog, today: string, formulas: Formulas): readonly PathBlueprint[] {
	return Object.entries(catalog.services)
		.filter(([, service]) => service.slot === 'path')
		.flatMap(([id, service]) => modesOf(id, service))
		.map(({ leg, service, mode }) => {
			const gates = [
				...availabilityGates(leg.service, service.availability, today, catalog),
				...requirementGates(leg.service, service.requires),
				...requirementGates(leg.service, mode.requires),
			];
			const gives = { ...service.gives, ...mode.gives };
			const terms = [mode.lead, mode.effort.once, mode.effort.monthly, ...mode.costs.map((cost) => cost.quantity)];
			const given = Object.values(gives).filter(
				(term): term is Term => typeof term !== 'boolean' && typeof term !== 'string',
			);
			const reckoned = [...terms, ...given].flatMap((term) => inputsOfTerm(term, formulas));
			const inputs = new Set([...gates.flatMap((gate) => inputsOfCondition(gate.that)), ...reckoned]);
			return { key: `${leg.service}:${leg.mode}`, leg, gates, mode, gives, inputs, reckoned: new Set(reckoned) };
		})
		.toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
