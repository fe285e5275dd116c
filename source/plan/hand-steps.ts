import type { PathChoice } from '../advice/advice.ts';
import { bandwidth } from './amounts.ts';
import type { Delivery } from './deliveries.ts';
import type { Materials } from './materials.ts';
import { inIdOrder } from './plan-ids.ts';
import { namedBy, sentence } from './sentences.ts';

/** A step before it has a number; `after` names the keys of others. */
export interface HandStep {
	readonly key: string;
	readonly says: string;
	readonly owner: string;
	/** Seconds. */
	readonly lead?: number;
	readonly after: readonly string[];
	readonly request?: string;
	/** Ids of the sources and places that wait for it; left out: all do. */
	readonly concerns?: readonly string[];
}

/** The lines to order, with the text of the request. A line that is there already needs nobody. */
export function lineSteps(materials: Materials): readonly HandStep[] {
	const { advice, catalog, title } = materials;
	return advice.paths.flatMap((path): readonly HandStep[] => {
		const { place, service, estimate } = path;
		if (service === undefined || !estimate.lead) return [];
		const [first, ...rest] = stepsOf(
			{ service, modes: [path.mode ?? ''], concerns: [place] },
			title(place),
			place,
			materials,
		);
		const order = {
			key: `${place} ${service}`,
			says: `Order ${title(service)} for ${title(place)}.`,
			owner: 'network',
			after: [],
			concerns: [place],
			...first,
			request: requestFor(path, materials),
		};
		const untold = first?.lead === undefined && catalog.services[service];
		return [untold ? { ...order, lead: estimate.lead } : order, ...rest];
	});
}

/** What else the services of the plan need that no template can create: each step once a service, for all that need it. */
export function serviceSteps(deliveries: readonly Delivery[], materials: Materials): readonly HandStep[] {
	const { catalog, title } = materials;
	const used = new Set(deliveries.flatMap(({ flow }) => flow.winner.route.map(({ service }) => service)));
	return [...used]
		.filter((service) => catalog.services[service]?.slot !== 'path')
		.flatMap((service) => {
			if (!catalog.services[service]?.byHand) return [];
			const users = deliveries.filter(({ flow }) => flow.winner.route.some((leg) => leg.service === service));
			const legs = users.flatMap(({ flow }) => flow.winner.route.filter((leg) => leg.service === service));
			const sources = inIdOrder([...new Set(users.flatMap((one) => one.sources))]);
			const used = { service, modes: legs.map(({ mode }) => mode), concerns: sources };
			return stepsOf(used, namedBy(sources, title, 4), '', materials);
		});
}

interface Used {
	readonly service: string;
	readonly modes: readonly string[];
	readonly concerns: readonly string[];
}

/** The steps of a record that the modes in use need, each after the one before. */
function stepsOf(
	{ service, modes, concerns }: Used,
	whom: string,
	place: string,
	materials: Materials,
): readonly HandStep[] {
	const key = (index: number) => `${place} ${service} ${index}`;
	const wanted = (materials.catalog.services[service]?.byHand ?? []).filter(
		(step) => step.modes === undefined || step.modes.some((mode) => modes.includes(mode)),
	);
	return wanted.map(({ step, owner, lead }, index) => {
		const seconds = secondsOf(lead, materials);
		return {
			key: key(index),
			says: `${sentence(step)} For: ${whom}.`,
			owner,
			concerns,
			...(seconds !== undefined && { lead: seconds }),
			after: index === 0 ? [] : [key(index - 1)],
		};
	});
}

function requestFor(path: PathChoice, { catalog, title, places }: Materials): string {
	const { place, service = '', mode = '', capacity, wanted } = path;
	const told = (amount: number | undefined): amount is number => amount !== undefined && amount > 0;
	return [
		`Line: ${title(service)}, ${catalog.services[service]?.modes[mode]?.title ?? mode}.`,
		`Between: ${title(place)} (${places.get(place)?.where ?? 'unknown'}) and AWS.`,
		...(told(wanted) ? [`Needed: ${bandwidth(wanted)} for all flows together.`] : []),
		...(told(capacity) ? [`Planned: ${bandwidth(capacity)} usable.`] : []),
	].join(' ');
}

/** A lead that is a number, or a fact of the workload; anything else is told by the estimate of its flow. */
function secondsOf(lead: unknown, { known }: Materials): number | undefined {
	if (typeof lead === 'number') return lead;
	const fact = typeof lead === 'object' && lead !== null && 'fact' in lead ? String(lead.fact) : undefined;
	const value = fact === undefined ? undefined : known(undefined, fact)?.value;
	return typeof value === 'number' ? value : undefined;
}
