import { routeTitle } from './legs.ts';
import type { Materials } from './materials.ts';
import type { Flow, PlannedPlace, Textbook } from './plan.ts';
import { listed, named } from './sentences.ts';

/**
What textbooks still recommend for sources of this plan and what holds today: each closed or ended service that was rejected
for them, and each service of the plan that goes by another name now.
*/
export function textbookOf(
	flows: readonly Flow[],
	places: readonly PlannedPlace[],
	materials: Materials,
): readonly Textbook[] {
	return [...closed(flows, places, materials), ...renamed(flows, materials)];
}

function closed(flows: readonly Flow[], places: readonly PlannedPlace[], materials: Materials): readonly Textbook[] {
	const { catalog, title } = materials;
	return Object.entries(catalog.services).flatMap(([id, record]): readonly Textbook[] => {
		const { availability } = record;
		if (availability.state === 'open') return [];
		const rejecting = flows.filter(({ rejected }) => rejected.some(({ service }) => service === id));
		const at = places.filter(({ rejected }) => rejected.some(({ service }) => service === id));
		const used = flows.some(({ services }) => services.includes(id));
		if (used || (rejecting.length === 0 && at.length === 0)) return [];
		const state = availability.state === 'ending' ? `ends on ${availability.on}` : `is ${availability.state}`;
		const ways = [...new Set(rejecting.map(({ services }) => routeTitle(services, materials)))];
		const lines = [...new Set(at.flatMap(({ path }) => path ?? []))].map(title);
		const instead = [...ways, ...lines];
		const what =
			rejecting.length > 0
				? named(rejecting.flatMap(({ sources }) => sources).map(title))
				: named(at.map((place) => place.title));
		return [
			{
				says: `${record.title} for ${what}.`,
				today: `It ${state}; this plan uses ${instead.length === 0 ? 'nothing in its place' : listed(instead, 'and')}.`,
				since: availability.on,
			},
		];
	});
}

function renamed(flows: readonly Flow[], { catalog }: Materials): readonly Textbook[] {
	const used = new Set(flows.flatMap(({ services }) => services));
	return [...used].toSorted().flatMap((id) => {
		const record = catalog.services[id];
		if (!record?.formerly || record.formerly.length === 0) return [];
		return [{ says: `${listed(record.formerly, 'or')}.`, today: `It is called ${record.title} now.` }];
	});
}
