import { reduce } from '../../app/session/reduce.ts';
import type { Session, SessionAction } from '../../app/session/session.ts';
import { summaryOf } from '../../app/session/sessions.ts';
import { type StageId, stageIds } from '../../app/stages.ts';
import type { Panes } from '../layout.ts';
import { formFor } from '../scope-form.ts';
import {
	derivedOf,
	documentsOf,
	freshViews,
	isEmpty,
	isWorthKeeping,
	noticed,
	type Ui,
	wishing,
	withView,
} from '../state.ts';
import { changedText } from '../telling/changed.ts';
import { reportsOf } from '../under.ts';

/** The state after something happened to its session. */
export function happen(ui: Ui, action: SessionAction): Ui {
	if (!ui.session) return ui;
	const session = reduce(ui.session, action);
	return session === ui.session ? ui : { ...ui, session };
}

/** Why a screen cannot be shown yet; undefined where it can. */
function against({ scan, ...ui }: Ui, stage: StageId): string | undefined {
	if (stageIds.indexOf(stage) <= stageIds.indexOf('discovery')) return undefined;
	const found = documentsOf({ scan, ...ui } as Ui)?.estate.sources.length ?? 0;
	if (stage !== 'sources' && scan?.running && ui.session && isEmpty(ui.session.estate)) {
		return 'Discovery still runs; plan when it is done, or stop it with x.';
	}
	return found > 0 ? undefined : 'No source has been found yet.';
}

/** Goes to a screen, and does what its arrival asks for. */
export function goTo(ui: Ui, stage: StageId): Ui {
	const reason = against(ui, stage);
	if (reason) return noticed(ui, reason, 'warn');
	if (stage === 'welcome') return leave(ui);
	const there = happen(stage === 'sources' ? listed(ui) : ui, { type: 'go', stage });
	return stage === 'export' ? preview(there) : there;
}

/** The list of sources without what lies over it. */
export function listed(ui: Ui): Ui {
	const { readiness: _readiness, ...sources } = ui.views.sources;
	return { ...ui, views: { ...ui.views, sources } };
}

export const goOn = (ui: Ui): Ui => goTo(ui, neighbour(ui, 1));
export const goBack = (ui: Ui): Ui => goTo(ui, neighbour(ui, -1));

function neighbour({ session }: Ui, by: 1 | -1): StageId {
	const at = stageIds.indexOf(session?.stage ?? 'welcome') + by;
	return stageIds[Math.min(Math.max(0, at), stageIds.length - 1)] ?? 'welcome';
}

/** Back to the start; the session that was open stands first among those to resume. */
function leave(ui: Ui): Ui {
	const { session, scan, sampling: _sampling, planned: _planned, heldBy, ...others } = ui;
	if (!session) return ui;
	const left = wishing({ ...others, views: freshViews }, { type: 'abandon' });
	if (!isWorthKeeping(session)) {
		// What led nowhere can be put right and tried again.
		const form = scan?.fault && !session.scope.demo ? formFor(session.scope) : undefined;
		return form ? withView(left, 'welcome', { form }) : left;
	}
	if (heldBy) return left;
	const summary = summaryOf(session);
	return { ...left, sessions: [summary, ...ui.sessions.filter(({ folder }) => folder !== summary.folder)] };
}

/** Shows a session: where it was left, or discovering if it has no estate yet. */
export function opened(ui: Ui, session: Session): Ui {
	const { scan: _scan, sampling: _sampling, planned: _planned, ...others } = ui;
	const shown = { ...others, session, views: freshViews };
	if (!isEmpty(session.estate)) {
		const stage = session.stage === 'welcome' ? 'discovery' : session.stage;
		return goTo(shown, stage);
	}
	const there = happen(shown, { type: 'go', stage: 'discovery' });
	return wishing(there, { type: 'discover', scope: session.scope });
}

/** Lists what an export into the named folder would write. */
export function preview(ui: Ui): Ui {
	const plan = derivedOf(ui)?.plan;
	const folder = ui.views.export.folder.text.trim();
	if (!plan || folder === '') return ui;
	const view = { folder: ui.views.export.folder, busy: true, scroll: 0 };
	return wishing({ ...ui, views: { ...ui.views, export: view } }, { type: 'export', plan, folder, dryRun: true });
}

/** Undo and redo, each with the word of what came back. */
export function turnBack(ui: Ui, type: 'undo' | 'redo'): Ui {
	const after = happen(ui, { type });
	if (after === ui) return ui;
	const { draft: _draft, ...questions } = after.views.questions;
	const answered = { ...after, views: { ...after.views, questions } };
	const isMeasure = after.session?.readiness !== ui.session?.readiness;
	// A report that is gone leaves the list.
	const shown = isMeasure && reportsOf(answered).length === 0 ? listed(answered) : answered;
	const what = isMeasure ? 'What was measured' : changedText(ui.session?.answers, after.session?.answers);
	return noticed(shown, type === 'undo' ? `${what}: undone. ctrl+r brings it back.` : `${what}: there again.`);
}

/** Where list and details are both in view, which of them the arrows move. */
export function besideTold(ui: Ui, { kind }: Panes, isDetails: boolean): Ui {
	if (kind === 'one') return ui;
	return noticed(
		ui,
		isDetails ? 'The arrows scroll the details; tab gives them back to the list.' : 'The arrows move in the list.',
	);
}

/** Moves a cursor in a list of so many rows. */
export function movedCursor(at: number, count: number, action: string): number {
	const page = 10;
	const moves: Readonly<Record<string, number>> = {
		up: at - 1,
		down: at + 1,
		'page up': at - page,
		'page down': at + page,
		first: 0,
		last: count - 1,
	};
	return Math.max(0, Math.min(moves[action] ?? at, count - 1));
}

interface Shown {
	readonly lines: number;
	readonly height: number;
}

/** How far a text is scrolled after a key, never beyond what there is to see. */
export function movedScroll(scroll: number, action: string, { lines, height }: Shown): number {
	const reach = Math.max(0, lines - height);
	return movedCursor(Math.min(scroll, reach), reach + 1, action);
}

/** The state with the view of its stage scrolled, never beyond what there is to see. */
export function scrolled(
	ui: Ui,
	view: 'discovery' | 'strategy' | 'cost' | 'findings' | 'export' | 'questions' | 'sources' | 'recommendations',
	action: string,
	shown: Shown,
): Ui {
	return withView(ui, view, { scroll: movedScroll(ui.views[view].scroll, action, shown) });
}
