import type { Source } from '../estate/estate.ts';
import type { Flow } from '../plan/plan.ts';
import { beginDraft, type Draft } from './draft.ts';
import { derivedOf, documentsOf, itemOf, type Ui } from './state.ts';

interface Filtered {
	readonly filter: string;
	readonly shown: readonly Source[];
}

/** What the last filter let through, for as long as the sources are in use: a frame asks several times. */
const lastOf = new WeakMap<readonly Source[], Filtered>();

/** The sources that a filter lets through: those in which every word of it occurs. */
function filtered(sources: readonly Source[], filter: string): readonly Source[] {
	const last = lastOf.get(sources);
	if (last?.filter === filter) return last.shown;
	const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
	const shown = words.length === 0 ? sources : withWords(sources, words);
	lastOf.set(sources, { filter, shown });
	return shown;
}

function withWords(sources: readonly Source[], words: readonly string[]): readonly Source[] {
	return sources.filter(({ title, kind, family, place, region = '', account = '' }) => {
		const text = `${title} ${kind} ${family} ${place} ${region} ${account}`.toLowerCase();
		return words.every((word) => text.includes(word));
	});
}

/** The sources that the list shows. */
export const shownSources = (ui: Ui): readonly Source[] =>
	filtered(documentsOf(ui)?.estate.sources ?? [], ui.views.sources.filter.text);

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
