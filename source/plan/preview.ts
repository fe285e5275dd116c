import { changedRoutes } from '../advice/changed-routes.ts';
import { changedFacts } from '../advice/ground/changed-answers.ts';
import { type Brief, briefOf } from './brief.ts';
import { changedPaths, newFindings } from './difference.ts';
import type { PlanDifference, RouteChange } from './difference-shape.ts';
import { changedTimes } from './difference-times.ts';
import type { Materials } from './materials.ts';
import type { Plan } from './plan.ts';
import { reasonsFor, turnedAssumptions } from './preview-facts.ts';

/** What other answers would do to a plan, and what it then comes to. */
export interface Preview {
	readonly before: Brief;
	readonly after: Brief;
	readonly difference: PlanDifference;
}

/**
What other answers would do to a plan, told from advice alone, so that it can be shown while somebody thinks: no plan is composed. Routes, lines,
strategy, amounts and times are those of the plan that would follow; the work behind the flows is taken to stay. Which quotas must be raised, and defaults that
only matter on another route, are told by that plan.
*/
export function preview(plan: Plan, before: Materials, after: Materials): Preview {
	const [was, is] = [briefOf(plan, before), briefOf(plan, after)];
	const changed = changedFacts(before.answers, after.answers);
	const routes = routesThatTurn(changed, before, after);
	const difference: PlanDifference = {
		added: [],
		removed: [],
		...(was.strategy !== is.strategy && { strategy: { before: was.strategy, after: is.strategy } }),
		routes,
		paths: changedPaths(linesOf(before), linesOf(after)),
		costs: {},
		times: changedTimes(was, is),
		facts: [],
		findings: { added: newFindings(is, was), gone: newFindings(was, is) },
		questions: { added: [], gone: [] },
		assumptions: turnedAssumptions(plan, changed, before, after),
		origins: [],
		parts: [],
		names: namesOf(plan, after, routes, is),
	};
	return { before: was, after: is, difference };
}

function routesThatTurn(facts: ReadonlySet<string>, before: Materials, after: Materials): readonly RouteChange[] {
	const changed = changedRoutes(before.advice, after.advice);
	const groups = Map.groupBy(changed, ({ before: was, after: is }) => `${was.join('|')} becomes ${is.join('|')}`);
	const because = reasonsFor(facts, before, after);
	return [...groups.values()].map((alike) => ({
		sources: alike.map(({ source }) => source),
		before: alike[0]?.before ?? [],
		after: alike[0]?.after ?? [],
		because: because(alike.map(({ source }) => source)),
	}));
}

const linesOf = ({ advice }: Materials) => new Map(advice.paths.map(({ place, service }) => [place, service]));

/** Titles of what the plan does not name yet. */
function namesOf(plan: Plan, { title }: Materials, routes: readonly RouteChange[], { strategy }: Brief): Plan['names'] {
	const ids = [
		...routes.flatMap(({ sources, after = [] }) => [...sources, ...after.flatMap((text) => text.split(' > '))]),
		...plan.places.map(({ id }) => id),
		strategy,
	];
	const missing = ids.filter((id) => plan.names[id] === undefined);
	return missing.length === 0
		? plan.names
		: { ...plan.names, ...Object.fromEntries(missing.map((id) => [id, title(id)])) };
}
