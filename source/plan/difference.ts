import type { Finding, Plan } from './plan.ts';

export { differenceText } from './difference-text.ts';

/** Before and after; absent: there was none. */
interface Turn<T> {
	readonly before?: T;
	readonly after?: T;
}

export interface RouteChange extends Turn<readonly string[]> {
	/** Source ids that change alike. */
	readonly sources: readonly string[];
}

type Told = Pick<Finding, 'id' | 'severity' | 'title'>;

/** What two plans do differently. `after` is what the second plan says. */
export interface PlanDifference {
	/** Source ids. */
	readonly added: readonly string[];
	readonly removed: readonly string[];
	readonly strategy?: Turn<string>;
	/** Routes as service ids in order of travel, each flow of a source one text: `dms`, `site-to-site-vpn > dms`. */
	readonly routes: readonly RouteChange[];
	readonly paths: readonly (Turn<string> & { readonly place: string })[];
	/** Only what differs: dollars without work, hours of work. */
	readonly costs: Readonly<Partial<Record<'oneOff' | 'monthly' | 'workOnce' | 'workMonthly', Required<Turn<number>>>>>;
	readonly findings: { readonly added: readonly Told[]; readonly gone: readonly Told[] };
	/** Question ids. */
	readonly questions: { readonly added: readonly string[]; readonly gone: readonly string[] };
	/** Names of all parts of the plan that differ in any way, what is told above among them: `flows`, `jobs`, `steps`, … */
	readonly parts: readonly string[];
	/** Titles of every id named here. */
	readonly names: Readonly<Record<string, string>>;
}

/** Parts that say when, by what and from what a plan was made, and nothing about what it does. */
const origin: ReadonlySet<string> = new Set(['version', 'asOf', 'madeBy', 'madeFrom', 'names']);

/** What the second plan does otherwise than the first, compared whole. When and by what they were made counts for nothing. */
export function difference(before: Plan, after: Plan): PlanDifference {
	const [old, now] = [routesOf(before), routesOf(after)];
	const stayed = [...now.keys()].filter((id) => old.has(id));
	const ids = (plan: Plan) => plan.questions.map(({ id }) => id);
	const { id: strategy } = before.strategy;
	return {
		added: without([...now.keys()], [...old.keys()]),
		removed: without([...old.keys()], [...now.keys()]),
		...(strategy !== after.strategy.id && { strategy: { before: strategy, after: after.strategy.id } }),
		routes: changedRoutes(stayed, old, now),
		paths: changedPaths(before, after),
		costs: changedCosts(before, after),
		findings: { added: newFindings(after, before), gone: newFindings(before, after) },
		questions: { added: without(ids(after), ids(before)), gone: without(ids(before), ids(after)) },
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

function changedRoutes(stayed: readonly string[], old: Routes, now: Routes): readonly RouteChange[] {
	const changed = stayed.filter((id) => String(old.get(id)) !== String(now.get(id)));
	const groups = Object.groupBy(changed, (id) => JSON.stringify([old.get(id), now.get(id)]));
	return Object.values(groups).flatMap((sources) => {
		const [first] = sources ?? [];
		if (!sources || first === undefined) return [];
		return [{ sources, before: old.get(first) ?? [], after: now.get(first) ?? [] }];
	});
}

function changedPaths(before: Plan, after: Plan): PlanDifference['paths'] {
	const path = (plan: Plan) => new Map(plan.places.map(({ id, path: line }) => [id, line]));
	const [old, now] = [path(before), path(after)];
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

/** Findings of one plan that the other does not have, a graver one among them. */
function newFindings(plan: Plan, other: Plan): readonly Told[] {
	const known = new Set(other.findings.map(({ id, severity }) => `${id} ${severity}`));
	return plan.findings
		.filter(({ id, severity }) => !known.has(`${id} ${severity}`))
		.map(({ id, severity, title }) => ({ id, severity, title }));
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
