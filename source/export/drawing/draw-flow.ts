import type { Plan, PlannedSource } from '../../plan/plan.ts';
import { amountOf, bundlesOf, type DrawnBundle, foldBundles } from './lane-sources.ts';
import { foldedStores, type StoreNode, storeEdges } from './lane-stores.ts';
import { access, catalog, layerTitles, model } from './lanes.ts';
import { assembled, type LaneEdge, mostNodes, type Picture } from './picture.ts';

/** More ways than this are drawn as one that says so. */
const mostCarriers = 14;

/** Every source, what carries it, where it lies, with the amount on each edge: history first, then what comes each day. */
export function dataFlow(plan: Plan): Picture {
	const stores = foldedStores(plan);
	const all = bundlesOf(plan);
	const carrierOf = carriers(all.flatMap(({ ways }) => ways.map(({ via }) => via.join(' → '))));
	const nodes = [...new Set(carrierOf.values())].map((title) => ({ key: `carrier ${title}`, title }));
	const bundles = foldBundles(all, mostNodes - stores.length - nodes.length - 3);
	const lake = stores.length > 0;
	return assembled(
		[
			{ title: layerTitles.sources, look: 'source', nodes: bundles.flatMap((bundle) => bundle.nodes) },
			{ title: layerTitles.transfer, look: 'carrier', nodes },
			{ title: layerTitles.storage, look: 'store', nodes: lake ? [...stores, catalog] : [] },
			{ title: layerTitles.processing, look: 'use', nodes: lake ? [access, model] : [] },
		],
		[...carried(plan, bundles, stores, carrierOf), ...storeEdges(plan, stores)],
	);
}

/** Each way by what it is drawn as: itself, or one of several beyond those that there is room for. */
function carriers(ways: readonly string[]): ReadonlyMap<string, string> {
	const names = [...new Set(ways)];
	const shown = names.length <= mostCarriers ? names.length : mostCarriers - 1;
	return new Map(names.map((name, index) => [name, index < shown ? name : 'several services']));
}

interface Load {
	readonly from: string;
	readonly to: string;
	readonly history: PlannedSource[];
	readonly changes: PlannedSource[];
}

/** From each source to its carriers, and from each carrier to its stores; what takes the same edge is summed. */
function carried(
	plan: Plan,
	bundles: readonly DrawnBundle[],
	stores: readonly StoreNode[],
	carrierOf: ReadonlyMap<string, string>,
): readonly LaneEdge[] {
	const keyOf = new Map(stores.flatMap(({ key, stores: ids }) => ids.map((id) => [id, key])));
	const loads = new Map<string, Load>();
	for (const { nodes, ways } of bundles) {
		for (const { key, sources } of nodes) {
			for (const { via, to, carries } of ways) {
				const carrier = `carrier ${carrierOf.get(via.join(' → ')) ?? 'several services'}`;
				for (const [from, end] of [
					[key, carrier],
					[carrier, keyOf.get(to) ?? ''],
				] as const) {
					const load = loads.get(`${from}\n${end}`) ?? { from, to: end, history: [], changes: [] };
					if (carries !== 'changes') load.history.push(...sources);
					if (carries !== 'history') load.changes.push(...sources);
					loads.set(`${from}\n${end}`, load);
				}
			}
		}
	}
	return [...loads.values()].map(({ from, to, history, changes }) => {
		const volume = amountOf(plan, [...new Set(history)], [...new Set(changes)]);
		return { from, to, via: [], ...(volume === undefined ? {} : { volume }) };
	});
}
