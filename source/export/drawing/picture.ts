/** How a node is coloured: where data comes from, what carries it, where it lies, who uses it, what guards it, what is wrong. */
export type Look = 'source' | 'carrier' | 'store' | 'use' | 'guard' | 'alarm';

interface LaneNode {
	/** `N0`, `N1`, …: ours, never a name from outside. */
	readonly id: string;
	/** As it stands in the plan; each output language encodes it. */
	readonly title: string;
	readonly look: Look;
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
	/** Ids of the sources whose data goes this way; absent where it comes from a store. */
	readonly sources?: readonly string[];
	/** It says what something is about, and carries no data. */
	readonly about?: true;
}

/** What a diagram draws: at most 60 nodes and fewer than 500 edges, whatever the plan holds. */
export interface Picture {
	readonly lanes: readonly Lane[];
	readonly edges: readonly LaneEdge[];
}

/** A node before it has an id; edges name it by its key. */
export interface Drawn {
	readonly key: string;
	readonly title: string;
	readonly look?: Look;
}

/** Readers give up on more, and so does Mermaid's layout. */
export const mostNodes = 60;
/** Mermaid draws at most 500, and hosts do not raise it. */
const mostEdges = 499;

/** What stands on an edge: `AWS Site-to-Site VPN → AWS DataSync · 2 TB`. */
export const edgeLabel = ({ via, volume }: Pick<LaneEdge, 'via' | 'volume'>): string =>
	[via.join(' → '), volume].filter((part) => part !== undefined && part !== '').join(' · ');

/** Lanes and edges with ids of ours. Empty lanes, and edges whose ends are not drawn, are left out. */
export function assembled(
	lanes: readonly { readonly title: string; readonly look: Look; readonly nodes: readonly Drawn[] }[],
	edges: readonly LaneEdge[],
): Picture {
	const layers = lanes.filter(({ nodes }) => nodes.length > 0);
	const ids = new Map(layers.flatMap(({ nodes }) => nodes).map(({ key }, index) => [key, `N${index}`]));
	return {
		lanes: layers.map(({ title, look, nodes }, index) => ({
			id: `G${index}`,
			title,
			nodes: nodes.map((node) => ({ id: ids.get(node.key) ?? '', title: node.title, look: node.look ?? look })),
		})),
		edges: thinned(edges).flatMap((edge) => {
			const [from, to] = [ids.get(edge.from), ids.get(edge.to)];
			return from === undefined || to === undefined ? [] : [{ ...edge, from, to }];
		}),
	};
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

/** `a, b`, or `a, b and 3 more`. */
export const some = (titles: readonly string[], most = 2): string =>
	titles.length <= most ? titles.join(', ') : `${titles.slice(0, most).join(', ')} and ${titles.length - most} more`;
