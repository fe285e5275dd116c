import { capital } from '../../facts/capital.ts';
import type { Plan, Store } from '../../plan/plan.ts';
import { type LaneEdge, some } from './picture.ts';

/** A store, or several folded into one node, as they are drawn. */
export interface StoreNode {
	readonly key: string;
	readonly title: string;
	/** Ids of the stores it stands for. */
	readonly stores: readonly string[];
}

const mostStores = 8;
const inPlace = 'in place';

/** The stores of a plan as at most nine nodes: all of them, else those read in place as one, else one for each zone. */
export function foldedStores({ stores }: Plan): readonly StoreNode[] {
	if (stores.length <= mostStores) return stores.map(single);
	const lying = stores.filter(({ kind }) => kind === inPlace);
	const own = stores.filter(({ kind }) => kind !== inPlace);
	const read = lying.length > 0 ? [group('in place', `${lying.length} stores read in place`, lying)] : [];
	if (own.length + read.length <= mostStores) return [...read, ...own.map(single)];
	const zones = [...new Set(own.map(({ zone }) => zone))].map((zone) => {
		const within = own.filter((store) => store.zone === zone);
		return group(`zone ${zone}`, `${zone}: ${within.length} stores`, within);
	});
	return [...read, ...zones];
}

/** One node for each zone, and one for all that is read in place: the picture from afar. */
export function zoneNodes({ stores }: Plan): readonly StoreNode[] {
	const groups = Map.groupBy(stores, ({ kind, zone }) => (kind === inPlace ? inPlace : zone));
	return [...groups].map(([name, within]) => {
		const [only] = within;
		if (within.length === 1 && only) return single(only);
		const title =
			name === inPlace
				? `${within.length} stores read in place`
				: `${capital(name)}: ${some(within.map((store) => store.title))}`;
		return group(`zone ${name}`, title, within);
	});
}

const single = ({ id, title }: Store): StoreNode => ({ key: `store ${id}`, title, stores: [id] });
const group = (key: string, title: string, stores: readonly Store[]): StoreNode => ({
	key,
	title,
	stores: stores.map(({ id }) => id),
});

/** Edges between stores, and from them to the catalogue, to those who read it and to the model. `from` and `to` are keys. */
export function storeEdges(plan: Plan, nodes: readonly StoreNode[]): readonly LaneEdge[] {
	if (nodes.length === 0) return [];
	const keyOf = new Map(nodes.flatMap(({ key, stores }) => stores.map((id) => [id, key])));
	const moves = new Map<string, { from: string; to: string; via: string[] }>();
	const crawled = new Set<string>();
	for (const { does, from, to, title } of plan.jobs) {
		const [start, end] = [keyOf.get(from), keyOf.get(to)];
		if (does === 'crawl' && start !== undefined) crawled.add(start);
		if (does === 'crawl' || start === undefined || end === undefined || start === end) continue;
		const move = moves.get(`${start}>${end}`) ?? { from: start, to: end, via: [] };
		if (!move.via.includes(title)) move.via.push(title);
		moves.set(`${start}>${end}`, move);
	}
	const between = [...moves.values()];
	const left = new Set(between.map(({ from }) => from));
	const online = new Set(
		plan.stores.filter(({ kind }) => kind === 'online store').map(({ id }) => keyOf.get(id) ?? ''),
	);
	const cataloged = nodes.filter(({ key }) => !online.has(key) && (crawled.has(key) || !left.has(key)));
	return [
		...between.map(({ from, to, via }) => ({ from, to, via: [some(via)] })),
		...cataloged.map(({ key }) => ({ from: key, to: 'catalog', via: ['AWS Glue'] })),
		...[...online].map((key) => ({ from: key, to: 'model', via: ['Online features'] })),
		{ from: 'catalog', to: 'access', via: [governed(plan) ? 'Lake Formation' : 'IAM'] },
		{ from: 'access', to: 'model', via: [plan.network.private ? 'SageMaker in a private VPC' : 'SageMaker'] },
	];
}

const governed = ({ controls }: Plan): boolean => controls.some(({ id }) => id === 'lake-formation');
