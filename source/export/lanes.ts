import type { Plan } from '../plan/plan.ts';
import { bundlesOf, type DrawnBundle, foldBundles, volumeOf } from './lane-sources.ts';
import { foldedStores, type StoreNode, storeEdges } from './lane-stores.ts';

interface LaneNode {
	/** `N0`, `N1`, …: ours, never a name from outside. */
	readonly id: string;
	/** As it stands in the plan; each output language encodes it. */
	readonly title: string;
}

/** A layer of the picture, from where data comes to where it is used. */
export interface Lane {
	/** `G0`, `G1`, … */
	readonly id: string;
	readonly title: string;
	readonly nodes: readonly LaneNode[];
}

export interface LaneEdge {
	/** Ids of nodes. */
	readonly from: string;
	readonly to: string;
	/** Titles of what carries the data, in order of travel. */
	readonly via: readonly string[];
	/** How much: `2 TB`, `20 GB/day`, `at least 2 TB, then 20 GB/day`. Absent: unknown, or no amount of its own. */
	readonly volume?: string;
}

/** The picture that every diagram draws: at most 60 nodes and fewer than 500 edges, whatever the plan holds. */
export interface Lanes {
	readonly lanes: readonly Lane[];
	readonly edges: readonly LaneEdge[];
}

/** What stands on an edge: `AWS Site-to-Site VPN → AWS DataSync · 2 TB`. */
export const edgeLabel = ({ via, volume }: LaneEdge): string =>
	[via.join(' → '), volume].filter((part) => part !== undefined && part !== '').join(' · ');

const mostNodes = 60;
/** Mermaid draws at most 500, and hosts do not raise it. */
const mostEdges = 499;
const catalog = { key: 'catalog', title: 'Data Catalog' };
const access = { key: 'access', title: 'ML Data Access' };
const model = { key: 'model', title: 'ML Training & Inference' };

/** Sources, stores and processing of a plan as layers, with the services on the edges. */
export function lanes(plan: Plan): Lanes {
	const stores = foldedStores(plan);
	const bundles = foldBundles(bundlesOf(plan), mostNodes - stores.length - 3);
	const lake = stores.length > 0;
	const layers = [
		{ title: 'Data Sources Layer', nodes: bundles.flatMap(({ nodes }) => nodes) },
		{ title: 'Storage & Cataloging Layer', nodes: lake ? [...stores, catalog] : [] },
		{ title: 'Processing Layer', nodes: lake ? [access, model] : [] },
	].filter(({ nodes }) => nodes.length > 0);
	const ids = new Map(layers.flatMap(({ nodes }) => nodes).map(({ key }, index) => [key, `N${index}`]));
	const edges = thinned([...sourceEdges(bundles, stores), ...storeEdges(plan, stores)]);
	return {
		lanes: layers.map(({ title, nodes }, index) => ({
			id: `G${index}`,
			title,
			nodes: nodes.map((node) => ({ id: ids.get(node.key) ?? '', title: node.title })),
		})),
		edges: edges.flatMap((edge) => {
			const [from, to] = [ids.get(edge.from), ids.get(edge.to)];
			return from === undefined || to === undefined ? [] : [{ ...edge, from, to }];
		}),
	};
}

function sourceEdges(bundles: readonly DrawnBundle[], stores: readonly StoreNode[]): readonly LaneEdge[] {
	const keyOf = new Map(stores.flatMap(({ key, stores }) => stores.map((id) => [id, key])));
	return bundles.flatMap(({ nodes, ways }) =>
		nodes.flatMap(({ key, sources }) =>
			ways.map(({ via, to, carries }) => {
				const volume = volumeOf(sources, carries);
				return { from: key, to: keyOf.get(to) ?? '', via, ...(volume === undefined ? {} : { volume }) };
			}),
		),
	);
}

/** Too many edges are told by their ends only: one from each node to each other. */
function thinned(edges: readonly LaneEdge[]): readonly LaneEdge[] {
	if (edges.length <= mostEdges) return edges;
	const pairs = new Map<string, LaneEdge>();
	for (const edge of edges) {
		const pair = `${edge.from}\n${edge.to}`;
		pairs.set(pair, pairs.has(pair) ? { from: edge.from, to: edge.to, via: ['several services'] } : edge);
	}
	return [...pairs.values()];
}
