import { knownOf } from '../../plan/decided-by.ts';
import type { Flow, Plan, PlannedPlace, PlannedSource } from '../../plan/plan.ts';
import { changeText, rejectedTexts, tellingChanges } from '../explaining/why.ts';
import { heading, labelled, wrap } from '../wrap.ts';
import { estimateText, jointEstimate, named, routeIn, titleIn, written } from '../written.ts';

/** How many rejections, cautions and tipping points of a flow are told here; `explain` tells all. */
const shown = 2;

type Sources = ReadonlyMap<string, PlannedSource>;

/** Every flow by its place: route, time, age, cost, why and why not. */
export function routesPart(plan: Plan, width: number): readonly string[] {
	const places = plan.places.filter(({ id }) => plan.flows.some(({ place }) => place === id));
	const title = titleIn(plan);
	const sources: Sources = new Map(plan.sources.map((source) => [source.id, source]));
	return [
		...(plan.flows.length > 0
			? ['', ...wrap('The whole of why and why not: headwater explain plan.json', { width })]
			: []),
		...places.flatMap((place) => [
			...heading(`From ${place.title}`),
			...lineOf(place, plan, width),
			...alike(plan.flows.filter((flow) => flow.place === place.id)).flatMap((flows) =>
				flowLines(flows, plan, sources, width),
			),
		]),
		...(plan.unserved.length > 0 ? heading('Without a route') : []),
		...plan.unserved.flatMap(({ source, reasons, rejected }) => [
			...wrap(title(source), { width }),
			...reasons.flatMap((reason) => labelled('Why', reason, width, '  ')),
			...rejectedTexts(rejected, plan, shown).flatMap((text) => labelled('Why not', text, width, '  ')),
		]),
	];
}

function lineOf({ path, reasons, rejected, estimate }: PlannedPlace, plan: Plan, width: number): readonly string[] {
	if (path === undefined) return reasons.flatMap((reason) => wrap(reason, { width }));
	const costs = estimateText(estimate, plan);
	return [
		...wrap(`Line: ${titleIn(plan)(path)}${costs === '' ? '' : `; ${costs}`}`, { width }),
		...reasons.flatMap((reason) => labelled('Why', reason, width, '  ')),
		...rejectedTexts(rejected, plan, shown).flatMap((text) => labelled('Why not', text, width, '  ')),
	];
}

/** Flows that differ in their sources alone, told at once. */
function alike(flows: readonly Flow[]): readonly (readonly [Flow, ...Flow[]])[] {
	const key = ({ services, carries, cadence, reasons, rejected, changes }: Flow): string =>
		JSON.stringify([services, carries, cadence, reasons, rejected, changes]);
	return [...Map.groupBy(flows, key).values()].flatMap(([first, ...rest]) =>
		first ? [[first, ...rest] as const] : [],
	);
}

function flowLines(flows: readonly [Flow, ...Flow[]], plan: Plan, sources: Sources, width: number): readonly string[] {
	const title = titleIn(plan);
	const [flow] = flows;
	const [next] = flow.alternatives;
	const ids = flows.flatMap((one) => one.sources);
	const takes = jointEstimate(flows.map(({ estimate }) => estimate));
	return [
		'',
		...wrap(`${named(ids.map(title), 4)}${amounts(ids, flow.carries, plan, sources)}`, { width }),
		...labelled('Route', routeText(flows, plan), width, '  '),
		...labelled(
			'Runs',
			`${flow.cadence}, ${flow.carries === 'both' ? 'history and changes' : flow.carries}`,
			width,
			'  ',
		),
		...labelled('Takes', estimateText(takes, plan), width, '  '),
		...flow.reasons.flatMap((reason) => labelled('Why', reason, width, '  ')),
		...(next ? labelled('Next best', `${routeIn(plan, next.services)}: ${next.reason}`, width, '  ') : []),
		...rejectedTexts(flow.rejected, plan, shown).flatMap((text) => labelled('Why not', text, width, '  ')),
		...few(flow.cautions).flatMap((caution) => labelled('Careful', caution, width, '  ')),
		...tellingChanges(flow.changes)
			.slice(0, shown)
			.flatMap((change) => labelled('Instead if', changeText(change, plan, flow.services), width, '  ')),
	];
}

/** Services and the stores they end in; what is read in place ends where it is. */
function routeText(flows: readonly [Flow, ...Flow[]], plan: Plan): string {
	const kinds = new Map(plan.stores.map(({ id, kind }) => [id, kind]));
	const ends = [...new Set(flows.map(({ to }) => to))].filter((id) => kinds.get(id) !== 'in place');
	const route = routeIn(plan, flows[0].services);
	return ends.length === 0 ? route : `${route} > ${named(ends.map(titleIn(plan)), 3)}`;
}

/** As many texts as are told here, the last one saying how many more there are. */
function few(texts: readonly string[]): readonly string[] {
	return texts.length <= shown + 1 ? texts : [...texts.slice(0, shown), `${texts.length - shown} more.`];
}

/** Volume and new data of sources together, as far as a flow carries them; nothing where nobody knows. */
function amounts(ids: readonly string[], carries: Flow['carries'], plan: Plan, sources: Sources): string {
	const total = (fact: string): number | undefined => {
		const values = ids.map((id) => {
			const source = sources.get(id);
			return source && knownOf(plan, source, fact)?.value;
		});
		const known = values.filter((value) => typeof value === 'number');
		return known.length === values.length && known.length > 0
			? known.reduce((sum, value) => sum + value, 0)
			: undefined;
	};
	const [volume, change] = [total('volume'), total('change')];
	const told = [
		...(volume && carries !== 'changes' ? [written('bytes', volume)] : []),
		...(change && carries !== 'history' ? [`${written('bytes-per-second', change)} new`] : []),
	];
	return told.length === 0 ? '' : `: ${told.join(', ')}`;
}
