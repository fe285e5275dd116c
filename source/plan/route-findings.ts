import { insteadOf } from '../advice/routing/gates.ts';
import { bandwidth, duration } from './amounts.ts';
import type { Arriving } from './deliveries.ts';
import { eligibilityFindings } from './eligibility.ts';
import type { Materials } from './materials.ts';
import type { Finding } from './plan.ts';
import { idOf } from './plan-ids.ts';
import { counted, sentence } from './sentences.ts';

/** What is found of lines, of what runs over them, of services that close, and of sources without a route. */
export function routeFindings(arriving: readonly Arriving[], materials: Materials): readonly Finding[] {
	return [
		...lineFindings(materials),
		...timeFindings(arriving),
		...availabilityFindings(arriving, materials),
		...eligibilityFindings(arriving, materials),
		...unservedFindings(materials),
		...residencyFindings(materials),
	];
}

/** Lines too narrow for all that runs over them together. */
function lineFindings({ advice, title }: Materials): readonly Finding[] {
	return advice.paths.flatMap(({ place, capacity, wanted }) => {
		if (capacity === undefined || wanted === undefined || !(wanted > capacity)) return [];
		return [
			{
				id: idOf(`line-${place}`),
				severity: 'high',
				control: 'line-capacity',
				title: `The line of ${title(place)} is too narrow`,
				about: [place],
				says: `Its flows need ${bandwidth(wanted)} together to be in time, and the line gives ${bandwidth(capacity)}.`,
				remedy: 'Give the history more time, carry it on disks, or order a faster line.',
			} as const,
		];
	});
}

/** Flows that come later, or stay older, than wanted although nothing better was found; those alike told at once. */
function timeFindings(deliveries: readonly Arriving[]): readonly Finding[] {
	return together([...deliveries.flatMap(lateness), ...deliveries.flatMap(staleness)]);
}

interface Trouble extends Finding {
	readonly delivery: Arriving;
}

function lateness(delivery: Arriving): readonly Trouble[] {
	const { flow } = delivery;
	const { late, estimate } = flow.winner;
	const { lead = 0, complete } = estimate;
	if (!(late > 0) || complete === undefined) return [];
	const { id } = delivery;
	const needed = lead + complete;
	return [
		{
			id: idOf(id, 'late'),
			severity: 'high',
			control: 'late',
			title: 'the history comes too late',
			delivery,
			about: [id],
			says: `The best route needs ${duration(needed)} of the ${duration(Math.max(0, needed - late))} allowed.`,
			remedy: 'Allow more time, give the line more bandwidth, or move less of the history.',
		},
	];
}

function staleness(delivery: Arriving): readonly Trouble[] {
	const { flow } = delivery;
	const { stale, estimate } = flow.winner;
	const { freshness } = estimate;
	// A copy beside a route that serves what is fresh is held to the age that training allows.
	if (!(stale > 0) || freshness === undefined || freshness <= delivery.wanted) return [];
	const { id, wanted } = delivery;
	return [
		{
			id: idOf(id, 'stale'),
			severity: 'medium',
			control: 'stale',
			title: 'the data is older than wanted',
			delivery,
			about: [id],
			says: `The best route keeps it ${duration(freshness)} old; ${duration(wanted)} is wanted.`,
			remedy: 'Accept that age, or make one of the rejected routes possible.',
		},
	];
}

function together(troubles: readonly Trouble[]): readonly Finding[] {
	return [...Map.groupBy(troubles, ({ control, says }) => `${control} ${says}`).values()].flatMap((alike) => {
		const [first] = alike;
		if (!first) return [];
		const { delivery, ...finding } = first;
		const whose = alike.length === 1 ? delivery.from : counted(alike.length, 'flow');
		return [{ ...finding, title: `${whose}: ${finding.title}`, about: alike.flatMap(({ about }) => about).toSorted() }];
	});
}

/** Services of the plan that take no new customers any more or will end. */
function availabilityFindings(deliveries: readonly Arriving[], { advice, catalog }: Materials): readonly Finding[] {
	const users = new Map<string, string[]>();
	const use = (service: string, by: string) => users.set(service, [...(users.get(service) ?? []), by]);
	const isOpen = (service: string) => (catalog.services[service]?.availability.state ?? 'open') === 'open';
	for (const delivery of deliveries) {
		for (const { service } of delivery.flow.winner.route) if (!isOpen(service)) use(service, delivery.id);
	}
	for (const { place, service } of advice.paths) if (service !== undefined) use(service, place);
	return [...users].flatMap(([service, about]): readonly Finding[] => {
		const record = catalog.services[service];
		if (!record || record.availability.state === 'open') return [];
		const { state, on } = record.availability;
		const ends = state === 'ending';
		return [
			{
				id: idOf(service, 'closed'),
				severity: ends ? 'medium' : 'high',
				control: 'closed-service',
				title: ends ? `${record.title} ends` : `${record.title} takes no new customers`,
				about: [...new Set(about)].toSorted(),
				says: ends ? `It ends on ${on}.` : `It is ${state} since ${on}; only who used it before may go on.`,
				remedy: sentence(`Check that this account may still use it${insteadOf(record.availability, catalog)}`),
			},
		];
	});
}

/** Sources for which no route was found, those for the same reason together. */
function unservedFindings({ advice, title }: Materials): readonly Finding[] {
	const byReason = Object.groupBy(
		advice.unserved,
		({ reasons }) => reasons[0] ?? 'No service of the catalogue can carry it',
	);
	return Object.entries(byReason).map(([reason, unserved = []]) => {
		const about = unserved.map(({ source }) => source).toSorted();
		const [first = ''] = about;
		return {
			id: idOf(`no route ${title(first)}`),
			severity: 'high',
			control: 'unserved',
			title: `${about.length === 1 ? title(first) : counted(about.length, 'source')}: no route was found`,
			about,
			says: sentence(reason),
			remedy: 'See what each rejected service lacks, and change one of those facts.',
		};
	});
}

/** Data that must stay somewhere while nobody has said where models train, or that would leave. */
function residencyFindings({ advice, sources, known }: Materials): readonly Finding[] {
	if (known(undefined, 'training.region') !== undefined) return [];
	const bound = advice.flows
		.flatMap((flow) => flow.sources)
		.filter((id) => {
			const stays = known(sources.get(id), 'residency')?.value;
			return typeof stays === 'string' && stays.toLowerCase() !== 'anywhere';
		});
	if (bound.length === 0) return [];
	return [
		{
			id: 'residency-open',
			severity: 'medium',
			control: 'residency',
			title: 'Data must stay in a region, and nobody has said where models train',
			about: [...new Set(bound)].toSorted(),
			says: `${counted(new Set(bound).size, 'source')} must stay in a region or area.`,
			remedy: 'Say in which region models train.',
		},
	];
}
