import type { Source } from '../../estate/estate.ts';
import { besideFacts, copyReader } from '../ground/copies.ts';
import type { Given } from '../ground/ground.ts';
import { choicesOf } from '../routing/forced.ts';
import { batchGrounds } from './batch-grounds.ts';
import { batchPlanner } from './batch-plans.ts';
import { idStore } from './id-store.ts';
import { addPart, emptyLine, type PlaceTally, type RoutedPlace, settled } from './place-sums.ts';

/** Sources that are planned at once: few enough to stay near at hand, many enough that what is done once for them counts little. */
const together = 1024;

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
	const known = new Map<string, PlaceTally>();
	const tallyOf = (id: string): PlaceTally => {
		const tally = known.get(id) ?? { lines: new Map(), leftOut: [] };
		known.set(id, tally);
		return tally;
	};
	const store = idStore();
	const groundOf = batchGrounds(given);
	const planBatch = batchPlanner(choices, {
		leftOut: (place, ids) => tallyOf(place).leftOut.push(...ids),
		planned: (part) => {
			const { lines } = tallyOf(part.id);
			const line = lines.get(part.option.order) ?? emptyLine(part);
			lines.set(part.option.order, line);
			addPart(part, choices, line, store);
		},
	});
	let waiting: Source[] = [];
	const plan = (): void => {
		const sources = waiting;
		waiting = [];
		if (sources.length === 0) return;
		planBatch(groundOf(sources));
		store.settle();
	};
	return {
		add(source) {
			waiting.push(besideFacts(source, copyOf(source)));
			if (waiting.length >= atOnce) plan();
		},
		places() {
			plan();
			return [...known].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([id, tally]) => settled(id, tally, store));
		},
	};
}
