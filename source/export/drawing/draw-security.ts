import { capital } from '../../facts/capital.ts';
import { knownOf } from '../../plan/decided-by.ts';
import type { Finding, Plan, PlannedSource, Store } from '../../plan/plan.ts';
import { foldedStores, type StoreNode } from './lane-stores.ts';
import { access, model } from './lanes.ts';
import { assembled, type Drawn, type LaneEdge, type Picture, some } from './picture.ts';

/** What guards and what fails; more findings than this are told by their number. */
const mostAlarms = 8;
const sealed = { key: 'controls', look: 'guard' } as const;

/** What is in the data, where it lies and for how long, who reads it, which controls hold and which do not. */
export function security(plan: Plan): Picture {
	const contents = contentGroups(plan);
	const stores = foldedStores(plan);
	const alarms = failing(plan);
	const broken = new Set(plan.findings.map(({ control }) => control));
	const holding = plan.controls
		.filter(({ id }) => !broken.has(id))
		// What a regime asks for is what a reader looks for.
		.toSorted((a, b) => b.regimes.length - a.regimes.length)
		.map(({ title }) => title);
	const kept =
		holding.length === 0
			? []
			: [{ ...sealed, title: `${holding.length} control${holding.length === 1 ? '' : 's'} set: ${some(holding, 4)}` }];
	return assembled(
		[
			{ title: 'Not met, or not known', look: 'alarm', nodes: alarms },
			{ title: 'What is in the data', look: 'source', nodes: contents },
			{ title: 'Where it lies', look: 'store', nodes: stores.map((node) => ({ ...node, title: guarded(plan, node) })) },
			{ title: 'Who reads it', look: 'use', nodes: stores.length > 0 ? [...kept, access, model] : kept },
		],
		[
			...contentEdges(plan, contents, stores),
			...alarms.flatMap(({ key, about }) =>
				contents
					.filter(({ sources }) => sources.some(({ id }) => about.has(id)))
					.map((content): LaneEdge => ({ from: key, to: content.key, via: [], about: true })),
			),
			...jobEdges(plan, stores),
			...accessEdges(plan, stores),
		],
	);
}

interface Content extends Drawn {
	readonly sources: readonly PlannedSource[];
}

/** From the most to the least sensitive; what nobody has said comes first, because it may be anything. */
const ranks = ['', 'card', 'health', 'personal', 'confidential', 'internal', 'public'];

function contentGroups(plan: Plan): readonly Content[] {
	const groups = Map.groupBy(plan.sources, (source) => String(knownOf(plan, source, 'sensitivity')?.value ?? ''));
	const rank = (name: string) => (ranks.includes(name) ? ranks.indexOf(name) : ranks.length);
	return [...groups]
		.toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
		.slice(0, ranks.length + 3)
		.map(([name, sources]) => {
			const what = name === '' ? 'Nobody has said' : capital(name);
			return {
				key: `content ${name}`,
				title: `${what}: ${some(
					sources.map(({ title }) => title),
					3,
				)}`,
				sources,
			};
		});
}

const withSeverity: Readonly<Record<Finding['severity'], string>> = { high: 'High', medium: 'Medium', low: 'Low' };
const severities: readonly Finding['severity'][] = ['high', 'medium', 'low'];

/** Findings of controls, worst first, each with all sources that it is about: by itself, by their flow or by their place. */
function failing(plan: Plan): readonly (Drawn & { readonly about: ReadonlySet<string> })[] {
	const controls = new Set(plan.controls.map(({ id }) => id));
	const found = plan.findings
		.filter(({ control }) => controls.has(control))
		.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
	const behind = new Map<string, readonly string[]>([
		...plan.flows.map(({ id, sources }) => [id, sources] as const),
		...[...Map.groupBy(plan.sources, ({ place }) => place)].map(
			([place, sources]) => [place, sources.map(({ id }) => id)] as const,
		),
	]);
	const about = (findings: readonly Finding[]) =>
		new Set(findings.flatMap((finding) => finding.about.flatMap((id) => behind.get(id) ?? [id])));
	const shown = found.length <= mostAlarms ? found : found.slice(0, mostAlarms - 1);
	const rest = found.slice(shown.length);
	return [
		...shown.map((finding, index) => ({
			key: `alarm ${index}`,
			title: `${withSeverity[finding.severity]}: ${finding.title}`,
			about: about([finding]),
		})),
		...(rest.length > 0 ? [{ key: 'alarms', title: `${rest.length} more findings`, about: about(rest) }] : []),
	];
}

/** A store with what guards it: `Raw zone · encrypted · archived after 365 days`. */
function guarded(plan: Plan, { title, stores: ids }: StoreNode): string {
	const stores = plan.stores.filter(({ id }) => ids.includes(id));
	const all = (holds: (store: Store) => boolean) => stores.every(holds);
	const days = (part: 'archiveAfterDays' | 'deleteAfterDays', says: string) => {
		const [first] = stores.map((store) => store[part]);
		return first !== undefined && all((store) => store[part] === first) ? [`${says} after ${first} days`] : [];
	};
	return [
		title,
		all(({ encrypted }) => encrypted) ? 'encrypted' : 'not encrypted',
		...days('archiveAfterDays', 'archived'),
		...days('deleteAfterDays', 'deleted'),
	].join(' · ');
}

function contentEdges(plan: Plan, contents: readonly Content[], stores: readonly StoreNode[]): readonly LaneEdge[] {
	const contentOf = new Map(contents.flatMap(({ key, sources }) => sources.map(({ id }) => [id, key])));
	const storeOf = new Map(stores.flatMap(({ key, stores: ids }) => ids.map((id) => [id, key])));
	const edges = new Map<string, { from: string; to: string; sources: Set<string> }>();
	for (const { sources, to } of plan.flows) {
		for (const id of sources) {
			const [from, end] = [contentOf.get(id) ?? '', storeOf.get(to) ?? ''];
			const edge = edges.get(`${from}\n${end}`) ?? { from, to: end, sources: new Set<string>() };
			edge.sources.add(id);
			edges.set(`${from}\n${end}`, edge);
		}
	}
	return [...edges.values()].map(({ from, to, sources }) => ({
		...{ from, to },
		via: [`${sources.size} source${sources.size === 1 ? '' : 's'}`],
	}));
}

/** Only jobs that change what may be read; the others stand in the data flow. */
function jobEdges(plan: Plan, stores: readonly StoreNode[]): readonly LaneEdge[] {
	const storeOf = new Map(stores.flatMap(({ key, stores: ids }) => ids.map((id) => [id, key])));
	const edges = plan.jobs
		.filter(({ from, to }) => storeOf.get(from) !== storeOf.get(to))
		.map(({ does, from, to, title }) => ({
			from: storeOf.get(from) ?? '',
			to: storeOf.get(to) ?? '',
			via: does === 'mask' ? [title] : [],
		}));
	return [
		...new Map(
			edges.toSorted((a, b) => a.via.length - b.via.length).map((edge) => [`${edge.from}\n${edge.to}`, edge]),
		).values(),
	];
}

function accessEdges(plan: Plan, stores: readonly StoreNode[]): readonly LaneEdge[] {
	const governed = plan.controls.some(({ id }) => id === 'lake-formation');
	const left = new Set(jobEdges(plan, stores).map(({ from }) => from));
	const read = stores.filter(({ key }) => !left.has(key));
	return [
		...read.map(({ key }) => ({ from: key, to: access.key, via: [governed ? 'Lake Formation' : 'IAM'] })),
		{ from: access.key, to: model.key, via: [plan.network.private ? 'private VPC' : 'VPC'] },
		{ from: sealed.key, to: access.key, via: [], about: true },
	];
}
