import type { Known, Place, Source } from '../estate/estate.ts';
import { derivedKeys } from '../facts/index.ts';
import type { Advice, Assumption } from './advice.ts';
import { titleOf } from './gates.ts';
import { type Ground, ownFacts } from './ground.ts';
import { moneyFacts } from './kernel.ts';
import { failsAnyway } from './lively.ts';
import type { Planned, PlannedPlace } from './plan-places.ts';
import { followsFrom } from './read-facts.ts';

/** Facts that rules may read for sources of a family, and for their place, those included that others follow from. */
export function readsOf({ routesOf, paths }: Ground): {
	readonly source: (family: string) => readonly string[];
	readonly place: readonly string[];
} {
	const found = new Map<string, readonly string[]>();
	const place = withRoots(paths.flatMap(({ inputs }) => [...inputs]));
	return {
		source: (family) => {
			const known = found.get(family);
			if (known) return known;
			const reads = withRoots([...ownFacts, ...routesOf(family).flatMap(({ inputs }) => [...inputs])]);
			found.set(family, reads);
			return reads;
		},
		place,
	};
}

const withRoots = (facts: readonly string[]): readonly string[] => [
	...new Set(facts.flatMap((fact) => [fact, ...(followsFrom[fact] ?? [])])),
];

/**
Defaults that nobody confirmed and that a rule read for a planned source or its place; each once, where it would be said.
What only routes read that fail by what is known is left out: nothing rests on it.
*/
export function assumptionsOf(ground: Ground, places: readonly PlannedPlace[]): readonly Assumption[] {
	const { given, read } = ground;
	const reads = readsOf(ground);
	const found = new Map<string, Assumption>();
	const note = (about: Source | Place, fact: string): void => {
		const said = given.vocabulary[fact];
		if (said?.assume === undefined || derivedKeys.has(fact)) return;
		const known = read(about, fact);
		if (known?.from !== 'assumed') return;
		const scope = said.about;
		const holder = 'place' in about && scope === 'place' ? about.place : scope === 'workload' ? '' : about.id;
		// Nothing can be said of the sources of a place at the place itself without hiding what differs between them.
		if (scope === 'source' && !('place' in about)) return;
		const key = `${fact}|${holder}`;
		if (!found.has(key)) found.set(key, { scope, about: holder, fact, value: known.value });
	};
	for (const { place, planned } of places) {
		for (const one of planned) for (const fact of restsOn(ground, one)) note(one.source, fact);
		if (place && place.where !== 'aws' && planned.length > 0) for (const fact of reads.place) note(place, fact);
	}
	const order = Object.keys(given.vocabulary);
	return [...found.values()].toSorted(
		(a, b) => order.indexOf(a.fact) - order.indexOf(b.fact) || (a.about < b.about ? -1 : a.about > b.about ? 1 : 0),
	);
}

/** Facts that decide for a source as long as nobody says otherwise: what it needs, and what routes read that could still win. */
function restsOn({ routesOf, table }: Ground, { source, row, need }: Planned): ReadonlySet<string> {
	const isOpen = (fact: string) => fact.startsWith('path.') || table.columns.get(fact)?.open[row] === 1;
	const routes = routesOf(source.family).filter(({ gates }) => !failsAnyway(gates, row, isOpen));
	const wanted = [
		'use',
		'residency',
		...(need.history ? ['volume', 'deadline'] : []),
		...(need.changes ? ['change', 'freshness', 'features.freshness', 'scoring', 'retraining'] : []),
		...(routes.length > 1 ? moneyFacts : []),
	];
	return new Set(withRoots([...wanted, ...routes.flatMap(({ inputs }) => [...inputs])]));
}

/** For each source the facts that rules read for it, as they stand, with what its line gives. */
export function decidedByOf(ground: Ground, places: readonly PlannedPlace[]): Advice['decidedBy'] {
	const reads = readsOf(ground);
	return Object.fromEntries(
		places.flatMap((planned) => {
			const line = lineFacts(ground, planned);
			const outside = planned.place !== undefined && planned.place.where !== 'aws';
			return planned.planned.map(({ source }) => {
				const facts = new Set([...reads.source(source.family), ...(outside ? reads.place : [])]);
				const known = [...facts].flatMap((fact): [string, Known][] => {
					const nearest = ground.read(source, fact);
					return nearest ? [[fact, nearest]] : [];
				});
				return [source.id, Object.fromEntries([...known, ...line])] as const;
			});
		}),
	);
}

function lineFacts({ given }: Ground, { option, place }: PlannedPlace): readonly [string, Known][] {
	const by = option.path
		? titleOf(given.catalog, option.path.blueprint.leg.service)
		: place?.where === 'aws'
			? 'AWS'
			: 'no line';
	return option.gives.flatMap(({ column, value }): [string, Known][] =>
		value === undefined || Number.isNaN(value)
			? []
			: [[column.fact, { value, from: 'assumed', evidence: `what ${by} gives`, at: '' }]],
	);
}
