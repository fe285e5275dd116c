import { fitsBut } from '../advice/routing/fit.ts';
import type { ServiceRecord } from '../catalog/record.ts';
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

const states = { ending: 'will end', ended: 'has ended', 'closed to new customers': 'takes no new customers' } as const;

function closed(flows: readonly Flow[], places: readonly PlannedPlace[], materials: Materials): readonly Textbook[] {
	const { catalog, title } = materials;
	const used = new Set(flows.flatMap(({ services }) => services));
	return Object.entries(catalog.services).flatMap(([id, record]): readonly Textbook[] => {
		const { availability } = record;
		if (availability.state === 'open' || used.has(id)) return [];
		const rejects = ({ rejected }: Pick<Flow, 'rejected'>) => rejected.some(({ service }) => service === id);
		const meant = flows.filter(rejects).flatMap((flow) => {
			const sources = flow.sources.filter((source) => fits(record, source, materials));
			return sources.map((source) => [title(source), routeTitle(flow.services, materials)] as const);
		});
		const lines = places.filter(rejects).map((place) => [place.title, title(place.path ?? 'no line')] as const);
		const told = [...meant, ...lines];
		if (told.length === 0) return [];
		const apart = (texts: readonly string[]) => [...new Set(texts)];
		const heirs = availability.instead.map(title);
		const place = heirs.length === 0 ? '' : `, with ${listed(heirs, 'or')} in its place`;
		return [
			{
				says: `${record.title} for ${named(apart(told.map(([what]) => what)), 3)}.`,
				today: `It ${states[availability.state]}${place}; this plan uses ${named(apart(told.map(([, way]) => way)))}.`,
				since: availability.on,
			},
		];
	});
}

/** Whether a textbook could have meant this source: nothing but the closure speaks against the service. */
function fits(record: ServiceRecord, id: string, { sources, known }: Materials): boolean {
	const source = sources.get(id);
	return source !== undefined && fitsBut(record, (fact) => known(source, fact));
}

function renamed(flows: readonly Flow[], { catalog }: Materials): readonly Textbook[] {
	const used = new Set(flows.flatMap(({ services }) => services));
	return [...used].toSorted().flatMap((id) => {
		const record = catalog.services[id];
		if (!record?.formerly || record.formerly.length === 0) return [];
		return [{ says: `${listed(record.formerly, 'or')}.`, today: `It is called ${record.title} now.` }];
	});
}
