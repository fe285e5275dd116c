import type { Catalog } from '../catalog/record.ts';
import { difference } from './difference.ts';
import type { FactChange } from './difference-facts.ts';
import type { PlanDifference } from './difference-shape.ts';
import type { Plan } from './plan.ts';
import { idOf } from './plan-ids.ts';

/** A service of the plan that took new customers when the plan was made, or was thought to. */
export interface ClosedService {
	readonly service: string;
	readonly title: string;
	readonly state: 'closed to new customers' | 'ending' | 'ended' | 'unknown';
	/** ISO date; absent where nobody knows the service any more. */
	readonly on?: string;
	/** Titles. */
	readonly instead: readonly string[];
}

/** How the world has moved away from a plan: what the same planner says of the estate of today. */
export interface Drift {
	readonly version: 1;
	/** ISO dates: when the plan was made, and today. */
	readonly since: string;
	readonly today: string;
	/** Source ids. */
	readonly added: readonly string[];
	readonly gone: readonly string[];
	/** Quantities that left the tolerance, upwards and downwards. */
	readonly grown: readonly FactChange[];
	readonly shrunk: readonly FactChange[];
	/** How sensitive the data is. */
	readonly reclassified: readonly FactChange[];
	/** Other facts that turned, and workload facts among them. */
	readonly turned: readonly FactChange[];
	/** What the plan assumed and somebody has since measured or said otherwise. */
	readonly broken: readonly FactChange[];
	readonly closed: readonly ClosedService[];
	/** The price book of the plan, when it is more than a year old. */
	readonly prices?: { readonly asOf: string; readonly days: number };
	/** Everything that a plan made today does otherwise. */
	readonly difference: PlanDifference;
	/** Whether the plan should be made again. */
	readonly drifted: boolean;
}

const year = 365;

/**
Compares a plan with the one that follows today from a newer estate. Quantities may move by `tolerance` (a share: 0.25) before
they count, since every measurement moves a little; a route, line or strategy that changes always counts.
*/
export function drift(plan: Plan, now: Plan, catalog: Catalog, tolerance: number): Drift {
	const found = difference(plan, now);
	const { added, removed: gone, facts } = found;
	const moved = facts.filter(({ factor }) => factor === undefined || outside(factor, tolerance));
	const of = (wanted: (change: FactChange) => boolean) =>
		moved.filter((change) => !change.wasAssumed && wanted(change)).toSorted(furthest);
	const quantity = ({ factor }: FactChange) => factor !== undefined;
	const sensitive = ({ fact }: FactChange) => fact === 'sensitivity';
	const days = Math.floor((Date.parse(now.asOf) - Date.parse(plan.costs.asOf)) / 86_400_000);
	const lists = {
		...{ added, gone },
		grown: of((change) => quantity(change) && (change.factor ?? 0) > 1),
		shrunk: of((change) => quantity(change) && (change.factor ?? 0) <= 1),
		reclassified: of(sensitive),
		turned: of((change) => !quantity(change) && !sensitive(change)),
		broken: moved.filter(({ wasAssumed }) => wasAssumed),
		closed: closedServices(plan, catalog),
	};
	const prices = days > year ? { asOf: plan.costs.asOf, days } : undefined;
	const drifted = Object.values(lists).some(({ length }) => length > 0) || prices !== undefined;
	return {
		version: 1,
		...{ since: plan.asOf, today: now.asOf },
		...lists,
		...(prices && { prices }),
		difference: found,
		drifted: drifted || followsOtherwise(found, tolerance),
	};
}

const outside = (factor: number, tolerance: number): boolean => factor > 1 + tolerance || factor < 1 / (1 + tolerance);

const furthest = (a: FactChange, b: FactChange): number => far(b) - far(a);
const far = ({ factor }: FactChange): number => (factor === undefined || factor === 0 ? 0 : Math.abs(Math.log(factor)));

/** Whether somebody would have to act otherwise: another way for the data, a new risk, or another bill. */
function followsOtherwise({ strategy, routes, paths, findings, costs }: PlanDifference, tolerance: number): boolean {
	const bills = [costs.oneOff, costs.monthly].some(
		(turn) => turn !== undefined && (turn.before <= 0 || outside(turn.after / turn.before, tolerance)),
	);
	return strategy !== undefined || routes.length + paths.length + findings.added.length > 0 || bills;
}

/** Services in use that the catalogue of today no longer offers to all, and about which the plan did not know it. */
function closedServices(plan: Plan, { services }: Catalog): readonly ClosedService[] {
	const used = new Set([
		...plan.flows.flatMap((flow) => flow.services),
		...plan.places.flatMap(({ path }) => path ?? []),
	]);
	const told = new Set(plan.findings.map(({ id }) => id));
	return [...used].toSorted().flatMap((service): readonly ClosedService[] => {
		const record = Object.hasOwn(services, service) ? services[service] : undefined;
		const title = plan.names[service] ?? service;
		if (!record) return [{ service, title, state: 'unknown', instead: [] }];
		const { availability } = record;
		if (availability.state === 'open' || told.has(idOf(service, 'closed'))) return [];
		const instead = availability.instead.map((id) => services[id]?.title ?? id);
		return [{ service, title, state: availability.state, on: availability.on, instead }];
	});
}
