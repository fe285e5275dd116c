import type { PreparationRecord } from '../catalog/record.ts';
import { cadenceWithin, jobCadence, secondsOf } from './cadence.ts';
import type { Delivery } from './deliveries.ts';
import { engineOf } from './engines.ts';
import type { Materials } from './materials.ts';
import type { Job } from './plan.ts';
import { uniqueIds } from './plan-ids.ts';
import { sentence } from './sentences.ts';
import { onlineStore, reservedIds } from './zones.ts';

type Does = PreparationRecord['job'];

/** The order of the work between arrival and features. */
const order: readonly Does[] = ['extract', 'mask', 'crawl', 'tidy', 'merge', 'quality', 'join', 'compact'];

/** Work of several records: recordings are described and transcribed, and text is masked in another way than pictures. */
const several: ReadonlySet<Does> = new Set(['extract', 'mask']);

/** The merge behind routes that bring changes when no record tells of one. */
const ownMerge = { id: 'merge-changes', sources: [], costs: [] };
const ownMergeSays = {
	title: 'Merge changes into tables',
	because: 'The route brings changes, and training reads tables.',
};

interface Draft extends Omit<Job, 'id'> {
	readonly record: string;
}

interface Load extends Delivery {
	/** It holds rows, or what becomes rows: something that tables are made of. */
	readonly rows: boolean;
}

/** The work behind the flows, in order: one job for each preparation and each store that it reads. */
export function jobsOf(deliveries: readonly Delivery[], materials: Materials): readonly Job[] {
	const loads = loadsOf(deliveries, materials);
	const standing = new Map(loads.map(({ id, to }) => [id, to]));
	const drafts = order.flatMap((does) => {
		const concerned = loads.filter((load) => wants(load, does));
		const groups = recordsFor(does, materials).flatMap((record) => {
			const meant = several.has(does) ? concerned.filter(({ work }) => work.records.includes(record)) : concerned;
			return groupsOf(does, meant, standing).map(([from, group]) => ({ record, from, group }));
		});
		return groups.map(({ record, from, group }): Draft => {
			const to = goesTo(does, from, group);
			if (does !== 'join') for (const { id } of group) standing.set(id, to);
			return draft(record, does, from, to, group, materials);
		});
	});
	const ids = uniqueIds(
		drafts.map(({ record, from, does }) => ({
			name: does === 'join' ? record : `${record} ${from}`,
			endings: [],
			key: from,
		})),
		new Set([...reservedIds, ...deliveries.flatMap(({ id, to }) => [id, to])]),
	);
	return drafts.map(({ record: _, ...job }, index) => ({ id: ids[index] as string, ...job }));
}

/** Flows that something is kept of. A federated source is queried where it is; only objects can be worked on in place. */
function loadsOf(deliveries: readonly Delivery[], materials: Materials): readonly Load[] {
	const { sources, known } = materials;
	const isMute = (id: string): boolean => mute.has(String(known(sources.get(id), 'format')?.value));
	return deliveries.flatMap((delivery): readonly Load[] => {
		const { passes, inPlace, sources: own, work, merged } = delivery;
		if (passes || (inPlace && own.some((id) => sources.get(id)?.family !== 'object'))) return [];
		const rows = merged || work.does.has('extract') || !own.every(isMute);
		return [{ ...delivery, rows }];
	});
}

/** What has no columns by itself. */
const mute: ReadonlySet<string> = new Set(['image', 'audio', 'video', 'document', 'binary']);

/** Whether a flow takes part: a merge tidies what it merges, and whatever is joined is a tidy table first. */
function wants({ work: { does: work }, merged, rows }: Load, does: Does): boolean {
	if (does === 'merge') return merged;
	if (does === 'tidy') return !merged && rows && (work.has('tidy') || work.has('join'));
	if (does === 'quality' || does === 'join' || does === 'compact') return rows && work.has(does);
	return work.has(does);
}

/** Where work puts what it reads. Text that must be masked waits where what arrives does; what was read in place is not written to. */
function goesTo(does: Does, from: string, group: readonly Load[]): string {
	if (does === 'extract') return group.some(({ work }) => work.does.has('mask')) ? 'landing' : 'raw';
	if (does === 'mask') return 'raw';
	if (does === 'tidy' || does === 'merge') return 'stage';
	return does === 'join' ? 'features' : from;
}

/** The records that tell of this work: all that were advised where each is work of its own, else the first of them. */
function recordsFor(does: Does, { advice, catalog }: Materials): readonly string[] {
	const advised = advice.preparations.filter(({ id }) => catalog.preparations[id]?.job === does).map(({ id }) => id);
	const [first = does === 'merge' ? ownMerge.id : does, ...others] = advised.toSorted();
	return several.has(does) ? [first, ...others] : [first];
}

/** Flows by the store their data stands in; what is joined is joined at once, from where most of it stands. */
function groupsOf(
	does: Does,
	concerned: readonly Load[],
	standing: ReadonlyMap<string, string>,
): readonly (readonly [from: string, group: readonly Load[]])[] {
	const groups = Map.groupBy(concerned, (load) => groupKey(does, load, standing));
	if (does !== 'join') return [...groups.values()].map((group) => [standing.get(group[0]?.id ?? '') ?? 'raw', group]);
	const [from] = groups.has('stage') ? ['stage'] : [...groups.keys()].toSorted();
	return from === undefined ? [] : [[from, groups.get(from) ?? []]];
}

/** Text that must be masked goes another way than text that need not. */
function groupKey(does: Does, load: Load, standing: ReadonlyMap<string, string>): string {
	const from = standing.get(load.id) as string;
	return does === 'extract' ? `${from} ${load.work.does.has('mask')}` : from;
}

function draft(
	record: string,
	does: Does,
	from: string,
	to: string,
	group: readonly Load[],
	materials: Materials,
): Draft {
	const { catalog } = materials;
	const engine = engineOf(record, materials);
	const preparation = catalog.preparations[record] ?? (does === 'merge' ? ownMergeSays : undefined);
	// Compacting oftener than daily costs more than small files do.
	const least = does === 'compact' ? 86_400 : 0;
	const paces = group.map(({ cadence, wanted }) => Math.max(secondsOf(cadence) ?? wanted, wanted, least));
	return {
		record,
		title: preparation?.title ?? 'Tidy into tables',
		does,
		after: group.map(({ id }) => id),
		from,
		to,
		cadence: does === 'join' ? joinCadence(paces, materials) : jobCadence(paces),
		settings: { ...settingsFor(does, group, materials), ...catalog.preparations[record]?.settings },
		because: sentence(preparation?.because ?? 'What is joined is a table first, with names and types put right once'),
		...(engine && { engine }),
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

function settingsFor(does: Does, group: readonly Load[], materials: Materials): Job['settings'] {
	const { known } = materials;
	if (does === 'quality') return qualitySettings(group, materials);
	if (does === 'tidy' || does === 'merge' || does === 'compact') return { format: 'iceberg' };
	if (does !== 'join') return {};
	const unit = known(undefined, 'model.unit')?.value;
	const online = known(undefined, 'scoring')?.value === 'online';
	return { ...(typeof unit === 'string' && { key: unit }), ...(online && { online: onlineStore }) };
}

/** The rules that were measured of the sources, as the job of the lake reads them. */
function qualitySettings(group: readonly Load[], { sources, known }: Materials): Job['settings'] {
	const rules = group
		.flatMap((load) => load.sources)
		.flatMap((id) => rulesIn(known(sources.get(id), 'quality.rules')?.value));
	return rules.length === 0 ? {} : { rules: JSON.stringify(rules) };
}

function rulesIn(value: unknown): readonly unknown[] {
	if (typeof value !== 'string') return [];
	try {
		const rules: unknown = JSON.parse(value);
		return Array.isArray(rules) ? rules : [];
	} catch {
		return [];
	}
}
