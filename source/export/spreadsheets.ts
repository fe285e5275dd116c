import { knownOf } from '../plan/decided-by.ts';
import type { Plan, PlannedGrant } from '../plan/plan.ts';
import type { Exporter } from './exporter.ts';
import { csvTable } from './languages/csv.ts';
import { routeOf, titleOf } from './titles.ts';

const day = 86_400;

/** Every source with its route, one a row; amounts in bytes and dollars, so that they can be summed. */
export function inventory(plan: Plan): string {
	const flows = new Map<string, Plan['flows'][number][]>();
	for (const flow of plan.flows) {
		for (const id of flow.sources) flows.set(id, [...(flows.get(id) ?? []), flow]);
	}
	const number = (value: unknown) => (typeof value === 'number' ? value : undefined);
	const text = (value: unknown) => (value === undefined ? undefined : String(value));
	const rows = plan.sources.map((source) => {
		const { id, title, kind, family, place, account, region, estimate } = source;
		const own = flows.get(id) ?? [];
		const said = (fact: string) => knownOf(plan, source, fact)?.value;
		const change = number(said('change'));
		return [
			...[id, title, kind, family, titleOf(plan, place), account, region],
			text(said('sensitivity')),
			number(said('volume')),
			change === undefined ? undefined : Math.round(change * day),
			own.map(({ services }) => routeOf(plan, services)).join('; ') || 'no route',
			[...new Set(own.map(({ to }) => titleOf(plan, to)))].join('; '),
			own.map(({ cadence }) => cadence).join('; '),
			...[estimate.lead, estimate.complete, estimate.freshness, estimate.once, estimate.monthly],
		];
	});
	return csvTable(inventoryHead, rows);
}

const inventoryHead = [
	...['id', 'title', 'kind', 'family', 'place', 'account', 'region', 'sensitivity', 'bytes', 'bytes a day', 'route'],
	...['into', 'cadence', 'lead seconds', 'history seconds', 'age seconds', 'dollars once', 'dollars a month'],
];

/** Every line of the estimate, and what could not be priced. */
export function costSheet(plan: Plan): string {
	const { lines, excluded, asOf, region } = plan.costs;
	const rows = lines.map((line) => [
		titleOf(plan, line.for),
		...[titleOf(plan, line.service), line.title, line.quantity, line.unit, line.dollars, line.per],
		...[line.sure, asOf, region],
	]);
	const unpriced = excluded.map(({ for: about, why }) => [
		titleOf(plan, about),
		...['', why, undefined, '', undefined, 'not priced', false, asOf, region],
	]);
	return csvTable(
		['for', 'service', 'what', 'quantity', 'unit', 'dollars', 'paid', 'price confirmed', 'prices of', 'region'],
		[...rows, ...unpriced],
	);
}

/** Who may do what on what, and why: what the CDK app grants, for whoever has to agree to it. */
export const permissions = (plan: Plan): string =>
	csvTable(
		['who', 'action', 'on', 'why'],
		plan.grants.flatMap((grant) =>
			grantedOn(grant, plan).flatMap((on) =>
				grant.actions.map((action) => [titleOf(plan, grant.to), action, on, grant.why]),
			),
		),
	);

/** Titles of what a grant is about: one by one where it is about all the sources of a flow. */
function grantedOn({ to, on }: PlannedGrant, plan: Plan): readonly string[] {
	if (on === 'key') return ['the key of the lake'];
	const inPlace = plan.stores.some(({ id, kind }) => id === on && kind === 'in place');
	const read = plan.flows.filter((flow) => (on === 'sources' ? flow.id === to : inPlace && flow.to === on));
	const named = read.length > 0 ? [...new Set(read.flatMap(({ sources }) => sources))].toSorted() : [on];
	return named.map((id) => titleOf(plan, id));
}

/** Inventory, costs and permissions as CSV. */
export const spreadsheetsExporter: Exporter = {
	title: 'Inventory, costs and permissions (CSV)',
	files: (plan) =>
		new Map([
			['inventory.csv', inventory(plan)],
			['costs.csv', costSheet(plan)],
			['permissions.csv', permissions(plan)],
		]),
};
