import type { AdvisedFlow } from '../../advice/advice.ts';
import { advise } from '../../advice/advise.ts';
import type { Given } from '../../advice/ground/ground.ts';
import type { FlowSum } from '../../advice/streamed/flow-sums.ts';
import type { RoutedPlace } from '../../advice/streamed/place-sums.ts';
import { routerFor } from '../../advice/streamed/router.ts';
import type { Source } from '../../estate/estate.ts';

/** The routes of an estate that no memory holds. */
export interface Routes {
	readonly places: readonly RoutedPlace[];
	/** How many sources there are, those without a route among them. */
	readonly sources: number;
	/** Why a flow takes its route and not another: said of its largest source, for which alone it was worked out. */
	readonly why: (flow: FlowSum) => Pick<AdvisedFlow, 'reasons' | 'rejected' | 'alternatives'> | undefined;
}

/** Routes for sources that are handed over one by one; `given` holds the rest of the estate, `buckets` those into which links lead. */
export async function routesOf(
	given: Given,
	buckets: ReadonlyMap<string, Source>,
	each: (take: (source: Source) => void) => void | Promise<void>,
): Promise<Routes> {
	const router = routerFor(given, buckets);
	let sources = 0;
	await each((source) => {
		sources += 1;
		router.add(source);
	});
	const places = router.places();
	return { places, sources, why: reasonsFor(given, places) };
}

/** So many flows are explained together, and then forgotten. */
const together = 4000;

/**
Advice about the largest source of each flow, for some places at a time as they are asked for one behind the other. Where it would take
another route by itself than with all others, nothing is said.
*/
function reasonsFor(given: Given, places: readonly RoutedPlace[]): Routes['why'] {
	const groups = groupsOf(places);
	const groupOf = new Map(groups.flatMap((group) => group.flatMap(({ flows }) => flows.map((flow) => [flow, group]))));
	let last: { readonly group: unknown; readonly advised: ReturnType<typeof advisedIn> } | undefined;
	return (flow) => {
		const group = groupOf.get(flow);
		if (!group) return undefined;
		if (last?.group !== group) last = { group, advised: advisedIn(given, group) };
		const { largest, carries, route } = flow;
		return last.advised
			.get(largest.source.id)
			?.find(({ winner }) => winner.carries === carries && JSON.stringify(winner.route) === JSON.stringify(route));
	};
}

/** Places that are next to each other, as many as hold the flows that are explained together. */
function groupsOf(places: readonly RoutedPlace[]): readonly (readonly RoutedPlace[])[] {
	const groups: RoutedPlace[][] = [];
	let count = together;
	for (const place of places) {
		if (count >= together) {
			groups.push([]);
			count = 0;
		}
		groups.at(-1)?.push(place);
		count += place.flows.length;
	}
	return groups;
}

/** What is advised about the largest source of each flow of some places, by its id. */
function advisedIn(given: Given, group: readonly RoutedPlace[]): ReadonlyMap<string, readonly AdvisedFlow[]> {
	const largest = group.flatMap(({ flows }) => flows.map((flow) => flow.largest.source));
	const sources = [...new Map(largest.map((source) => [source.id, source])).values()];
	const ids = new Set(group.map(({ id }) => id));
	const places = given.estate.places.filter(({ id }) => ids.has(id));
	const advised = new Map<string, AdvisedFlow[]>();
	for (const flow of advise({ ...given, estate: { ...given.estate, places, sources } }).flows)
		for (const id of flow.sources) advised.set(id, [...(advised.get(id) ?? []), flow]);
	return advised;
}
