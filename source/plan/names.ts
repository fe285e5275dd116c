import type { Materials } from './materials.ts';
import type { Plan } from './plan.ts';

/** Titles of every id that stands in a plan, in the order of the ids: its own parts, and what it names of the catalogue. */
export function namesOf(plan: Omit<Plan, 'names'>, { title }: Materials): Plan['names'] {
	const titles = new Map<string, string>();
	for (const parts of [plan.places, plan.sources, plan.flows, plan.stores, plan.jobs, plan.controls])
		for (const part of parts) titles.set(part.id, part.title);
	for (const id of mentioned(plan)) if (!titles.has(id)) titles.set(id, title(id));
	return Object.fromEntries([...titles.keys()].toSorted().map((id) => [id, titles.get(id) as string]));
}

function mentioned(plan: Omit<Plan, 'names'>): readonly string[] {
	const changes = [...plan.flows, plan.strategy].flatMap((part) => part.changes);
	return [
		plan.strategy.id,
		...plan.strategy.rejected.map(({ id }) => id),
		...plan.sources.map(({ strategy }) => strategy),
		...plan.flows.flatMap(({ services, alternatives }) => [
			...services,
			...alternatives.flatMap((other) => other.services),
		]),
		...[...plan.places, ...plan.flows, ...plan.unserved].flatMap(({ rejected }) =>
			rejected.map(({ service }) => service),
		),
		...plan.places.flatMap(({ path }) => path ?? []),
		...changes.flatMap(({ fact, becomes }) => [fact, ...becomes]),
		...plan.jobs.flatMap(({ engine }) => (engine ? [engine.id, ...engine.rejected.map(({ id }) => id)] : [])),
		...plan.costs.lines.map(({ service }) => service),
		...plan.costs.lines.map((line) => line.for),
		// Facts give way to whatever else has their name.
		...plan.flows.flatMap(({ assuming }) => assuming),
		...plan.assumptions.map(({ fact }) => fact),
		...plan.questions.map(({ fact }) => fact),
		...Object.keys(plan.workload),
	];
}
