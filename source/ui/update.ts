import { isAskable, nameOfCell, withCellAgain } from '../app/discovering/cell-again.ts';
import type { ExportReport } from '../app/exporting/export-plan.ts';
import { nextOpen } from '../app/session/agenda.ts';
import { estateSoFar, noProgress } from '../app/session/progress.ts';
import { stageIds } from '../app/stages.ts';
import type { PlannedCell } from '../discovery/events.ts';
import type { Estate } from '../estate/estate.ts';
import { act, typeInto } from './act.ts';
import type { Event } from './event.ts';
import { type Fault, faultOf } from './fault.ts';
import { framed } from './framed.ts';
import { bindingOf, reasonAgainst } from './keymap.ts';
import type { Keystroke } from './keystrokes.ts';
import { modeOf, typingModes } from './mode.ts';
import { askingFor } from './moves/code.ts';
import { folded, notFolded } from './moves/form.ts';
import { followedTour } from './moves/tour.ts';
import { happen, opened, preview } from './moves/walk.ts';
import { ofSamples } from './of-samples.ts';
import { noticed, type Planned, type Ui, unplannedOf, wishing, withView } from './state.ts';
import { wordOf } from './telling/discovery.ts';
import { holdingUp } from './trying.ts';
import { withWeighed } from './weighing.ts';

/** The state after an event, at a time (ISO date-time). Pure. */
export const update = (before: Ui, event: Event, at: string): Ui => framed(happened(before, event, at));

function happened(before: Ui, event: Event, at: string): Ui {
	const ui = { ...(ends.has(event.type) ? withoutCode(before) : before), at };
	switch (event.type) {
		case 'key':
			return press(ui, event.key);
		case 'paste':
			return typeInto(withoutNotice(ui), modeOf(ui), { paste: event.text });
		case 'size':
			return { ...ui, size: event.size };
		case 'ahead':
			return { ...ui, ahead: event.ahead };
		case 'planner':
			return released({ ...ui, planner: event.planner });
		case 'first':
			return { ...ui, first: event.first };
		case 'planned':
			return withPlan(ui, event.planned);
		case 'not planned': {
			const { documents, fault } = event;
			return released({ ...ui, unplannable: { documents, fault } });
		}
		case 'tried':
			return { ...ui, tried: event.tried, isTryingSlow: event.took > holdingUp };
		case 'folded':
			return folded(ui, event.answers);
		case 'not folded':
			return notFolded(ui, event.fault);
		case 'weighed':
			return withWeighed(ui, event);
		case 'no planner':
			return released({ ...ui, plannerFault: event.fault });
		case 'opened': {
			const { opening: _opening, glimpsed: _, heldBy: _heldBy, unsaved: _unsaved, ...others } = withoutNotice(ui);
			const { session, heldBy } = event;
			return released(opened(heldBy ? { ...others, heldBy } : others, session));
		}
		case 'not opened': {
			const { opening: _opening, glimpsed, session, ...others } = ui;
			const { message, wayOut } = event.fault;
			// What there was a glimpse of cannot be read: there is nothing to go on with.
			const left = glimpsed === undefined && session ? { ...others, session } : others;
			return noticed({ ...left, waiting: [] }, `${message} ${wayOut}`, 'bad');
		}
		case 'not found':
		case 'not exported':
			return failed(ui, event);
		case 'scanning':
			return scanning(ui, event.only);
		case 'progress':
			return ui.scan && !ui.scan.only
				? { ...ui, scan: { ...ui.scan, progress: event.progress, estate: estateSoFar(event.progress) } }
				: ui;
		case 'asked':
			return askingFor(ui, event.device);
		case 'found':
			return ui.scan?.only ? foundAgain(ui, ui.scan.only, event.estate) : found(ui, event.estate);
		case 'stopped':
			return ui.scan ? found(ui, ui.scan.estate) : ui;
		case 'offered':
		case 'not offered':
		case 'sampling':
		case 'sampled':
		case 'measured':
		case 'not measured':
		case 'reported':
		case 'not reported':
			return ofSamples(ui, event);
		case 'exported':
			return exported(ui, event.report);
		case 'saved':
			return saved(ui, event.fault);
		case 'end':
			return wishing(ui, { type: 'quit', code: event.code });
		default:
			return event satisfies never;
	}
}

/** What ends a discovery, and with it the wait for a code. */
const ends: ReadonlySet<Event['type']> = new Set(['scanning', 'found', 'stopped', 'not found', 'opened']);

function withoutCode(ui: Ui): Ui {
	const { asked: _asked, ...others } = ui;
	return others;
}

/** The state after a key. Keys that come too early wait, so that none is lost however fast somebody types. */
function press(ui: Ui, key: Keystroke): Ui {
	if (key === 'ctrl+c') return wishing(ui, { type: 'quit', code: 130 });
	if (isEarly(ui)) return { ...ui, waiting: [...ui.waiting, key] };
	const quiet = withoutNotice(ui);
	try {
		const mode = modeOf(quiet);
		const binding = bindingOf(mode, key);
		if (!binding) return typingModes.has(mode) ? typeInto(quiet, mode, { key }) : quiet;
		const reason = reasonAgainst(quiet, binding);
		if (reason !== undefined) return noticed(quiet, reason, 'warn');
		return followedTour(quiet, act(quiet, binding.action), binding.action);
	} catch (error) {
		return noticed(quiet, faultOf(error).message, 'bad');
	}
}

/** Whether keys would mean something else in a moment. */
function isEarly(ui: Ui): boolean {
	const { session, planner, plannerFault, opening } = ui;
	if (opening || unplannedOf(ui)) return true;
	if (planner || plannerFault || !session) return false;
	return stageIds.indexOf(session.stage) >= stageIds.indexOf('sources');
}

/** Presses the keys that waited. */
function released(ui: Ui): Ui {
	return isEarly(ui) ? ui : ui.waiting.reduce(press, { ...ui, waiting: [] });
}

function withoutNotice(ui: Ui): Ui {
	const { notice: _notice, ...others } = ui;
	return others;
}

/** The state with a plan: the walk goes on from the question that was answered, an export is listed, keys that waited are pressed. */
function withPlan(before: Ui, planned: Planned): Ui {
	const { leaving, ...questions } = before.views.questions;
	const ui: Ui = { ...before, planned, views: { ...before.views, questions } };
	const { busy, report } = ui.views.export;
	if (leaving) {
		// With nothing open the walk stands at its end; an id that no question has says so.
		const next = nextOpen(leaving.before, planned.items, leaving.id)?.id ?? '';
		return released(happen(ui, { type: 'ask', question: next }));
	}
	return released(ui.session?.stage === 'export' && !busy && !report ? preview(ui) : ui);
}

function failed(ui: Ui, { type: what, fault }: Extract<Event, { type: 'not found' | 'not exported' }>): Ui {
	if (what === 'not exported') return withView(ui, 'export', { busy: false, fault });
	return ui.scan ? { ...ui, scan: { ...ui.scan, running: false, endedAt: Date.parse(ui.at), fault } } : ui;
}

/** A discovery has begun. While one cell is asked again, all others are shown as they stand. */
function scanning(ui: Ui, only: PlannedCell | undefined): Ui {
	const startedAt = Date.parse(ui.at);
	const estate = ui.session?.estate;
	if (!only || !estate) {
		return { ...ui, scan: { running: true, startedAt, progress: noProgress, estate: estateSoFar(noProgress) } };
	}
	const cells = estate.scanned.map((cell) =>
		nameOfCell(cell) === nameOfCell(only) ? { ...cell, state: 'running' as const } : cell,
	);
	const { sources, places, gaps } = estate;
	return {
		...ui,
		scan: { running: true, startedAt, progress: { ...noProgress, cells, sources, places, gaps }, estate, only },
	};
}

/** The state with one cell as it was read again, and how that ended. */
function foundAgain(ui: Ui, only: PlannedCell, fresh: Estate): Ui {
	if (!ui.session) return ui;
	const after = found(ui, withCellAgain(ui.session.estate, only, fresh));
	const now = fresh.scanned.find((cell) => nameOfCell(cell) === nameOfCell(only));
	const how = now ? wordOf(now.state) : 'its account does not belong to this scope';
	const isRead = now !== undefined && !isAskable(now);
	return noticed(after, `${only.kind} in ${only.region} was asked again: ${how}.`, isRead ? 'good' : 'warn');
}

function found(ui: Ui, estate: Estate): Ui {
	if (!ui.scan) return ui;
	const done: Ui = { ...ui, scan: { ...ui.scan, running: false, endedAt: Date.parse(ui.at) } };
	return happen(done, { type: 'found', estate });
}

function exported(ui: Ui, report: ExportReport): Ui {
	const { fault: _fault, ...view } = ui.views.export;
	return { ...ui, views: { ...ui.views, export: { ...view, busy: false, report } } };
}

function saved(ui: Ui, fault: Fault | undefined): Ui {
	const { unsaved: _unsaved, ...others } = ui;
	return fault ? { ...others, unsaved: fault } : others;
}
