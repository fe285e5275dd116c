import type { Flow, Plan, PlannedSource } from '../../source/plan/plan.ts';
import { examplePlan } from '../peers/example-plan.ts';

/** The example with `count` tables exported by one flow beside its own sources. */
export function manySources(count: number): Plan {
	const plan = examplePlan();
	const table = plan.sources.find(({ family }) => family === 'key-value') as PlannedSource;
	const flow = plan.flows.find(({ services }) => services.includes('dynamodb-export')) as Flow;
	const tables = Array.from({ length: count }, (_, index) => ({
		...table,
		id: `${table.id}-${index}`,
		title: `shard ${index}`,
	}));
	return {
		...plan,
		sources: [...plan.sources, ...tables],
		flows: [...plan.flows, { ...flow, id: 'shards-dynamodb-export', sources: tables.map(({ id }) => id) }],
	};
}
