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
	const flows = places.flatMap((place) => place.flows);
	return { places, sources, why: reasonsFor(given, flows) };
}

/** Advice about the largest source of each flow. Where it would take another route by itself than with all others, nothing is said. */
function reasonsFor(given: Given, flows: readonly FlowSum[]): Routes['why'] {
	const sources = [...new Map(flows.map(({ largest: { source } }) => [source.id, source])).values()];
	const advised = new Map<string, AdvisedFlow[]>();
	for (const flow of advise({ ...given, estate: { ...given.estate, sources } }).flows) {
		for (const id of flow.sources) advised.set(id, [...(advised.get(id) ?? []), flow]);
	}
	return ({ largest, carries, route }) =>
		advised
			.get(largest.source.id)
			?.find(({ winner }) => winner.carries === carries && JSON.stringify(winner.route) === JSON.stringify(route));
}
