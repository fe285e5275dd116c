import type { AdvisedFlow } from '../advice/advice.ts';
import type { PreparationRecord } from '../catalog/record.ts';
import { cadenceOf } from './cadence.ts';
import { moverOf } from './legs.ts';
import type { Materials } from './materials.ts';
import { uniqueIds } from './plan-ids.ts';
import { named } from './sentences.ts';

/** Ids of the stores that a plan makes; one is made only when something goes there. */
export const zones = ['landing', 'raw', 'stage', 'analytics', 'features'] as const;
/** Tables that a service keeps up by itself, where a route writes tables and no objects. */
export const tableStore = 'raw-tables';
/** The store that serves features while somebody waits. */
export const onlineStore = 'online';
export const reservedIds: ReadonlySet<string> = new Set([...zones, tableStore, onlineStore, 'key']);

/** An advised flow with its id, where it delivers and how often. */
export interface Delivery {
	readonly id: string;
	readonly flow: AdvisedFlow;
	/** Titles of its sources, as many as can be read at a glance: `orders, returns and 3 more`. */
	readonly from: string;
	/** A store id; for what is read in place, the id of that place. */
	readonly to: string;
	readonly inPlace: boolean;
	/** What it carries is gone once used, so that nothing is prepared behind it. */
	readonly passes: boolean;
	readonly cadence: string;
	/** Seconds that its data may be old: the strictest of its sources; a day where nobody says. */
	readonly wanted: number;
}

const day = 86_400;

/** Every advised flow with its id, destination and cadence, in the order of their ids. */
export function deliveriesOf(materials: Materials): readonly Delivery[] {
	const { advice, catalog, title } = materials;
	const prepared = sourcesBy(materials);
	const names = advice.flows.map((flow) => {
		const titles = flow.sources.toSorted().map(title);
		const from = titles.length > 1 ? `${titles[0]} and ${titles.length - 1} more` : (titles[0] ?? flow.place);
		const mover = moverOf(flow.winner.route, materials)?.service ?? 'route';
		return {
			name: from,
			ending: mover,
			key: [...flow.sources.toSorted(), ...legKeys(flow), flow.winner.carries].join('|'),
		};
	});
	const ids = uniqueIds(names, reservedIds);
	const inPlace = advice.flows.map(({ winner }) => {
		const mover = moverOf(winner.route, materials);
		return mover !== undefined && catalog.services[mover.service]?.slot === 'access';
	});
	const places = uniqueIds(
		names.map(({ name, key }) => ({ name, ending: '', key })),
		new Set([...reservedIds, ...ids]),
	);
	const scoredOnline = materials.known(undefined, 'scoring')?.value === 'online';
	return advice.flows
		.map((flow, index): Delivery => {
			const { carries, access, strategy } = flow.winner;
			const passes = catalog.strategies[strategy]?.keeps === false;
			const wanted = wantedBy(flow, materials);
			const early = (job: PreparationRecord['job']) => flow.sources.some((source) => prepared.get(job)?.has(source));
			const zone = writesTables(flow, materials)
				? tableStore
				: passes
					? scoredOnline
						? onlineStore
						: 'features'
					: early('mask') || merges(flow, materials)
						? 'landing'
						: 'raw';
			const reached = reachedBy(flow);
			return {
				id: ids[index] as string,
				flow,
				from: named(flow.sources.toSorted().map(title)),
				to: inPlace[index] ? (places[index] as string) : zone,
				inPlace: inPlace[index] === true,
				passes,
				cadence: cadenceOf({
					carries,
					access: inPlace[index] ? 'in place' : access,
					wanted,
					...(reached !== undefined && { reached }),
				}),
				wanted,
			};
		})
		.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Sources that each kind of preparation concerns. */
export function sourcesBy({ advice, catalog }: Materials): ReadonlyMap<PreparationRecord['job'], ReadonlySet<string>> {
	const found = new Map<PreparationRecord['job'], Set<string>>();
	for (const { id, sources } of advice.preparations) {
		const job = catalog.preparations[id]?.job;
		if (job) found.set(job, new Set([...(found.get(job) ?? []), ...sources]));
	}
	return found;
}

/**
Whether what a flow brings are changes that must be merged into tables: its mode says so, or it carries changes alone and the
merge was advised. A route that copies the whole again and again needs none.
*/
export function merges({ winner, sources }: AdvisedFlow, { advice, catalog }: Materials): boolean {
	if (winner.carries === 'history') return false;
	const says = winner.route.map(({ service, mode }) => catalog.services[service]?.modes[mode]?.settings?.merge);
	if (says.includes(true)) return true;
	const advised = new Set(
		advice.preparations.filter(({ id }) => catalog.preparations[id]?.job === 'merge').flatMap((one) => one.sources),
	);
	return winner.carries === 'changes' && sources.some((source) => advised.has(source));
}

/** A route ends in tables of its own where the mode of its last service says so. */
function writesTables({ winner }: AdvisedFlow, { catalog }: Materials): boolean {
	const last = winner.route.at(-1);
	const target = last && catalog.services[last.service]?.modes[last.mode]?.settings?.target;
	return target === 'table' || target === 's3-tables';
}

const legKeys = ({ winner }: AdvisedFlow): readonly string[] =>
	winner.route.map(({ service, mode }) => `${service}:${mode}`);

/** The freshest that any of its sources is kept: what the most demanding one needs, all get. */
function reachedBy({ winner, estimates }: AdvisedFlow): number | undefined {
	const all = estimates === undefined ? [winner.estimate] : Object.values(estimates);
	const ages = all.flatMap(({ freshness }) =>
		freshness !== undefined && Number.isFinite(freshness) ? [freshness] : [],
	);
	return ages.length === 0 ? undefined : Math.min(...ages);
}

function wantedBy(flow: AdvisedFlow, { advice, sources, known }: Materials): number {
	const ages = flow.sources.flatMap((id) => {
		const age = advice.decidedBy[id]?.freshness?.value ?? known(sources.get(id), 'freshness')?.value;
		return typeof age === 'number' ? [age] : [];
	});
	return ages.length === 0 ? day : Math.min(...ages);
}
