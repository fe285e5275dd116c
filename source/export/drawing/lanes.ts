import type { Plan } from '../../plan/plan.ts';
import { bundlesOf, type DrawnBundle, foldBundles, volumeOf } from './lane-sources.ts';
import { foldedStores, type StoreNode, storeEdges } from './lane-stores.ts';
import { assembled, type LaneEdge, mostNodes, type Picture } from './picture.ts';

export const catalog = { key: 'catalog', title: 'Data Catalog' };
export const access = { key: 'access', title: 'ML Data Access' };
export const model = { key: 'model', title: 'ML Training & Inference' };

/** The layers that data passes, as the textbook draws them. */
export const layerTitles = {
	sources: 'Data Sources Layer',
	transfer: 'Transfer Layer',
	storage: 'Storage & Cataloging Layer',
	processing: 'Processing Layer',
} as const;

/** Sources, stores and processing of a plan as layers, with the services and the amounts on the edges: one edge tells all of a way. */
export function lanes(plan: Plan): Picture {
	const stores = foldedStores(plan);
	const bundles = foldBundles(bundlesOf(plan), mostNodes - stores.length - 3);
	const lake = stores.length > 0;
	return assembled(
		[
			{ title: layerTitles.sources, look: 'source', nodes: bundles.flatMap(({ nodes }) => nodes) },
			{ title: layerTitles.storage, look: 'store', nodes: lake ? [...stores, catalog] : [] },
			{ title: layerTitles.processing, look: 'use', nodes: lake ? [access, model] : [] },
		],
		[...sourceEdges(plan, bundles, stores), ...storeEdges(plan, stores)],
	);
}

function sourceEdges(plan: Plan, bundles: readonly DrawnBundle[], stores: readonly StoreNode[]): readonly LaneEdge[] {
	const keyOf = new Map(stores.flatMap(({ key, stores }) => stores.map((id) => [id, key])));
	return bundles.flatMap(({ nodes, ways }) =>
		nodes.flatMap(({ key, sources }) =>
			ways.map(({ via, to, carries }) => {
				const volume = volumeOf(plan, sources, carries);
				const ids = sources.map(({ id }) => id);
				return { from: key, to: keyOf.get(to) ?? '', via, sources: ids, ...(volume === undefined ? {} : { volume }) };
			}),
		),
	);
}
