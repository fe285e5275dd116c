import type { Delivery } from './deliveries.ts';
import type { Materials } from './materials.ts';
import type { Job, Store } from './plan.ts';
import { onlineStore, tableStore, zones } from './zones.ts';

/** Days after which the raw zone moves to cheaper storage, and the landing zone is emptied: AWS's guide to bucket layers. */
const archiveAfterDays = 365;
const deleteAfterDays = 30;

const titles: Readonly<Record<(typeof zones)[number], string>> = {
	landing: 'Landing zone',
	raw: 'Raw zone',
	stage: 'Stage zone',
	analytics: 'Analytics zone',
	features: 'Feature zone',
};

const onlineTitle = 'Online feature store';

/** The stores that a flow or a job of the plan uses: what is read in place first, then the zones in order of travel. */
export function storesOf(
	deliveries: readonly Delivery[],
	jobs: readonly Job[],
	materials: Materials,
): readonly Store[] {
	const used = new Set([...deliveries.map(({ to }) => to), ...jobs.flatMap(({ from, to }) => [from, to])]);
	const served = jobs.some(({ settings }) => settings.online === onlineStore);
	const region = regionOf(materials);
	const made = { ...(region !== '' && { region }), encrypted: true } as const;
	const inPlace = deliveries.filter((delivery) => delivery.inPlace).map((delivery) => placeOf(delivery, materials));
	const zoneStores = zones
		.filter((zone) => used.has(zone))
		.map((zone): Store => {
			const kind = 'object store';
			return { id: zone, title: titles[zone], zone, kind, ...made, ...lifecycleOf(zone, materials) };
		});
	const tables: Store = { id: tableStore, title: 'Raw tables', zone: 'raw', kind: 'table', ...made };
	const online: Store = { id: onlineStore, title: onlineTitle, zone: 'features', kind: 'online store', ...made };
	return [
		...inPlace.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
		...zoneStores,
		...(used.has(tableStore) ? [tables] : []),
		...(used.has(onlineStore) || served ? [online] : []),
	];
}

/** Region where models train; empty while nobody has said. */
export function regionOf({ known }: Materials): string {
	const value = known(undefined, 'training.region')?.value;
	return typeof value === 'string' ? value : '';
}

function lifecycleOf(zone: (typeof zones)[number], { advice, catalog }: Materials): Partial<Store> {
	if (zone === 'landing') return { deleteAfterDays };
	const asked = advice.controls.some(({ id }) => id === 'storage-lifecycle' && catalog.controls[id]);
	return zone === 'raw' && asked ? { archiveAfterDays } : {};
}

/** A store of the estate; with several sources the flow's own list says which they are. */
function placeOf({ flow, from, to }: Delivery, { sources, known }: Materials): Store {
	const found = flow.sources.flatMap((id) => sources.get(id) ?? []);
	const regions = [...new Set(found.map(({ region }) => region))];
	const [region] = regions;
	const [only] = found;
	return {
		id: to,
		title: `${from} (in place)`,
		zone: 'raw',
		kind: 'in place',
		...(regions.length === 1 && region !== undefined && { region }),
		encrypted: found.length > 0 && found.every((source) => known(source, 'encrypted')?.value === true),
		...(found.length === 1 && only && { existing: only.id }),
	};
}
