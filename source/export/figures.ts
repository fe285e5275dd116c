import { moneyIn } from '../facts/money.ts';
import type { Plan } from '../plan/plan.ts';
import { amountOf } from './drawing/lane-sources.ts';

/** The figures that a reader asks for first, as title and value. */
export function figures(plan: Plan): readonly (readonly [title: string, value: string])[] {
	const { oneOff, monthly, workOnce, workMonthly, asOf } = plan.costs;
	const dollars = moneyIn(plan.workload);
	const served = plan.sources.length - plan.unserved.length;
	const ends = plan.flows.flatMap(({ estimate: { lead = 0, complete } }) =>
		complete === undefined ? [] : [lead + complete],
	);
	const last = ends.length === 0 ? undefined : ends.reduce((most, end) => Math.max(most, end));
	const high = plan.findings.filter(({ severity }) => severity === 'high').length;
	return [
		['Sources', served === plan.sources.length ? String(served) : `${served} of ${plan.sources.length} have a route`],
		['Data', amountOf(plan, plan.sources, plan.sources) ?? 'not known'],
		['A month', dollars(monthly)],
		['Once', dollars(oneOff)],
		['Work', `${Math.round(workOnce)} h once, ${Math.round(workMonthly * 10) / 10} h a month`],
		['Whole history there', last === undefined ? 'not known' : dayAfter(plan.asOf, last)],
		['Findings', `${plan.findings.length}, ${high} of them high`],
		['Open questions', String(plan.questions.length)],
		['Prices of', asOf],
	];
}

const day = 86_400;

/** The day that so many seconds reach, counted from a day. */
function dayAfter(from: string, seconds: number): string {
	const on = new Date(Date.parse(from) + Math.ceil(seconds / day) * day * 1000);
	return Number.isNaN(on.getTime()) ? 'never' : on.toISOString().slice(0, 10);
}

/** Services with how many sources they carry, the most first. */
export function routesOf(plan: Plan): readonly { readonly services: readonly string[]; readonly sources: number }[] {
	const routes = new Map<string, { services: readonly string[]; sources: Set<string> }>();
	for (const { services, sources } of plan.flows) {
		const key = JSON.stringify(services);
		const route = routes.get(key) ?? { services, sources: new Set() };
		for (const source of sources) route.sources.add(source);
		routes.set(key, route);
	}
	return [...routes.values()]
		.map(({ services, sources }) => ({ services, sources: sources.size }))
		.toSorted((a, b) => b.sources - a.sources);
}
