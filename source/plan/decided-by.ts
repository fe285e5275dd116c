// How a plan is asked what decided about a source. The exported app carries this file verbatim, so it imports the plan's types alone.

import type { Alike, Plan, PlanKnown, PlannedSource, Statements } from './plan.ts';

type Said = Pick<Plan, 'origins' | 'alike'>;

/** What decided about a source as to one fact: what it says itself, else what it shares; undefined where nobody knows. */
export function knownOf({ origins, alike }: Said, source: PlannedSource, fact: string): PlanKnown | undefined {
	return stated(origins, source.decidedBy, fact) ?? stated(origins, sharedBy(alike, source), fact);
}

/** All that rules read for a source, by fact in the order of the names, as it stood: `explain` needs no estate. */
export function decidedBy({ origins, alike }: Said, source: PlannedSource): Readonly<Record<string, PlanKnown>> {
	const found = new Map<string, PlanKnown>();
	for (const statements of [sharedBy(alike, source), source.decidedBy]) {
		for (const [key, values] of Object.entries(statements)) {
			for (const [fact, value] of Object.entries(values)) found.set(fact, { value, ...originOf(origins, key) });
		}
	}
	return Object.fromEntries([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function stated(origins: Plan['origins'], statements: Statements, fact: string): PlanKnown | undefined {
	for (const key in statements) {
		const values = statements[key];
		const value = values && Object.hasOwn(values, fact) ? values[fact] : undefined;
		if (value !== undefined) return { value, ...originOf(origins, key) };
	}
	return undefined;
}

const nobody = { from: 'assumed', evidence: '', at: '' } as const;

const originOf = (origins: Plan['origins'], key: string): Plan['origins'][string] =>
	(Object.hasOwn(origins, key) ? origins[key] : undefined) ?? nobody;

const nothing: Statements = {};
const byPlace = new WeakMap<Plan['alike'], ReadonlyMap<string, Statements>>();

/** What a source shares with the others of its family and place. */
function sharedBy(alike: readonly Alike[], { family, place }: PlannedSource): Statements {
	const known = byPlace.get(alike) ?? placesIn(alike);
	byPlace.set(alike, known);
	return known.get(`${family} ${place}`) ?? nothing;
}

const placesIn = (alike: readonly Alike[]): ReadonlyMap<string, Statements> =>
	new Map(alike.flatMap(({ family, places, decidedBy: shared }) => places.map((id) => [`${family} ${id}`, shared])));
