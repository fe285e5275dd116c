import type { Source } from '../estate/estate.ts';
import { clean } from '../facts/clean.ts';
import { rejections } from './flows.ts';
import type { Materials } from './materials.ts';
import type { Plan, PlannedSource } from './plan.ts';
import { inIdOrder } from './plan-ids.ts';
import { sentence } from './sentences.ts';
import { planKnown } from './statements.ts';
import type { Told } from './told.ts';

/** Every source that the plan serves or cannot serve, in the order of their ids. */
export function sourcesOf({ own }: Told, materials: Materials): readonly PlannedSource[] {
	const { advice, sources, title } = materials;
	const estimates = materials.estimates();
	const unserved = new Set(advice.unserved.map(({ source }) => source));
	const told = [...sources.keys()].filter((id) => estimates.has(id) || unserved.has(id));
	return inIdOrder(told).map((id) => {
		const source = sources.get(id) as Source;
		const { kind, family, place, account, region } = source;
		return {
			id,
			title: title(id),
			kind: clean(kind),
			family,
			place,
			...(account !== undefined && { account: clean(account) }),
			...(region !== undefined && { region: clean(region) }),
			strategy: advice.strategy.bySource[id] ?? advice.strategy.id,
			decidedBy: own.get(id) ?? {},
			estimate: estimates.get(id) ?? {},
		};
	});
}

/** Sources without a route, and what was tried. */
export function unservedOf(materials: Materials): Plan['unserved'] {
	return materials.advice.unserved
		.map(({ source, reasons, rejected }) => ({
			source,
			reasons: reasons.map(sentence),
			rejected: rejections(rejected, materials),
		}))
		.toSorted((a, b) => (a.source < b.source ? -1 : 1));
}

/** What was said about the workload: its own facts, and what holds for every source unless a source says otherwise. */
export function workloadOf({ vocabulary, known }: Materials): Plan['workload'] {
	return Object.fromEntries(
		Object.entries(vocabulary).flatMap(([fact, { about }]) => {
			const found = known(undefined, fact);
			const tells = found && (about === 'workload' || found.from !== 'assumed');
			return tells ? [[fact, planKnown(found)]] : [];
		}),
	);
}
