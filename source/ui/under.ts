import { isAskable, nameOfCell } from '../app/discovering/cell-again.ts';
import type { Cell, Source } from '../estate/estate.ts';
import type { Flow } from '../plan/plan.ts';
import type { SourceReport } from '../profiling/judging/report.ts';
import { beginDraft, type Draft } from './draft.ts';
import { listed } from './listed.ts';
import { derivedOf, documentsOf, itemOf, type Ui } from './state.ts';

/** The sources that the list shows: those that the filter lets through, in the order that was asked for. */
export function shownSources(ui: Ui): readonly Source[] {
	const documents = documentsOf(ui);
	if (!documents) return [];
	const { filter, sort } = ui.views.sources;
	return listed(documents, filter.text, sort, ui.planner?.know(documents));
}

/** The reports of the sources that were chosen, in their order; those that were never read have none. */
export function reportsOf({ session, views }: Ui): readonly SourceReport[] {
	const reports = new Map(session?.readiness?.sources.map((report) => [report.source, report]));
	return (views.sources.readiness?.about ?? []).flatMap((id) => reports.get(id) ?? []);
}

/** The row of the cursor in a list; it is pinned to a thing by its id, and stands on the first row where that is gone. */
export function rowOf(list: readonly { readonly id: string }[], cursor: string | undefined): number {
	return Math.max(
		0,
		list.findIndex(({ id }) => id === cursor),
	);
}

/** The source under the cursor. */
export function sourceUnder(ui: Ui): Source | undefined {
	const shown = shownSources(ui);
	return shown[rowOf(shown, ui.views.sources.cursor)];
}

/** The flow under the cursor. */
export function flowUnder(ui: Ui): Flow | undefined {
	const flows = derivedOf(ui)?.plan.flows ?? [];
	return flows[flowRow(flows, ui.views.recommendations.cursor)];
}

/** The row of the cursor among flows: its flow, or the one that carries its source where the flow is gone. */
export function flowRow(flows: readonly Flow[], cursor: Ui['views']['recommendations']['cursor']): number {
	if (!cursor) return 0;
	const same = flows.findIndex(({ id }) => id === cursor.flow);
	return same >= 0
		? same
		: Math.max(
				0,
				flows.findIndex(({ sources }) => sources.includes(cursor.source)),
			);
}

/** Whether a person chose the route of a flow. */
export function isChosen({ session }: Ui, flow: Flow | undefined): boolean {
	const routes = session?.answers.choices.routes ?? {};
	return flow?.sources.some((source) => Object.hasOwn(routes, source)) ?? false;
}

/** The draft of the answer in view: what was begun, else what is known. */
export function draftOf(ui: Ui): Draft | undefined {
	const { session, views } = ui;
	if (session?.stage === 'sources') return views.sources.editing?.draft;
	const item = itemOf(ui);
	if (!item) return undefined;
	const begun = views.questions.draft;
	return begun?.of === item.id ? begun.draft : beginDraft(item.form, item.prefilled);
}

/** The cells that asking once more may mend, as they stand. */
export const askableCells = ({ session }: Ui): readonly Cell[] => (session?.estate.scanned ?? []).filter(isAskable);

/** The cell that would be asked again; undefined where all were read. */
export function cellUnder(ui: Ui): Cell | undefined {
	const cells = askableCells(ui);
	return cells.find((cell) => nameOfCell(cell) === ui.views.discovery.cell) ?? cells[0];
}
