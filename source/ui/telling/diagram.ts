import type { DiagramRow } from '../../export/text-diagram.ts';
import type { Flow, Plan } from '../../plan/plan.ts';
import { bodyOf } from '../layout.ts';
import { paragraph, type Row, row, span } from '../rows.ts';
import { derivedOf, type Ui } from '../state.ts';
import { count, estimatePhrases } from './amounts.ts';
import { named, routeText } from './flow.ts';

type Edge = NonNullable<DiagramRow['edge']>;

/** Rows below the picture for the edge under the cursor, the line above them included. */
export const edgePanel = (rows: number): number => (rows >= 20 ? 8 : rows >= 12 ? 5 : 2);

/** The picture of a plan as it was drawn last: a key and its frame ask several times. */
const lastOf = new WeakMap<Plan, { readonly columns: number; readonly lines: readonly DiagramRow[] }>();

function linesOf(ui: Ui): readonly DiagramRow[] {
	const plan = derivedOf(ui)?.plan;
	if (!plan || !ui.planner) return [];
	const { columns } = bodyOf(ui.size);
	const last = lastOf.get(plan);
	if (last?.columns === columns) return last.lines;
	const lines = ui.planner.diagram(plan, columns);
	lastOf.set(plan, { columns, lines });
	return lines;
}

/** The edges of the picture, in the order in which they are drawn. */
export const edgesOf = (ui: Ui): readonly Edge[] => linesOf(ui).flatMap(({ edge }) => edge ?? []);

/** The edge under the cursor, counted from 0: a plan made anew may have fewer. */
export const edgeAt = (ui: Ui): number => Math.max(0, Math.min(ui.views.diagram.edge, edgesOf(ui).length - 1));

/** The picture, with the pointer at the edge under the cursor. */
export function diagramRows(ui: Ui): readonly Row[] {
	const here = edgeAt(ui);
	let at = -1;
	return linesOf(ui).map(({ text, edge }) => {
		if (edge) at += 1;
		if (edge === undefined || at !== here) return row(text);
		// The line of an edge begins with a blank, which is where the pointer stands.
		return row(span(`${ui.signs.pointer}${text.slice(1)}`, 'chosen'));
	});
}

/** What goes along the edge under the cursor: how much, by which route, and why. */
export function edgeRows(ui: Ui, columns: number): readonly Row[] {
	const plan = derivedOf(ui)?.plan;
	const edge = edgesOf(ui)[edgeAt(ui)];
	if (!plan || !edge) return [];
	const volume = edge.volume ?? (edge.sources ? 'nobody knows how much' : 'what the stores before it hold');
	const flow = flowOf(plan, edge);
	if (!flow) {
		const says = edge.via.length > 0 ? `${edge.via.join(` ${ui.signs.arrow} `)}: ${volume}` : volume;
		return [...paragraph(says, columns, '', 'strong'), ...jobRows(plan, edge, columns)];
	}
	return [
		...paragraph(
			`${volume}, by ${routeText(plan, flow.services, ui.signs)} to ${named(plan, flow.to)}`,
			columns,
			'',
			'strong',
		),
		...paragraph(
			[count(edge.sources?.length ?? 0, 'source'), flow.cadence, ...estimatePhrases(flow.estimate, plan)].join(', '),
			columns,
			'',
			'quiet',
		),
		...flow.reasons.flatMap((reason) => paragraph(reason, columns, span('+ ', 'good'))),
	];
}

/** The flow that an edge draws: it carries one of its sources by the same services. */
function flowOf(plan: Plan, { sources = [], via }: Edge): Flow | undefined {
	const of = plan.flows.filter((flow) => flow.sources.some((id) => sources.includes(id)));
	return of.find(({ services }) => services.map((id) => named(plan, id)).join() === via.join()) ?? of[0];
}

/** Why the jobs run that an edge between stores stands for. */
const jobRows = (plan: Plan, { via }: Edge, columns: number): readonly Row[] =>
	plan.jobs
		.filter(({ title }) => via.includes(title))
		.flatMap(({ because, engine }) => [
			...paragraph(because, columns, span('+ ', 'good')),
			...(engine
				? paragraph(`${named(plan, engine.id)}: ${engine.reasons.join(' ')}`, columns, span('+ ', 'good'))
				: []),
		]);
