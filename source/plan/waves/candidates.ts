import type { AdvisedFlow } from '../../advice/advice.ts';
import type { Materials } from '../materials.ts';
import { type Burden, burdens } from './burden.ts';
import { type Objective, objectiveOf } from './objective.ts';
import { type Worth, worthOf } from './worth.ts';

/** A source that has a route, with what it adds and what it takes. */
export interface Candidate extends Worth, Burden {
	readonly id: string;
	readonly place: string;
	/** Something of it is kept that models train on. */
	readonly trains: boolean;
	/** It runs over the line that is planned for its place. */
	readonly overLine: boolean;
	/** Points for each dollar of what it takes: the order of sources. */
	readonly rank: number;
}

/** Every source that has a route, the one worth most for what it takes first. */
export function candidatesOf(materials: Materials): {
	readonly candidates: readonly Candidate[];
	readonly objective: Objective;
} {
	const { advice, catalog, sources, known } = materials;
	const objective = objectiveOf(materials);
	const burdenOf = burdens(materials);
	const estimates = materials.estimates();
	const ways = new Map<string, { stale: boolean; kept: boolean; overLine: boolean }>();
	const isPath = ({ winner }: AdvisedFlow) =>
		winner.route.some(({ service }) => catalog.services[service]?.slot === 'path');
	for (const flow of advice.flows) {
		const kept = catalog.strategies[flow.winner.strategy]?.keeps !== false;
		const [stale, overLine] = [flow.winner.stale > 0, isPath(flow)];
		for (const id of flow.sources) {
			const way = ways.get(id);
			if (!way) ways.set(id, { stale, kept, overLine });
			else {
				way.stale ||= stale;
				way.kept ||= kept;
				way.overLine ||= overLine;
			}
		}
	}
	const candidates = [...ways].flatMap(([id, { stale, kept, overLine }]): readonly Candidate[] => {
		const source = sources.get(id);
		if (!source) return [];
		const { adds, points, why } = worthOf(source, objective, stale, materials);
		const { time, weight, once, monthly } = burdenOf(estimates.get(id) ?? {});
		const trains = kept && (known(source, 'use')?.value ?? 'training') === 'training';
		const { place } = source;
		return [{ adds, points, why, time, weight, once, monthly, id, place, trains, overLine, rank: points / weight }];
	});
	return { candidates: candidates.toSorted((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1)), objective };
}
