import type { Plan } from '../plan/plan.ts';
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
		const { id, title, kind, family, place, account, region, decidedBy, estimate } = source;
		const own = flows.get(id) ?? [];
		const change = number(decidedBy.change?.value);
		return [
			...[id, title, kind, family, titleOf(plan, place), account, region],
			text(decidedBy.sensitivity?.value),
			number(decidedBy.volume?.value),
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
		plan.grants.flatMap(({ to, actions, on, why }) =>
			actions.map((action) => [
				titleOf(plan, to),
				action,
				on === 'key' ? 'the key of the lake' : titleOf(plan, on),
				why,
			]),
		),
	);

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
