import type { Source } from '../../estate/estate.ts';
import { besideFacts, copyReader } from '../ground/copies.ts';
import { type Given, layGround } from '../ground/ground.ts';
import { choicesOf } from '../routing/forced.ts';
import { planPlaces } from '../routing/plan-places.ts';
import { addPlace, type PlaceSum, type RoutedPlace, settled } from './place-sums.ts';

/** Sources that are planned at once: few enough to hold, many enough that rules are seldom compiled. */
const together = 16_384;

/** Plans an estate whose sources come one by one. */
export interface Router {
	/** Takes the next source; ids ascend. */
	add(source: Source): void;
	/** To be called behind the last one: every place with its line and its flows, in the order of their ids. */
	places(): readonly RoutedPlace[];
}

/**
Routes for an estate that no memory holds: lines, flows and what they come to are those that `advise` gives, but without reasons, rivals,
controls and what follows from them. `given` holds everything but the sources; `buckets` those into which its links lead, by their ids.
*/
export function routerFor(given: Given, buckets: ReadonlyMap<string, Source>, atOnce = together): Router {
	const choices = choicesOf(given);
	const { links } = given.estate;
	const copyOf = links.length === 0 ? () => undefined : copyReader(links, (id) => buckets.get(id));
	const sums = new Map<string, PlaceSum>();
	let waiting: Source[] = [];
	const plan = (): void => {
		const sources = waiting;
		waiting = [];
		if (sources.length === 0) return;
		const ground = layGround({ ...given, estate: { ...given.estate, links: [], sources } });
		for (const place of planPlaces(ground, choices)) {
			sums.set(place.id, addPlace(ground, place, choices, sums.get(place.id)));
		}
	};
	return {
		add(source) {
			waiting.push(besideFacts(source, copyOf(source)));
			if (waiting.length >= atOnce) plan();
		},
		places() {
			plan();
			return [...sums.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(settled);
		},
	};
}
