import { capital } from '../../facts/capital.ts';
import { clean } from '../../facts/clean.ts';
import type { Flow, Plan } from '../../plan/plan.ts';
import type { Knowledge } from '../session/derive.ts';
import { jobPart } from '../summary-parts/work.ts';
import { heading, labelled, wrap } from '../wrap.ts';
import { estimateText, named, routeIn, titleIn } from '../written.ts';
import { findSource } from './find-source.ts';
import { citation, explainSource } from './source-explanation.ts';
import { changeText, saidOf, tellingChanges } from './why.ts';

/** A text to be piped and searched: wider than most terminals it is no easier to read. */
const width = 100;

/**
Why the plan is as it is: the strategy, the line of each place and the route of each flow, with every reason, alternative,
rejection (and where that is documented) and tipping point. With a source (an id or the beginning of a title) also what
decided about it and the verdict on every service that reads its family. An unknown source is a HeadwaterError.
*/
export function explanation(plan: Plan, source: string | undefined, knowledge: Knowledge): string {
	const lines = source === undefined ? explainPlan(plan) : explainOne(plan, source, knowledge);
	return `${lines.map(clean).join('\n')}\n`;
}

function explainPlan(plan: Plan): readonly string[] {
	const title = titleIn(plan);
	const { strategy } = plan;
	return [
		...wrap(`Strategy: ${title(strategy.id)}`, { width }),
		...strategy.reasons.flatMap((reason) => labelled('Why', reason, width, '  ')),
		...strategy.rejected.flatMap(({ id, reason }) => labelled('Why not', `${title(id)}: ${reason}`, width, '  ')),
		...strategy.changes.flatMap((change) => labelled('Instead if', changeText(change, plan), width, '  ')),
		...plan.places
			.filter(({ reasons, rejected }) => reasons.length + rejected.length > 0)
			.flatMap((place) => [
				...heading(place.title),
				...wrap(`Line: ${place.path === undefined ? 'none needed' : title(place.path)}`, { width }),
				...place.reasons.flatMap((reason) => labelled('Why', reason, width, '  ')),
				...rejectedLines(place, plan),
			]),
		...plan.flows.flatMap((flow) => [...subject(flow.title), ...flowLines(flow, plan)]),
		...plan.unserved.flatMap(({ source, reasons, rejected }) => [
			...heading(`${title(source)}: no route`),
			...reasons.flatMap((reason) => labelled('Why', reason, width, '  ')),
			...rejectedLines({ rejected }, plan),
		]),
	];
}

function explainOne(plan: Plan, meant: string, { vocabulary, catalog }: Knowledge): readonly string[] {
	const source = findSource(plan, meant);
	const flows = plan.flows.filter(({ sources }) => sources.includes(source.id));
	const told = new Set<string>();
	const without = plan.unserved.find((unserved) => unserved.source === source.id);
	return [
		...wrap(`${source.title} (${source.id})`, { width }),
		...wrap(`${source.kind}, ${source.family}; ${titleIn(plan)(source.place)}`, { width }),
		...flows.flatMap((flow) => [...subject(flow.title), ...flowLines(flow, plan, told)]),
		...waveLines(plan, source.id),
		...jobPart(behind(flows, plan), width),
		...findingLines(plan, new Set([source.id, ...flows.map(({ id }) => id)])),
		...(without ? heading('No route') : []),
		...(without?.reasons ?? []).flatMap((reason) => labelled('Why', reason, width, '  ')),
		...explainSource(plan, source, { vocabulary, catalog, width }),
	];
}

/** The plan with the work behind some of its flows only. */
function behind(flows: readonly Flow[], plan: Plan): Plan {
	const ids = new Set(flows.map(({ id }) => id));
	return { ...plan, jobs: plan.jobs.filter(({ after }) => after.some((id) => ids.has(id))) };
}

/** What stands against a source, or the flows that carry it, and the way out. */
function findingLines({ findings }: Plan, about: ReadonlySet<string>): readonly string[] {
	const own = findings.filter((finding) => finding.about.some((id) => about.has(id)));
	if (own.length === 0) return [];
	return [
		...heading('What was found of it'),
		...own.flatMap(({ severity, title, says, remedy }) => [
			...labelled(capital(severity), `${title}. ${says}`, width, '  '),
			...labelled('Way out', remedy, width, '  '),
		]),
	];
}

/** In which wave a source is brought, and why it is not brought before. */
function waveLines({ waves = [] }: Plan, id: string): readonly string[] {
	return waves.flatMap(({ number, title, members }) => {
		const member = members.find(({ sources }) => sources.includes(id));
		if (!member) return [];
		return [...heading(`Wave ${number} of ${waves.length}: ${title}`), ...labelled('Why', member.reason, width, '  ')];
	});
}

/** A title that holds names of sources, which capitals would change. */
const subject = (title: string): readonly string[] => ['', ...wrap(title, { width })];

/** A flow; of what `told` holds already of another flow of the same source it says nothing again. */
function flowLines(flow: Flow, plan: Plan, told = new Set<string>()): readonly string[] {
	const rejected = flow.rejected.filter(({ service, reason }) => isNew(told, `${service} ${reason}`));
	const cautions = flow.cautions.filter((caution) => isNew(told, caution));
	const title = titleIn(plan);
	return [
		...labelled('Sources', named(flow.sources.map(title), 12), width, '  '),
		...labelled('Route', `${routeIn(plan, flow.services)} > ${title(flow.to)}`, width, '  '),
		...labelled('Takes', estimateText(flow.estimate, plan), width, '  '),
		...flow.reasons.flatMap((reason) => labelled('Why', reason, width, '  ')),
		...flow.alternatives.flatMap(({ services, reason, estimate }) => {
			// The reason tells the costs where they decide.
			const { lead, complete, freshness } = estimate;
			const times = {
				...(lead && { lead }),
				...(complete && { complete }),
				...(freshness !== undefined && { freshness }),
			};
			const takes = estimateText(reason.startsWith('It costs ') ? times : estimate, plan);
			return labelled('Or', `${routeIn(plan, services)}: ${reason}${takes === '' ? '' : ` (${takes})`}`, width, '  ');
		}),
		...rejectedLines({ rejected }, plan),
		...cautions.flatMap((caution) => labelled('Careful', caution, width, '  ')),
		...labelled('Assuming', flow.assuming.map((fact) => assumed(fact, flow, plan)).join('; '), width, '  '),
		...tellingChanges(flow.changes).flatMap((change) =>
			labelled('Instead if', changeText(change, plan, flow.services), width, '  '),
		),
	];
}

function isNew(told: Set<string>, text: string): boolean {
	if (told.has(text)) return false;
	told.add(text);
	return true;
}

function rejectedLines({ rejected }: Pick<Flow, 'rejected'>, plan: Plan): readonly string[] {
	const title = titleIn(plan);
	return rejected.flatMap(({ service, reason, source }) =>
		labelled('Why not', `${saidOf([title(service)], reason)}${citation(source)}`, width, '  '),
	);
}

/** What is assumed of the sources of a flow, with the values: `Replica: no`. */
function assumed(fact: string, { sources, place }: Flow, plan: Plan): string {
	const meant = (about: readonly string[]) =>
		about.length === 0 || about.includes(place) || sources.some((id) => about.includes(id));
	const values = plan.assumptions.filter((one) => one.fact === fact && meant(one.about)).map(({ says }) => says);
	return `${titleIn(plan)(fact)}${values.length === 0 ? '' : `: ${[...new Set(values)].join(' or ')}`}`;
}
