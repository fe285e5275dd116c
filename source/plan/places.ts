import type { PathChoice } from '../advice/advice.ts';
import { planEstimate } from './estimate.ts';
import { rejections } from './flows.ts';
import { whole } from './legs.ts';
import type { Materials } from './materials.ts';
import type { PlannedPlace } from './plan.ts';
import { sentence } from './sentences.ts';

/** The places of the plan's sources with the line chosen for each, in the order of their ids. */
export function placesOf(materials: Materials): readonly PlannedPlace[] {
	const { advice, places, sources, title } = materials;
	const unserved = advice.unserved.flatMap(({ source }) => sources.get(source)?.place ?? []);
	const used = [
		...new Set([...advice.flows.map(({ place }) => place), ...unserved, ...advice.paths.map(({ place }) => place)]),
	];
	const chosen = new Map(advice.paths.map((path) => [path.place, path]));
	return used.toSorted().map((id) => {
		const path = chosen.get(id);
		return {
			id,
			title: title(id),
			where: places.get(id)?.where ?? 'aws',
			...(path?.service !== undefined && { path: path.service }),
			settings: path ? settingsOf(path, materials) : {},
			reasons: (path?.reasons ?? []).map(sentence),
			rejected: rejections(path?.rejected ?? [], materials),
			estimate: planEstimate(path?.estimate ?? {}),
		};
	});
}

/** Mode and its settings; what the line gives and what all flows of the place need together, in bits a second. */
function settingsOf({ service, mode, capacity, wanted }: PathChoice, { catalog }: Materials): PlannedPlace['settings'] {
	if (service === undefined || mode === undefined) return {};
	return {
		mode,
		...catalog.services[service]?.modes[mode]?.settings,
		...whole({
			...(capacity !== undefined && { capacity: Math.round(capacity) }),
			...(wanted !== undefined && { wanted: Math.round(wanted) }),
		}),
	};
}
