import type { FlowSum } from '../../advice/streamed/flow-sums.ts';
import type { Catalog } from '../../catalog/record.ts';
import type { Estate } from '../../estate/estate.ts';
import { clean } from '../../facts/clean.ts';
import { planEstimate } from '../../plan/estimate.ts';
import { heading, textWidth, wrap } from '../wrap.ts';
import { counted, estimateText } from '../written.ts';
import type { Routes } from './routes.ts';
import { sumOf } from './routes-text.ts';

/** Flows of a place that are told one by one. */
const most = 12;

const carried: Readonly<Record<FlowSum['carries'], string>> = {
	history: 'the history',
	changes: 'what is new',
	both: 'the history and what is new',
};

/** Routes as text for people: what all come to, then place by place the flows with the most sources. */
export function routesSummary(
	{ places, sources }: Routes,
	{ estate, catalog, columns }: { readonly estate: Estate; readonly catalog: Catalog; readonly columns: number },
): string {
	const width = textWidth(columns);
	const title = (id: string): string => catalog.services[id]?.title ?? id;
	const placeTitle = new Map(estate.places.map((place) => [place.id, place.title]));
	// Amounts of dollars are written as they are: what was answered about the currency is not asked here.
	const amounts = (estimate: FlowSum['estimate']): string => estimateText(planEstimate(estimate), { workload: {} });
	const without = places.reduce((sum, place) => sum + place.without.length + place.leftOut.length, 0);
	const lines = [
		...wrap(`${counted(sources, 'source')}, of which ${without} have no route: ${amounts(sumOf(places))}.`, { width }),
		...wrap(
			'Of an estate of this size lines, routes and amounts are planned, and why for the largest source of each flow. Jobs, controls, findings and waves are planned for a part of it that fits into one document.',
			{ width },
		),
		...places.flatMap(({ id, line, estimate, flows }) => [
			...heading(`From ${placeTitle.get(id) ?? id}`),
			...(line ? wrap(`Line: ${title(line.service)}; ${amounts(estimate)}`, { width }) : []),
			...flows
				.toSorted((a, b) => b.count - a.count)
				.slice(0, most)
				.flatMap((flow) => {
					const route = flow.route.map(({ service }) => title(service)).join(' > ');
					const says = `${counted(flow.count, 'source')} by ${route}, ${carried[flow.carries]}: ${amounts(flow.estimate)}`;
					return wrap(says, { width, rest: '  ' });
				}),
			...(flows.length > most ? [`And ${counted(flows.length - most, 'more flow')}.`] : []),
		]),
	];
	return `${lines.map(clean).join('\n')}\n`;
}
