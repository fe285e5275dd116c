import { type Given, layGround } from '../../source/advice/ground/ground.ts';
import { legsOf } from '../../source/advice/routing/candidates.ts';
import { choicesOf } from '../../source/advice/routing/forced.ts';
import { planPlaces } from '../../source/advice/routing/plan-places.ts';
import type { FactValue } from '../../source/facts/fact.ts';
import { plannedIn } from '../advice/planned-in.ts';
import type { Chance } from '../peers/chance.ts';
import { answeredAll, type Guess, guessesOf, type Spot } from './brute-force.ts';

/** A spot that changes a route though nobody asked about it, alone or beside another guess. */
export interface Missed {
	readonly spot: Spot;
	readonly value: FactValue;
	readonly beside: readonly Guess[];
}

type Routes = ReadonlyMap<string, string>;

/** The route of every source under these guesses, in a plan of its own. */
function routesUnder(given: Given, guesses: readonly Guess[]): Routes {
	const answers = answeredAll(given.answers, guesses);
	const found = new Map<string, string>();
	const ground = layGround({ ...given, answers });
	for (const place of planPlaces(ground, choicesOf(given))) {
		for (const { id } of place.leftOut) found.set(id, '');
		for (const { source, arrangement } of plannedIn(ground, place)) {
			const ways = arrangement?.carriers.map(({ entry }) =>
				legsOf(entry).map(({ service, mode }) => `${service}:${mode}`),
			);
			found.set(source.id, [...new Set(ways?.map((way) => way.join('>')))].toSorted().join('+'));
		}
	}
	return found;
}

/**
Brute force over many sources at once. One plan answers the same fact in the same way for every source that stands for itself
(in AWS, where no line is shared) and for one source of each place that shares a line; each source whose route then differs is
tried again by itself, so that only what truly changes a route is told.
*/
export function bruteForce(given: Given, spots: readonly Spot[], unasked: readonly Spot[]) {
	const { sources, places } = given.estate;
	const placeOf = new Map(sources.map(({ id, place }) => [id, place]));
	const isAws = new Set(places.filter(({ where }) => where === 'aws').map(({ id }) => id));
	const holder = ({ id }: Spot): string => {
		const place = placeOf.get(id) ?? '';
		return isAws.has(place) ? id : place;
	};
	const groups = (some: readonly Spot[]) => [...Map.groupBy(some, ({ scope, fact }) => `${scope} ${fact}`).values()];
	const [targets, others] = [groups(unasked), groups(spots)];
	const base = routesUnder(given, []);

	/** One spot of each place that shares a line, all of the others. */
	function chosen(group: readonly Spot[], turn: number): readonly Spot[] {
		if (group[0]?.scope !== 'source') return group;
		return [...Map.groupBy(group, holder).values()].flatMap((some) => some[turn % some.length] ?? []);
	}
	const turnsOf = (group: readonly Spot[]): number =>
		group[0]?.scope === 'source'
			? Math.max(...[...Map.groupBy(group, holder).values()].map(({ length }) => length))
			: 1;
	function concerns({ scope, id }: Spot, source: string): boolean {
		if (scope === 'workload') return true;
		return scope === 'source' ? source === id : placeOf.get(source) === id;
	}
	/** Guesses of a round that change a route of whom they are about, confirmed one by one. */
	function missedIn(
		before: Routes,
		after: Routes,
		round: readonly Guess[],
		beside: readonly Guess[],
	): readonly Missed[] {
		const differing = [...after].filter(([id, route]) => before.get(id) !== route).map(([id]) => id);
		return round.flatMap(({ spot, value }): readonly Missed[] => {
			if (!differing.some((id) => concerns(spot, id))) return [];
			const near = beside.filter(
				(one) => one.spot.scope !== 'source' || spot.scope !== 'source' || one.spot.id === spot.id,
			);
			const own = near.slice(0, spot.scope === 'source' ? undefined : 1);
			const alone = [routesUnder(given, own), routesUnder(given, [...own, { spot, value }])];
			return JSON.stringify([...(alone[0] ?? [])]) === JSON.stringify([...(alone[1] ?? [])])
				? []
				: [{ spot, value, beside: own }];
		});
	}

	return {
		/** Every value of every unasked fact by itself. */
		singles(): readonly Missed[] {
			return targets.flatMap((group) =>
				Array.from({ length: turnsOf(group) }, (_, turn) => chosen(group, turn)).flatMap((some) =>
					valuesOf(group).flatMap((value) => {
						const round = some.map((spot) => ({ spot, value }));
						return missedIn(base, routesUnder(given, round), round, []);
					}),
				),
			);
		},
		/** So many pairs of an unasked fact and another one, each over all sources, as chance picks them. */
		pairs(rounds: number, { oneOf: pick, share }: Chance): readonly Missed[] {
			return Array.from({ length: rounds }).flatMap(() => {
				const [target, other] = [pick(targets), pick(others)];
				if (target[0]?.fact === other[0]?.fact) return [];
				const turn = Math.floor(share() * 1000);
				const [value, beside] = [pick(valuesOf(target)), pick(valuesOf(other))];
				const first = chosen(other, turn).map((spot) => ({ spot, value: beside }));
				const round = chosen(target, turn).map((spot) => ({ spot, value }));
				const before = routesUnder(given, first);
				return missedIn(before, routesUnder(given, [...first, ...round]), round, first);
			});
		},
	};
}

const valuesOf = ([first]: readonly Spot[]): readonly FactValue[] =>
	first === undefined ? [] : guessesOf(first).map(({ value }) => value);
