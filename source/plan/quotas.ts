import { quotasToRaise } from '../advice/routing/fit.ts';
import type { Delivery } from './deliveries.ts';
import type { HandStep } from './hand-steps.ts';
import type { Materials } from './materials.ts';
import type { Finding } from './plan.ts';
import { idOf } from './plan-ids.ts';
import { named, sentence } from './sentences.ts';
import { regionOf } from './stores.ts';

/** A quota that AWS must raise before some flows can run in full. */
export interface Raise {
	readonly quota: string;
	readonly because: string;
	readonly service: string;
	/** Source ids that need it. */
	readonly sources: readonly string[];
}

/** Quotas to raise, each once, in the order of their names. */
export function raisesOf(deliveries: readonly Delivery[], { catalog, sources, known }: Materials): readonly Raise[] {
	const found = new Map<string, Omit<Raise, 'sources'> & { readonly sources: Set<string> }>();
	for (const { flow } of deliveries) {
		for (const { service, mode } of flow.winner.route) {
			const record = catalog.services[service];
			const all = [...(record?.requires ?? []), ...(record?.modes[mode]?.requires ?? [])];
			const requirements = all.filter(({ quota }) => quota !== undefined);
			if (requirements.length === 0) continue;
			for (const id of flow.sources) {
				const source = sources.get(id);
				for (const { quota, because } of quotasToRaise(requirements, (fact) => known(source, fact))) {
					const concerned = found.get(quota)?.sources ?? new Set();
					found.set(quota, { quota, because, service, sources: concerned.add(id) });
				}
			}
		}
	}
	return [...found.values()]
		.toSorted((a, b) => (a.quota < b.quota ? -1 : 1))
		.map((raise) => ({ ...raise, sources: [...raise.sources].toSorted() }));
}

/** A finding for each quota to raise. */
export function quotaFindings(raises: readonly Raise[], { title }: Materials): readonly Finding[] {
	return raises.map(({ quota, because, service, sources }) => ({
		id: idOf(`quota ${quota}`),
		severity: 'medium',
		control: 'quota',
		title: `A quota must be raised: ${quota}`,
		about: sources,
		says: sentence(`${title(service)}: ${because}`),
		remedy: 'Ask for it in Service Quotas; until then the flow runs slower or refuses data.',
	}));
}

/** A step for each quota to raise, with the text of the request. */
export function quotaSteps(raises: readonly Raise[], materials: Materials): readonly HandStep[] {
	const region = regionOf(materials);
	return raises.map(({ quota, because, sources }) => ({
		key: `quota ${quota}`,
		says: `Have the quota raised: ${quota}. For: ${named(sources.map(materials.title), 4)}.`,
		owner: 'platform',
		after: [],
		concerns: sources,
		request: `Quota: ${quota}.${region === '' ? '' : ` Region: ${region}.`} Why: ${sentence(because)}`,
	}));
}
