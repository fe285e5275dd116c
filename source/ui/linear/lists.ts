import { facts } from '../../facts/index.ts';
import { printValue } from '../../facts/quantity-text.ts';
import type { Plan } from '../../plan/plan.ts';
import { derivedOf, documentsOf, type Ui } from '../state.ts';
import { count, estimatePhrases } from '../telling/amounts.ts';
import { alternativeText, named, routeText } from '../telling/flow.ts';
import { flowUnder, isChosen, shownSources } from '../under.ts';
import { mostTold, numbered } from './numbered.ts';

/** The sources that the filter lets through, each in one line. */
export function sourceLines(ui: Ui): readonly string[] {
	const documents = documentsOf(ui);
	const know = documents && ui.planner?.know(documents);
	const { marked, filter } = ui.views.sources;
	const shown = shownSources(ui);
	const all = documents?.estate.sources.length ?? 0;
	const lines = shown.slice(0, mostTold).map((source) => {
		const said = (fact: 'volume' | 'change'): string => {
			const known = know?.(source, fact);
			return known ? printValue(facts[fact], known.value) : 'unknown';
		};
		const mark = marked.has(source.id) ? ', marked' : '';
		return `${source.title}, ${source.kind}, ${source.region ?? source.place}, volume ${said('volume')}, new ${said('change')}${mark}`;
	});
	const head = filter.text ? `${shown.length} of ${all} with "${filter.text}".` : `${count(all, 'source')}.`;
	const more = shown.length - lines.length;
	return [head, ...numbered(lines), ...(more > 0 ? [`And ${more} more; /TEXT finds them.`] : [])];
}

/** The flows of the plan, each in one line. */
export function flowLines(ui: Ui): readonly string[] {
	const plan = derivedOf(ui)?.plan;
	if (!plan) return [];
	const lines = plan.flows.slice(0, mostTold).map((flow) => {
		const [money = 'cost unknown'] = estimatePhrases(flow.estimate, plan);
		return `${flow.title}, ${money}${isChosen(ui, flow) ? ', chosen by you' : ''}`;
	});
	const unserved = plan.unserved.length > 0 ? `, ${count(plan.unserved.length, 'source')} without a route` : '';
	return [`${count(plan.flows.length, 'flow')}${unserved}.`, ...numbered(lines)];
}

/** What can be chosen instead. */
export function pickerLines(ui: Ui): readonly string[] {
	const plan = derivedOf(ui)?.plan;
	if (!plan) return [];
	const options = ui.session?.stage === 'strategy' ? strategies(plan) : routes(ui, plan);
	return numbered(['Let the program choose.', ...options]);
}

const strategies = (plan: Plan): readonly string[] =>
	plan.strategy.rejected.map(({ id, reason }) => `${named(plan, id)}: ${reason}`);

const routes = (ui: Ui, plan: Plan): readonly string[] =>
	[flowUnder(ui) ?? []]
		.flat()
		.flatMap((flow) =>
			flow.alternatives.map(
				(alternative) =>
					`${routeText(plan, alternative.services, ui.signs)}: ${alternativeText(alternative, flow, plan)}`,
			),
		);
