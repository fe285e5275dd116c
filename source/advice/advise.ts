import type { Advice } from './advice.ts';
import { adviseFlow } from './explaining/advise-flow.ts';
import { assumptionsOf } from './explaining/assumptions.ts';
import { decidedByOf } from './explaining/decided-by.ts';
import { adviseControls, advisePreparations } from './explaining/findings.ts';
import { type Given, type Ground, layGround } from './ground/ground.ts';
import { once } from './ground/once.ts';
import { choicesOf } from './routing/forced.ts';
import { lineOf } from './routing/lines.ts';
import { type PlannedPlace, planPlaces } from './routing/plan-places.ts';
import type { Way } from './routing/ranking.ts';
import { unservedOf } from './routing/unserved.ts';
import { adviseStrategy } from './strategy/strategy.ts';
import { stagedFlows } from './tipping/scene.ts';

/**
What the rules say about the estate under the answers given: a line for each place, a route for each source that is wanted,
why it and why not another, what would change it, controls, preparations, and what was assumed. Pure: the order of sources,
places and answers says nothing, and the same input gives the same advice.
*/
export function advise(given: Given): Advice {
	const ground = layGround(given);
	const advice = adviseOn(ground);
	laid.set(advice, ground);
	return advice;
}

/** The ground that advice was given on, for as long as somebody holds the advice. */
const laid = new WeakMap<Advice, Ground>();

/** The ground of these documents: that of the advice if it was given on them, else a new one. */
export function groundOf(given: Given, advice: Advice): Ground {
	const ground = laid.get(advice);
	const same = (Object.keys(given) as (keyof Given)[]).every((key) => !ground || ground.given[key] === given[key]);
	return ground && same ? ground : layGround(given);
}

function adviseOn(ground: Ground): Advice {
	const { given } = ground;
	const choices = choicesOf(given);
	const places = planPlaces(ground, choices);
	const explained = stagedFlows(ground, places, choices).map(([flow, scene]) => adviseFlow(ground, flow, scene));
	const planned = places.flatMap(({ rows }) => [...rows]).sort((a, b) => a - b);
	const assumptions = once(() => assumptionsOf(ground, places));
	const decidedBy = once(() => decidedByOf(ground, places));
	const { region, asOf } = ground.footing.prices;
	return {
		asOf: given.today,
		strategy: adviseStrategy(
			ground,
			places,
			once(() => explained.flatMap(({ turns }) => turns())),
		),
		paths: places.map((place) => lineOf(ground, place)),
		flows: explained.map(({ flow }) => flow),
		unserved: places.flatMap((place) => unservedOf(ground, place, choices)),
		controls: adviseControls(ground, planned),
		preparations: advisePreparations(ground, keptOf(ground, places)),
		get assumptions() {
			return assumptions();
		},
		get decidedBy() {
			return decidedBy();
		},
		pricesOf: { region, asOf },
	};
}

/** Rows of the sources of which something is kept that work can go over; what is asked in place is prepared only where it lies as objects. */
function keptOf({ sources }: Ground, places: readonly PlannedPlace[]): readonly number[] {
	const found: number[] = [];
	const keeps = new Map<Way, 'all' | 'objects' | 'nothing'>();
	for (const { rows, plan } of places) {
		for (let index = 0; index < rows.length; index++) {
			const way = plan.ways[index];
			if (!way) continue;
			const row = rows[index] as number;
			const kept = keeps.get(way) ?? keptBy(way);
			keeps.set(way, kept);
			if (kept === 'all' || (kept === 'objects' && sources[row]?.family === 'object')) found.push(row);
		}
	}
	return found.sort((a, b) => a - b);
}

function keptBy({ carriers }: Way): 'all' | 'objects' | 'nothing' {
	const kept = carriers.map(({ entry }) => entry.route.blueprint).filter(({ keeps }) => keeps);
	if (kept.some(({ access }) => access !== 'in place')) return 'all';
	return kept.length > 0 ? 'objects' : 'nothing';
}
