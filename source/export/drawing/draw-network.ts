import { roundedAmount } from '../../facts/amount-text.ts';
import type { Plan, PlannedPlace, PlannedSource } from '../../plan/plan.ts';
import { titleOf } from '../titles.ts';
import { plural } from './lane-sources.ts';
import { assembled, type Drawn, type LaneEdge, type Picture, some } from './picture.ts';

/** More places than this are one lane. */
const mostPlaces = 8;
const mostFamilies = 5;

const lake = { key: 'lake', look: 'store' } as const;
const training = { key: 'training', look: 'use' } as const;

/** Places and their lines, and the private network where models train with the endpoints through which it reads. */
export function network(plan: Plan): Picture {
	const places = drawnPlaces(plan);
	const { region, private: isolated, gatewayEndpoints, interfaceEndpoints } = plan.network;
	const where = region === '' ? 'a region nobody has named' : region;
	const endpoints: readonly (Drawn & { readonly says: string })[] = [
		...endpoint('gateway', 'Gateway endpoints, free', gatewayEndpoints, 'objects and tables'),
		...endpoint('interface', 'Interface endpoints', interfaceEndpoints, 'calls of services'),
	];
	const outside = isolated
		? []
		: [{ key: 'internet', title: 'Internet (not closed)', look: 'alarm' as const, says: 'packages and downloads' }];
	const stored = plan.stores.filter(({ kind }) => kind !== 'in place').map(({ title }) => title);
	return assembled(
		[
			...places.map(({ title, nodes }) => ({ title, look: 'source' as const, nodes })),
			{ title: 'Lines', look: 'carrier', nodes: lines(plan, places) },
			{
				title: `AWS ${where}`,
				look: 'store',
				nodes: [
					{
						...lake,
						title: stored.length === 0 ? 'Data read where it lies' : `Stores of the plan: ${some(stored, 3)}`,
					},
				],
			},
			{
				title: `VPC in ${where}, ${isolated ? 'without a route to the internet' : 'with a route to the internet'}`,
				look: 'carrier',
				nodes: [...endpoints, ...outside, { ...training, title: 'Jobs and training, private subnets' }],
			},
		],
		[
			...places.flatMap((place) => placeEdges(plan, place)),
			...[...endpoints, ...outside].flatMap(({ key, says }) => [
				...(key === 'internet' ? [] : [{ from: lake.key, to: key, via: [] }]),
				{ from: key, to: training.key, via: [says] },
			]),
			...(endpoints.length === 0 ? [{ from: lake.key, to: training.key, via: [] }] : []),
		],
	);
}

const endpoint = (key: string, title: string, services: readonly string[], says: string) =>
	services.length === 0 ? [] : [{ key, title: `${title}: ${some(services, 16)}`, says }];

interface DrawnPlace {
	readonly title: string;
	readonly nodes: readonly Drawn[];
	/** Absent: several places in one, or a place inside AWS. */
	readonly place?: PlannedPlace;
	readonly inAws: boolean;
	readonly regions: ReadonlySet<string>;
}

function drawnPlaces(plan: Plan): readonly DrawnPlace[] {
	const sources = Map.groupBy(plan.sources, ({ place }) => place);
	const used = plan.places.filter(({ id }) => sources.has(id));
	const own = used.length <= mostPlaces ? used : used.slice(0, mostPlaces - 1);
	const rest = used.slice(own.length);
	const drawn = own.map((place) => {
		const within = sources.get(place.id) ?? [];
		return {
			title: titleWhere(place),
			nodes: families(place.id, within),
			place,
			inAws: place.where === 'aws',
			regions: regionsOf(within),
		};
	});
	if (rest.length === 0) return drawn;
	const others = rest.flatMap(({ id }) => sources.get(id) ?? []);
	return [
		...drawn,
		{
			...{ title: `${rest.length} more places`, nodes: families('more places', others), regions: regionsOf(others) },
			inAws: rest.every(({ where }) => where === 'aws'),
		},
	];
}

const regionsOf = (sources: readonly PlannedSource[]): ReadonlySet<string> =>
	new Set(sources.flatMap(({ region }) => region ?? []));

const wheres: Readonly<Record<string, string>> = {
	'on-premises': 'on premises',
	'other-cloud': 'another cloud',
	saas: 'SaaS',
	edge: 'edge',
};

const titleWhere = ({ title, where }: PlannedPlace): string =>
	where in wheres && title.toLowerCase() !== wheres[where] ? `${title} (${wheres[where]})` : title;

/** The sources of a place by family, as few nodes. */
function families(place: string, sources: readonly PlannedSource[]): readonly Drawn[] {
	const groups = [...Map.groupBy(sources, ({ family }) => family).values()].toSorted((a, b) => b.length - a.length);
	const shown = groups.length <= mostFamilies ? groups : groups.slice(0, mostFamilies - 1);
	const rest = groups.slice(shown.length).flat();
	return [...shown, ...(rest.length > 0 ? [rest] : [])].map((group, index) => ({
		key: `${place} ${index}`,
		title: group.length === 1 ? (group[0]?.title ?? '') : `${group.length} ${plural(group)}`,
	}));
}

const lineKey = (service: string, place: string): string => `line ${service} ${place}`;

/** The line of each place: its service and what it gives. */
const lines = (plan: Plan, places: readonly DrawnPlace[]): readonly Drawn[] =>
	places.flatMap(({ place }) => {
		if (place?.path === undefined) return [];
		const { capacity } = place.settings;
		const gives = typeof capacity === 'number' ? `, ${roundedAmount('bits-per-second', capacity)}` : '';
		return [{ key: lineKey(place.path, place.id), title: `${titleOf(plan, place.path)}${gives}` }];
	});

function placeEdges(plan: Plan, { nodes, place, inAws, regions }: DrawnPlace): readonly LaneEdge[] {
	if (place?.path === undefined) {
		const far = plan.network.region !== '' && [...regions].some((region) => region !== plan.network.region);
		const via = inAws ? [far ? 'between regions' : 'within the region'] : ['no line needed'];
		return nodes.map(({ key }) => ({ from: key, to: lake.key, via }));
	}
	const line = lineKey(place.path, place.id);
	const { wanted } = place.settings;
	const needs = typeof wanted === 'number' ? [`needs ${roundedAmount('bits-per-second', wanted)}`] : [];
	return [...nodes.map(({ key }) => ({ from: key, to: line, via: [] })), { from: line, to: lake.key, via: needs }];
}
