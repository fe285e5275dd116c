import type { PreparationRecord } from '../catalog/record.ts';
import { cadenceWithin, jobCadence, secondsOf } from './cadence.ts';
import { type Delivery, merges, onlineStore } from './deliveries.ts';
import type { Materials } from './materials.ts';
import type { Job } from './plan.ts';
import { uniqueIds } from './plan-ids.ts';
import { sentence } from './sentences.ts';

type Does = PreparationRecord['job'];

/** The order of the work between arrival and features. */
const order: readonly Does[] = ['extract', 'mask', 'crawl', 'tidy', 'merge', 'quality', 'join', 'compact'];

/** Where work puts what it reads; what is not named stays where it is. */
const puts: Readonly<Partial<Record<Does, string>>> = { mask: 'raw', tidy: 'stage', merge: 'stage', join: 'features' };

/** The merge behind routes that bring changes when no record tells of one. */
const ownMerge = { id: 'merge-changes', sources: [], costs: [] };
const ownMergeSays = {
	title: 'Merge changes into tables',
	because: 'The route brings changes, and training reads tables.',
};

interface Draft extends Omit<Job, 'id'> {
	readonly record: string;
}

/** The work behind the flows, in order: one job for each preparation and each store that it reads. */
export function jobsOf(deliveries: readonly Delivery[], materials: Materials): readonly Job[] {
	// A federated source is queried where it is; only objects read in place can be prepared like those that were moved.
	const kept = deliveries.filter(
		({ passes, inPlace, flow }) => !passes && (!inPlace || holdsObjects(flow.sources, materials)),
	);
	const standing = new Map(kept.map(({ id, to }) => [id, to]));
	const drafts = order.flatMap((does) =>
		preparationsFor(does, materials).flatMap(({ id, sources }) => {
			const meant = new Set(sources);
			const concerned = kept.filter(({ flow }) => {
				const merged = merges(flow, materials);
				// What must be merged is merged, whatever was advised, and a merge tidies what it merges.
				if (does === 'merge') return merged;
				return !(does === 'tidy' && merged) && flow.sources.some((source) => meant.has(source));
			});
			return groupsOf(does, concerned, standing).map(([from, group]): Draft => {
				const to = puts[does] ?? from;
				for (const delivery of group) standing.set(delivery.id, to);
				return draft(id, does, from, to, group, materials);
			});
		}),
	);
	const ids = uniqueIds(
		drafts.map(({ record, from, does }) => ({
			name: does === 'join' ? record : `${record} ${from}`,
			ending: '',
			key: from,
		})),
		new Set(deliveries.flatMap(({ id, to }) => [id, to])),
	);
	return drafts.map(({ record: _, ...job }, index) => ({ id: ids[index] as string, ...job }));
}

/** Advised preparations of a kind; a merge is there for whoever needs it. */
function preparationsFor(does: Does, { advice, catalog }: Materials): Materials['advice']['preparations'] {
	const advised = advice.preparations.filter(({ id }) => catalog.preparations[id]?.job === does);
	return does === 'merge' ? [advised[0] ?? ownMerge] : advised;
}

/** Flows by the store their data stands in; what is joined is joined at once, from where most of it stands. */
function groupsOf(
	does: Does,
	concerned: readonly Delivery[],
	standing: ReadonlyMap<string, string>,
): readonly (readonly [from: string, group: readonly Delivery[]])[] {
	if (concerned.length === 0) return [];
	const groups = Object.groupBy(concerned, ({ id }) => standing.get(id) as string);
	if (does === 'join') {
		const from = groups.stage ? 'stage' : (Object.keys(groups).toSorted()[0] as string);
		return [[from, concerned]];
	}
	return Object.keys(groups)
		.toSorted()
		.map((from) => [from, groups[from] ?? []]);
}

function draft(
	record: string,
	does: Does,
	from: string,
	to: string,
	group: readonly Delivery[],
	materials: Materials,
): Draft {
	const { catalog } = materials;
	const preparation = catalog.preparations[record] ?? ownMergeSays;
	const paces = group.map(({ cadence, wanted }) => Math.max(secondsOf(cadence) ?? wanted, wanted));
	return {
		record,
		title: preparation.title,
		does,
		after: group.map(({ id }) => id),
		from,
		to,
		cadence: does === 'join' ? joinCadence(paces, materials) : jobCadence(paces),
		settings: settingsFor(does, materials),
		because: sentence(preparation.because),
	};
}

/** Features are made as often as models train or score in batches, but no oftener than something new arrives. */
function joinCadence(paces: readonly number[], { known }: Materials): string {
	const wanted = ['retraining', 'features.freshness'].flatMap((fact) => {
		const value = known(undefined, fact)?.value;
		return typeof value === 'number' ? [value] : [];
	});
	const arrives = jobCadence(paces);
	const arrival = secondsOf(arrives) ?? 0;
	return arrival === Number.POSITIVE_INFINITY ? arrives : cadenceWithin(Math.max(arrival, Math.min(...wanted)));
}

function settingsFor(does: Does, { known }: Materials): Job['settings'] {
	if (does === 'tidy' || does === 'merge' || does === 'compact') return { format: 'iceberg' };
	if (does !== 'join') return {};
	const unit = known(undefined, 'model.unit')?.value;
	const online = known(undefined, 'scoring')?.value === 'online';
	return { ...(typeof unit === 'string' && { key: unit }), ...(online && { online: onlineStore }) };
}

const holdsObjects = (ids: readonly string[], { sources }: Materials): boolean =>
	ids.every((id) => sources.get(id)?.family === 'object');
