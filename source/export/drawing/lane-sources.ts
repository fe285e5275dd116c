import { roundedAmount } from '../../facts/amount-text.ts';
import { knownOf } from '../../plan/decided-by.ts';
import type { Flow, Plan, PlannedSource } from '../../plan/plan.ts';

/** One way out of a source: what carries it where. */
interface Way {
	readonly via: readonly string[];
	/** Id of a store. */
	readonly to: string;
	readonly carries: Flow['carries'];
}

/** Sources that take the same ways. */
export interface Bundle {
	readonly ways: readonly Way[];
	readonly sources: readonly PlannedSource[];
}

/** A source, or several folded into one node, as they are drawn. */
interface SourceNode {
	readonly key: string;
	readonly title: string;
	readonly sources: readonly PlannedSource[];
}

export interface DrawnBundle extends Bundle {
	readonly nodes: readonly SourceNode[];
}

/** The sources of a plan by the ways they take, in the plan's order. `via` are titles. */
export function bundlesOf(plan: Plan): readonly Bundle[] {
	const waysOf = new Map<string, Way[]>();
	for (const flow of plan.flows) {
		const via = flow.services.map((service) => plan.names[service] ?? service);
		for (const source of flow.sources) {
			const ways = waysOf.get(source) ?? [];
			waysOf.set(source, [...ways, { via, to: flow.to, carries: flow.carries }]);
		}
	}
	const bundles = new Map<string, { readonly ways: readonly Way[]; readonly sources: PlannedSource[] }>();
	for (const source of plan.sources) {
		const ways = waysOf.get(source.id) ?? [];
		const key = JSON.stringify(ways);
		const bundle = bundles.get(key) ?? { ways, sources: [] };
		bundle.sources.push(source);
		bundles.set(key, bundle);
	}
	return [...bundles.values()];
}

/**
At most `most` nodes for all bundles together. While there is room every source is a node of its own; beyond, each bundle
shows as many as all can, and the rest of it is one node ("17 more tables"). Bundles beyond `most` become a single node.
*/
export function foldBundles(bundles: readonly Bundle[], most: number): readonly DrawnBundle[] {
	const kept = bundles.length <= most ? bundles : [...bundles.slice(0, most - 1), joined(bundles.slice(most - 1))];
	const nodesWith = (limit: number) => kept.reduce((sum, { sources }) => sum + Math.min(sources.length, limit), 0);
	let limit = Math.max(1, ...kept.map(({ sources }) => sources.length));
	while (limit > 1 && nodesWith(limit) > most) limit -= 1;
	return kept.map((bundle) => ({ ...bundle, nodes: nodesOf(bundle, limit) }));
}

/** Bundles as one: their ways are no longer told apart, only where they lead. */
function joined(bundles: readonly Bundle[]): Bundle {
	const ways = new Map<string, Way>();
	for (const { to, carries } of bundles.flatMap(({ ways }) => ways)) {
		const before = ways.get(to);
		ways.set(to, { via: ['several services'], to, carries: before && before.carries !== carries ? 'both' : carries });
	}
	return { ways: [...ways.values()], sources: bundles.flatMap(({ sources }) => sources) };
}

function nodesOf({ sources, ways }: Bundle, limit: number): readonly SourceNode[] {
	const shown = sources.length <= limit ? sources : sources.slice(0, limit - 1);
	const rest = sources.slice(shown.length);
	const single = shown.map((source) => ({
		key: `source ${source.id}`,
		title: ways.length === 0 ? `${source.title} (no route)` : source.title,
		sources: [source],
	}));
	const [first] = rest;
	if (!first) return single;
	const title = `${rest.length}${shown.length > 0 ? ' more' : ''} ${plural(rest)}`;
	return [...single, { key: `more ${first.id}`, title, sources: rest }];
}

/** What several sources of a family are called; a family that is not listed is called "sources". */
const plurals: Readonly<Record<string, string>> = {
	object: 'buckets',
	file: 'file shares',
	block: 'volumes',
	relational: 'databases',
	'key-value': 'tables',
	document: 'document stores',
	graph: 'graphs',
	'time-series': 'time series',
	search: 'indexes',
	warehouse: 'warehouses',
	stream: 'streams',
	log: 'log groups',
	metric: 'metrics',
	device: 'devices',
	saas: 'applications',
};

/** What these sources are called together: `tables`, or `sources` where they are of several families. */
export function plural(sources: readonly PlannedSource[]): string {
	const families = new Set(sources.map(({ family }) => family));
	const [family = ''] = families;
	return (families.size === 1 && Object.hasOwn(plurals, family) ? plurals[family] : undefined) ?? 'sources';
}

/** How much goes this way: the history, the rate of changes, or both. Undefined where nobody knows any of it. */
export const volumeOf = (plan: Plan, sources: readonly PlannedSource[], carries: Flow['carries']): string | undefined =>
	amountOf(plan, carries === 'changes' ? [] : sources, carries === 'history' ? [] : sources);

/** The same of sources whose history goes this way, and of sources whose changes do. */
export function amountOf(
	plan: Plan,
	history: readonly PlannedSource[],
	changes: readonly PlannedSource[],
): string | undefined {
	const [bytes, rate] = [total(plan, history, 'volume', 'bytes'), total(plan, changes, 'change', 'bytes-per-second')];
	return bytes !== undefined && rate !== undefined ? `${bytes}, then ${rate}` : (bytes ?? rate);
}

function total(
	plan: Plan,
	sources: readonly PlannedSource[],
	fact: 'volume' | 'change',
	unit: 'bytes' | 'bytes-per-second',
): string | undefined {
	const known = sources
		.map((source) => knownOf(plan, source, fact)?.value)
		.filter((value) => typeof value === 'number');
	if (known.length === 0) return undefined;
	const amount = roundedAmount(
		unit,
		known.reduce((sum, value) => sum + value, 0),
	);
	return known.length < sources.length ? `at least ${amount}` : amount;
}
