import type { Plan, PlannedSource } from '../../plan/plan.ts';
import { titleOf } from '../titles.ts';
import { plural } from './lane-sources.ts';
import { type StoreNode, storeEdges, zoneNodes } from './lane-stores.ts';
import { access, catalog, layerTitles, model } from './lanes.ts';
import { assembled, type LaneEdge, type Picture, some } from './picture.ts';

/** More groups than this are drawn by their family only. */
const mostGroups = 16;

interface SourceGroup {
	readonly key: string;
	readonly title: string;
	readonly sources: readonly PlannedSource[];
}

/** The plan from afar, as the textbook draws it: kinds of sources, the services that bring them, zones, catalogue, model. */
export function overview(plan: Plan): Picture {
	const groups = sourceGroups(plan);
	const stores = zoneNodes(plan);
	const lake = stores.length > 0;
	return assembled(
		[
			{ title: layerTitles.sources, look: 'source', nodes: groups },
			{ title: layerTitles.storage, look: 'store', nodes: lake ? [...stores, catalog] : [] },
			{ title: layerTitles.processing, look: 'use', nodes: lake ? [access, model] : [] },
		],
		[...groupEdges(plan, groups, stores), ...storeEdges(plan, stores)],
	);
}

function sourceGroups(plan: Plan): readonly SourceGroup[] {
	const byPlace = Map.groupBy(plan.sources, ({ place, family }) => `${place}\n${family}`);
	if (byPlace.size <= mostGroups) {
		return [...byPlace].map(([key, sources]) => {
			const [first] = sources as [PlannedSource];
			const what = sources.length === 1 ? first.title : `${sources.length} ${plural(sources)}`;
			return { key: `group ${key}`, title: `${what} · ${titleOf(plan, first.place)}`, sources };
		});
	}
	return [...Map.groupBy(plan.sources, ({ family }) => family)].map(([family, sources]) => ({
		key: `group ${family}`,
		title: sources.length === 1 ? (sources[0]?.title ?? '') : `${sources.length} ${plural(sources)}`,
		sources,
	}));
}

/** One edge from a group to each zone, with the services that bring its sources there. */
function groupEdges(plan: Plan, groups: readonly SourceGroup[], stores: readonly StoreNode[]): readonly LaneEdge[] {
	const groupOf = new Map(groups.flatMap(({ key, sources }) => sources.map(({ id }) => [id, key])));
	const storeOf = new Map(stores.flatMap(({ key, stores: ids }) => ids.map((id) => [id, key])));
	const edges = new Map<string, { from: string; to: string; via: Set<string> }>();
	for (const { sources, services, to } of plan.flows) {
		// The line of a place stands in the network diagram.
		const mover = titleOf(plan, services.at(-1) ?? '');
		for (const from of new Set(sources.map((id) => groupOf.get(id) ?? ''))) {
			const end = storeOf.get(to) ?? '';
			const edge = edges.get(`${from}\n${end}`) ?? { from, to: end, via: new Set<string>() };
			edge.via.add(mover);
			edges.set(`${from}\n${end}`, edge);
		}
	}
	return [...edges.values()].map(({ from, to, via }) => ({ from, to, via: [some([...via])] }));
}
