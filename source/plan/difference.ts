import { currencyOf } from '../facts/money.ts';
import { changedFacts, type FactChange } from './difference-facts.ts';
import type { PlanDifference, RouteChange, Told } from './difference-shape.ts';
import { changedTimes } from './difference-times.ts';
import type { Plan } from './plan.ts';

/** Parts that say when, by what and from what a plan was made, and nothing about what it does. */
const origin: ReadonlySet<string> = new Set(['version', 'asOf', 'madeBy', 'madeFrom', 'names']);

/** What the second plan does otherwise than the first, compared whole. When and by what they were made counts for nothing. */
export function difference(before: Plan, after: Plan): PlanDifference {
	const [old, now] = [routesOf(before), routesOf(after)];
	const stayed = [...now.keys()].filter((id) => old.has(id));
	const ids = (plan: Plan) => plan.questions.map(({ id }) => id);
	const assumed = (plan: Plan) => plan.assumptions.map(({ title, says }) => `${title}: ${says}`);
	const { id: strategy } = before.strategy;
	const facts = changedFacts(before, after);
	const currency = currencyOf(after.workload);
	return {
		added: without([...now.keys()], [...old.keys()]),
		removed: without([...old.keys()], [...now.keys()]),
		...(strategy !== after.strategy.id && { strategy: { before: strategy, after: after.strategy.id } }),
		routes: changedRoutes(stayed, old, now, reasonsOf(facts)),
		paths: changedPaths(pathsOf(before), pathsOf(after)),
		costs: changedCosts(before, after),
		...(currency && { currency }),
		times: changedTimes(before, after),
		facts,
		findings: { added: newFindings(after, before), gone: newFindings(before, after) },
		questions: { added: without(ids(after), ids(before)), gone: without(ids(before), ids(after)) },
		assumptions: { added: without(assumed(after), assumed(before)), gone: without(assumed(before), assumed(after)) },
		origins: origins(before, after),
		parts: changedParts(before, after),
		names: { ...before.names, ...after.names },
	};
}

/** Whether two plans do the same. */
export function isSame(found: PlanDifference): boolean {
	const { added, removed, strategy, routes, paths, costs, findings, questions, parts } = found;
	const lists = [added, removed, routes, paths, findings.added, findings.gone, questions.added, questions.gone, parts];
	return strategy === undefined && Object.keys(costs).length === 0 && lists.every(({ length }) => length === 0);
}

type Routes = ReadonlyMap<string, readonly string[]>;

/** The routes of every source, in the order of their texts; none for a source that the plan cannot serve. */
function routesOf({ sources, flows }: Plan): Routes {
	const found = new Map<string, string[]>(sources.map(({ id }) => [id, []]));
	for (const { sources: from, services } of flows) for (const id of from) found.get(id)?.push(services.join(' > '));
	return new Map([...found].map(([id, routes]) => [id, routes.toSorted()]));
}

type Reasons = (source: string) => readonly string[];

/** What turned for a source, and for the workload, which is a reason for every source. */
function reasonsOf(facts: readonly FactChange[]): Reasons {
	const told = ({ title, before, after }: FactChange) => `${title}: ${before} becomes ${after}`;
	const general = facts.filter(({ about }) => about.length === 0).map(told);
	const own = new Map<string, string[]>();
	for (const change of facts) {
		for (const id of change.about) own.set(id, [...(own.get(id) ?? []), told(change)]);
	}
	return (source) => [...(own.get(source) ?? []), ...general];
}

function changedRoutes(stayed: readonly string[], old: Routes, now: Routes, reasons: Reasons): readonly RouteChange[] {
	const changed = stayed.filter((id) => String(old.get(id)) !== String(now.get(id)));
	const groups = Map.groupBy(changed, (id) => JSON.stringify([old.get(id), now.get(id)]));
	return [...groups.values()].flatMap((sources) => {
		const [first] = sources;
		if (first === undefined) return [];
		const because = [...new Set(sources.flatMap(reasons))];
		return [{ sources, before: old.get(first) ?? [], after: now.get(first) ?? [], because }];
	});
}

/** The line of each place, undefined where it has none. */
type Paths = ReadonlyMap<string, string | undefined>;

const pathsOf = ({ places }: Plan): Paths => new Map(places.map(({ id, path }) => [id, path]));

/** Places whose line is another. */
export function changedPaths(old: Paths, now: Paths): PlanDifference['paths'] {
	return [...new Set([...old.keys(), ...now.keys()])].flatMap((place) => {
		const [was, is] = [old.get(place), now.get(place)];
		if (was === is) return [];
		return [{ place, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) }];
	});
}

function changedCosts(before: Plan, after: Plan): PlanDifference['costs'] {
	const parts = ['oneOff', 'monthly', 'workOnce', 'workMonthly'] as const;
	const changed = parts.filter((part) => before.costs[part] !== after.costs[part]);
	return Object.fromEntries(changed.map((part) => [part, { before: before.costs[part], after: after.costs[part] }]));
}

interface Found {
	readonly findings: readonly Told[];
}

/** Findings of one side that the other does not have, a graver one among them. */
export function newFindings(plan: Found, other: Found): readonly Told[] {
	const known = new Set(other.findings.map(({ id, severity }) => `${id} ${severity}`));
	return plan.findings
		.filter(({ id, severity }) => !known.has(`${id} ${severity}`))
		.map(({ id, severity, title }) => ({ id, severity, title }));
}

function origins(before: Plan, after: Plan): readonly string[] {
	const documents = [...new Set([...Object.keys(before.madeFrom), ...Object.keys(after.madeFrom)])];
	const other = documents.filter((name) => before.madeFrom[name] !== after.madeFrom[name]);
	return [...other, ...(before.costs.asOf === after.costs.asOf ? [] : ['prices'])].toSorted();
}

function changedParts(before: Plan, after: Plan): readonly string[] {
	const parts = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Plan)[];
	return parts
		.filter((part) => !origin.has(part) && JSON.stringify(before[part]) !== JSON.stringify(after[part]))
		.toSorted();
}

const without = (ids: readonly string[], others: readonly string[]): readonly string[] => {
	const known = new Set(others);
	return ids.filter((id) => !known.has(id));
};
