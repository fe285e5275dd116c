import type { Ahead } from '../app/discovering/ahead.ts';
import type { ExportReport } from '../app/exporting/export-plan.ts';
import type { Profiles } from '../app/profiles.ts';
import type { Item } from '../app/session/agenda.ts';
import type { Derived, Documents } from '../app/session/derive.ts';
import type { PlanEffect } from '../app/session/effect.ts';
import type { Holder } from '../app/session/hold.ts';
import type { Planner } from '../app/session/planner.ts';
import { noProgress, type Progress } from '../app/session/progress.ts';
import type { Session } from '../app/session/session.ts';
import type { SessionSummary } from '../app/session/sessions.ts';
import { type StageId, stageIds } from '../app/stages.ts';
import type { PlannedCell } from '../discovery/events.ts';
import type { Estate } from '../estate/estate.ts';
import type { Draft } from './draft.ts';
import type { Fault } from './fault.ts';
import { type Field, fieldOf } from './field.ts';
import type { Keystroke } from './keystrokes.ts';
import type { Window } from './layout.ts';
import type { Sort } from './ordered.ts';
import type { Over, Weighed } from './over.ts';
import type { ReadinessView, Sampling } from './readiness-view.ts';

import type { Signs } from './theme.ts';
import type { Wish } from './wish.ts';

/** A discovery that runs or has run since the program was started. */
interface Scan {
	readonly running: boolean;
	/** Milliseconds since 1970. */
	readonly startedAt: number;
	readonly endedAt?: number;
	readonly progress: Progress;
	/** What has been found so far; planning waits for the end. */
	readonly estate: Estate;
	readonly fault?: Fault;
	/** The one cell that is asked again; the rest of the estate stands meanwhile. */
	readonly only?: PlannedCell;
}

/** What to look at, as it is typed in. */
export interface ScopeForm {
	readonly focus: number;
	/** In the order of `scopeFields`. */
	readonly fields: readonly Field[];
	readonly fault?: Fault;
}

/** A fact that is being answered for some sources at once. */
export interface Editing {
	readonly fact: string;
	readonly about: readonly string[];
	readonly draft: Draft;
}

/** Alternatives to pick from; the first gives the choice back to the program. */
interface Picker {
	readonly cursor: number;
}

/** What each screen shows beside the session: cursors, marks, what is being typed. */
export interface Views {
	readonly welcome: { readonly cursor: number; readonly form?: ScopeForm };
	readonly discovery: {
		readonly scroll: number;
		/** The cell that would be asked again, by its name; the first one where none is named. */
		readonly cell?: string;
	};
	readonly sources: {
		readonly cursor?: string;
		readonly filter: Field;
		readonly filtering: boolean;
		readonly sort: Sort;
		readonly marked: ReadonlySet<string>;
		/** Where only one pane fits: the details instead of the list. */
		readonly details: boolean;
		readonly scroll: number;
		readonly editing?: Editing;
		readonly readiness?: ReadinessView;
	};
	readonly questions: {
		readonly draft?: { readonly of: string; readonly draft: Draft };
		/** A question that was just answered, and the agenda as it was: the walk goes on from there when it is planned anew. */
		readonly leaving?: { readonly id: string; readonly before: readonly Item[] };
		readonly scroll: number;
	};
	readonly recommendations: {
		/** The flow under the cursor, and its first source: another route is another flow. */
		readonly cursor?: { readonly flow: string; readonly source: string };
		readonly details: boolean;
		readonly scroll: number;
		readonly picker?: Picker;
	};
	readonly strategy: { readonly scroll: number; readonly picker?: Picker };
	readonly diagram: { readonly edge: number };
	readonly cost: { readonly scroll: number };
	readonly findings: { readonly scroll: number };
	readonly export: {
		readonly folder: Field;
		/** While another folder is typed: the one that was named before. */
		readonly typing?: string;
		readonly busy: boolean;
		readonly report?: ExportReport;
		readonly fault?: Fault;
		readonly scroll: number;
	};
}

/** What the planner worked out from some documents. */
export interface Planned {
	readonly documents: Documents;
	readonly derived: Derived;
	readonly items: readonly Item[];
}

export interface Notice {
	readonly text: string;
	readonly tone: 'good' | 'warn' | 'bad';
}

/** Everything that the screen shows. It changes only in `update`. */
export interface Ui {
	readonly size: Window;
	readonly signs: Signs;
	/** ISO date-time of the last event. */
	readonly at: string;
	readonly sessions: readonly SessionSummary[];
	readonly profiles: Profiles;
	readonly session?: Session;
	/** Another window has the session open, so that it can be looked at only. */
	readonly heldBy?: Holder;
	/** What is known of a discovery before it begins, or why nothing is; absent until somebody says what to look at. */
	readonly ahead?: Ahead | Fault;
	readonly planner?: Planner;
	/** The planner could not be loaded. */
	readonly plannerFault?: Fault;
	/** What was last worked out. */
	readonly planned?: Planned;
	/** The agenda as far as the first open question, to be read before anything was worked out from the documents. */
	readonly first?: Pick<Planned, 'documents' | 'items'>;
	/** What was last tried of what Enter would do: its name, and its effect on the plan; absent where there is none. */
	readonly tried?: { readonly name: string; readonly of: Documents; readonly effect?: PlanEffect };
	/** An effect took so long that trying others would hold up the keys. */
	readonly isTryingSlow?: boolean;
	/** Documents on which the planner failed. */
	readonly unplannable?: { readonly documents: Documents; readonly fault: Fault };
	readonly scan?: Scan;
	/** The discovery waits for the code of a multi-factor device. */
	readonly asked?: { readonly device: string; readonly field: Field; readonly isWrong?: true };
	readonly sampling?: Sampling;
	readonly views: Views;
	/** The overlay of keys, with what is typed to find one. */
	readonly help?: { readonly cursor: number; readonly filter: Field };
	readonly notice?: Notice;
	/** The newest state could not be saved. */
	readonly unsaved?: Fault;
	/** A session is being read; where it is a large one, so many sources it has, of which the first are in view. */
	readonly opening?: true;
	readonly glimpsed?: number;
	/** What lies over the screen. */
	readonly over?: Over;
	/** What the variants in view would make of the plan. */
	readonly weighed?: Weighed;
	/** The tour: offered, over (taken or refused), or under way with the index of the step that comes next. */
	readonly tour: 'offered' | 'over' | { readonly next: number };
	/** Keys that came too early to mean anything; they are pressed when a session is read or the planner is there. */
	readonly waiting: readonly Keystroke[];
	readonly wishes: readonly Wish[];
}

/** The views of a session that has just been opened. */
export const freshViews: Views = {
	welcome: { cursor: 0 },
	discovery: { scroll: 0 },
	sources: { filter: fieldOf(''), filtering: false, sort: 'found', marked: new Set(), details: false, scroll: 0 },
	questions: { scroll: 0 },
	recommendations: { details: false, scroll: 0 },
	strategy: { scroll: 0 },
	diagram: { edge: 0 },
	cost: { scroll: 0 },
	findings: { scroll: 0 },
	export: { folder: fieldOf('pipeline'), busy: false, scroll: 0 },
};

/** The state with one view changed. */
export function withView<V extends keyof Views>(ui: Ui, view: V, change: Partial<Views[V]>): Ui {
	return { ...ui, views: { ...ui.views, [view]: { ...ui.views[view], ...change } } };
}

export const wishing = (ui: Ui, wish: Wish): Ui => ({ ...ui, wishes: [...ui.wishes, wish] });
export const noticed = (ui: Ui, text: string, tone: Notice['tone'] = 'good'): Ui => ({ ...ui, notice: { text, tone } });

/** The documents that are shown: while discovery runs for the first time, what it has found so far. */
export function documentsOf({ session, scan }: Ui): Documents | undefined {
	if (!session) return undefined;
	const { estate, answers } = session;
	return { estate: scan?.running && isEmpty(estate) ? scan.estate : estate, answers };
}

/** Whether nothing has been discovered: such an estate is looked for again when its session is opened. */
export const isEmpty = ({ scanned, sources }: Estate): boolean => scanned.length === 0 && sources.length === 0;

/** Whether there is something to keep in a session; before, it is neither saved nor listed. */
export const isWorthKeeping = ({ estate, answers }: Session): boolean => !isEmpty(estate) || answers.at !== undefined;

/** How far discovery is or was. */
export function progressOf({ session, scan }: Ui): Progress {
	if (scan?.running || (scan?.fault && !scan.only)) return scan.progress;
	if (!session) return noProgress;
	const { scanned, sources, places, gaps } = session.estate;
	return { ...noProgress, cells: scanned, sources, places, gaps };
}

/** What was worked out from the documents, perhaps from those before the last answer; undefined until it has been. */
export const derivedOf = ({ planned }: Ui): Derived | undefined => planned?.derived;

const isOf = (made: Pick<Planned, 'documents'> | undefined, { estate, answers }: Documents): boolean =>
	made?.documents.estate === estate && made.documents.answers === answers;

/** The agenda of questions, answered ones first; at first as far as it is certain. */
export const itemsOf = (ui: Ui): readonly Item[] => ui.planned?.items ?? (isOnlyFirst(ui) ? ui.first.items : []);

/** Whether of the agenda only the first open question is known yet, and it is the one that will be in view. */
export function isOnlyFirst(ui: Ui): ui is Ui & Required<Pick<Ui, 'first'>> {
	const documents = documentsOf(ui);
	const wanted = ui.session?.question;
	if (ui.planned || !ui.first || !documents || !isOf(ui.first, documents)) return false;
	return wanted === undefined || ui.first.items.some(({ id }) => id === wanted);
}

/** The question in view: the one that the session names, else the first that is open. Undefined when none is open and none was asked for. */
export function itemOf(ui: Ui): Item | undefined {
	const items = itemsOf(ui);
	const wanted = ui.session?.question;
	return items.find(({ id }) => id === wanted) ?? items.find(({ answer }) => answer === undefined);
}

/** Whether a screen shows what the planner worked out. */
export const isPlanned = (stage: StageId): boolean => stageIds.indexOf(stage) > stageIds.indexOf('sources');

/** The documents that have to be planned before the screen is right; undefined where it is. */
export function unplannedOf(ui: Ui): Documents | undefined {
	const documents = documentsOf(ui);
	if (!documents || !ui.planner || ui.opening || !isPlanned(ui.session?.stage ?? 'welcome')) return;
	return isOf(ui.planned, documents) || isOf(ui.unplannable, documents) ? undefined : documents;
}

/** Why nothing follows from the session, if the planner could not be loaded or fails on it. */
export function planFault(ui: Ui): Fault | undefined {
	const documents = documentsOf(ui);
	return ui.plannerFault ?? (documents && isOf(ui.unplannable, documents) ? ui.unplannable?.fault : undefined);
}
