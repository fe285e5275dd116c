import type { AdvisedFlow } from '../advice/advice.ts';
import type { Place, Source } from '../estate/estate.ts';
import { cadenceOf } from './cadence.ts';
import { isInPlace, moverOf } from './legs.ts';
import type { Materials } from './materials.ts';
import { partedFlows } from './parting.ts';
import { inIdOrder, uniqueIds, type Wanted } from './plan-ids.ts';
import { namedBy } from './sentences.ts';
import type { Work } from './work.ts';
import { onlineStore, reservedIds, tableStore } from './zones.ts';

/** An advised flow with its id, where it delivers and how often. */
export interface Delivery {
	readonly id: string;
	readonly flow: AdvisedFlow;
	/** Ids of its sources, in their order. */
	readonly sources: readonly string[];
	/** What is done with each of them. */
	readonly work: Work;
	/** Titles of its sources, as many as can be read at a glance: `orders, returns and 3 more`. */
	readonly from: string;
	/** A store id; for what is read in place, the id of that place. */
	readonly to: string;
	readonly inPlace: boolean;
	/** What it carries is gone once used, so that nothing is prepared behind it. */
	readonly passes: boolean;
	/** What it brings are changes that must be merged into tables. */
	readonly merged: boolean;
	readonly cadence: string;
	/** Another flow carries the other part of the same sources by the same services. */
	readonly parted: boolean;
	/**
	Seconds that its data may be old: the strictest of its sources, a day where nobody says. A copy kept beside a route that
	serves what is fresh may be as old as the time between training runs.
	*/
	readonly wanted: number;
}

/** A delivery as far as findings tell of it. */
export type Arriving = Pick<Delivery, 'id' | 'flow' | 'from' | 'wanted'>;

const day = 86_400;

/** Every advised flow with its id, destination and cadence, in the order of their ids. */
export function deliveriesOf(materials: Materials): readonly Delivery[] {
	const { title, known, workOf } = materials;
	const flows = partedFlows(materials);
	const sourcesOf = flows.map((flow) => inIdOrder(flow.sources));
	const names = flowNames(flows, sourcesOf, materials);
	const ids = uniqueIds(names, reservedIds);
	const taken = new Set([...reservedIds, ...ids]);
	const places = uniqueIds(
		names.map(({ name, key }) => ({ name, endings: [], key })),
		taken,
	);
	const scoredOnline = known(undefined, 'scoring')?.value === 'online';
	const wantedOf = wantedReader(flows, materials);
	const deliveries = flows.map((flow, index): Delivery => {
		const { carries, access, route } = flow.winner;
		const inPlace = isInPlace(route, materials);
		const passes = passesOn(flow, materials);
		const sources = sourcesOf[index] as readonly string[];
		// Flows are parted so that the same is done with all sources of one.
		const work = workOf(sources[0] ?? '');
		const merged = merges(flow, () => work.does.has('merge'), materials);
		const served = scoredOnline ? onlineStore : 'features';
		const kept = writesTables(flow, materials) ? tableStore : work.does.has('mask') || merged ? 'landing' : 'raw';
		const wanted = wantedOf(flow);
		const reached = reachedBy(flow);
		return {
			id: ids[index] as string,
			flow,
			sources,
			work,
			from: namedBy(sources, title),
			to: inPlace ? (places[index] as string) : passes ? served : kept,
			inPlace,
			passes,
			merged,
			cadence: cadenceOf({
				carries,
				access: inPlace ? 'in place' : access,
				wanted,
				...(reached !== undefined && { reached }),
			}),
			parted: (names[index]?.endings.length ?? 0) > 1,
			wanted,
		};
	});
	return deliveries.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** What the ids of flows are made of: the first source and the service that takes it; where that is not enough, which part, or where to. */
function flowNames(
	flows: readonly AdvisedFlow[],
	sourcesOf: readonly Delivery['sources'][],
	materials: Materials,
): readonly Wanted[] {
	const { title } = materials;
	const plain = flows.map((flow, index) => {
		const [first = flow.place] = sourcesOf[index] ?? [];
		const mover = moverOf(flow.winner.route, materials)?.service ?? 'route';
		const { carries, route } = flow.winner;
		const pair = JSON.stringify([first, mover]);
		return {
			first,
			mover,
			flow,
			pair,
			part: JSON.stringify([pair, carries]),
			carries,
			last: route.at(-1)?.service ?? '',
		};
	});
	const [pairs, parts] = [Map.groupBy(plain, ({ pair }) => pair), Map.groupBy(plain, ({ part }) => part)];
	const several = (group: readonly unknown[] | undefined): boolean => (group?.length ?? 0) > 1;
	return plain.map(({ first, mover, flow, pair, part, carries, last }, index) => {
		const apart = several(parts.get(part)) && last !== mover ? last : carries;
		return {
			name: title(first),
			endings: several(pairs.get(pair)) ? [mover, apart] : [mover],
			key: () => [...(sourcesOf[index] ?? []), ...legKeys(flow), carries].join('|'),
		};
	});
}

/**
Whether what a flow brings are changes that must be merged into tables: its mode says so, or it carries changes alone and the
merge was advised. A route that copies the whole again and again needs none.
*/
function merges({ winner }: AdvisedFlow, isAdvised: () => boolean, { catalog }: Materials): boolean {
	if (winner.carries === 'history') return false;
	const says = winner.route.map(({ service, mode }) => catalog.services[service]?.modes[mode]?.settings?.merge);
	if (says.includes(true)) return true;
	return winner.carries === 'changes' && isAdvised();
}

/** Whether anything that is kept must be merged into tables. */
export function anyMerges(materials: Materials): boolean {
	const { advice, catalog } = materials;
	const meant = advice.preparations.filter(({ id }) => catalog.preparations[id]?.job === 'merge');
	const advised = new Set(meant.flatMap(({ sources }) => sources));
	return advice.flows.some(
		(flow) =>
			!isInPlace(flow.winner.route, materials) &&
			!passesOn(flow, materials) &&
			merges(flow, () => flow.sources.some((source) => advised.has(source)), materials),
	);
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
	let least = Number.POSITIVE_INFINITY;
	for (const { freshness } of estimates ?? [winner.estimate])
		if (freshness !== undefined) least = Math.min(least, freshness);
	return Number.isFinite(least) ? least : undefined;
}

const passesOn = ({ winner }: AdvisedFlow, { catalog }: Pick<Materials, 'catalog'>): boolean =>
	catalog.strategies[winner.strategy]?.keeps === false;

/** Tells how old the data of each of all flows may be, in seconds. */
export function wantedReader(flows: readonly AdvisedFlow[], materials: Materials): (flow: AdvisedFlow) => number {
	const { known } = materials;
	const servedFresh = new Set(flows.filter((flow) => passesOn(flow, materials)).flatMap(({ sources }) => sources));
	const retraining = Number(known(undefined, 'retraining')?.value ?? 0);
	const ageOf = ageReader(materials);
	return (flow) => {
		const beside = !passesOn(flow, materials) && flow.sources.every((source) => servedFresh.has(source));
		return Math.max(ageOf(flow) ?? day, beside ? retraining : 0);
	};
}

/** How old the data of a flow may be, in seconds: the strictest of its sources. What neither a source nor an answer about it says is that of its place. */
function ageReader({ sources, places, known, answers }: Materials): (flow: AdvisedFlow) => number | undefined {
	const byPlace = new Map<string, number | undefined>();
	const own = Object.keys(answers.sources).length > 0 ? undefined : tellersOf(sources);
	const read = (about: Source | Place | undefined): number | undefined => {
		const age = known(about, 'freshness')?.value;
		return typeof age === 'number' ? age : undefined;
	};
	const ofPlace = (place: Place): number | undefined => {
		if (!byPlace.has(place.id)) byPlace.set(place.id, read(place));
		return byPlace.get(place.id);
	};
	return (flow) => {
		const place = places.get(flow.place);
		// All sources of a flow stand in its place.
		if (own?.size === 0 && place) return ofPlace(place);
		let least = Number.POSITIVE_INFINITY;
		let others = false;
		for (const id of flow.sources) {
			if (own && place && !own.has(id)) others = true;
			else least = Math.min(least, (own ? own.get(id) : read(sources.get(id))) ?? least);
		}
		if (place && others) least = Math.min(least, ofPlace(place) ?? least);
		return Number.isFinite(least) ? least : undefined;
	};
}

/** How old the data of those sources may be that say so themselves, in seconds. Many plans are made of the same sources. */
const tellers = new WeakMap<Materials['sources'], ReadonlyMap<string, number | undefined>>();

function tellersOf(sources: Materials['sources']): ReadonlyMap<string, number | undefined> {
	const told = ({ id, facts: { freshness } }: Source): [string, number | undefined][] =>
		freshness ? [[id, typeof freshness.value === 'number' ? freshness.value : undefined]] : [];
	const found = tellers.get(sources) ?? new Map([...sources.values()].flatMap(told));
	tellers.set(sources, found);
	return found;
}
