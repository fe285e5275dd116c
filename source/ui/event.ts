import type { Ahead } from '../app/discovering/ahead.ts';
import type { ExportReport } from '../app/exporting/export-plan.ts';
import type { Offer } from '../app/readiness/offer.ts';
import type { Sampled } from '../app/readiness/sampling.ts';
import type { Documents } from '../app/session/derive.ts';
import type { PlanEffect } from '../app/session/effect.ts';
import type { Holder } from '../app/session/hold.ts';
import type { Planner } from '../app/session/planner.ts';
import type { Progress } from '../app/session/progress.ts';
import type { Session } from '../app/session/session.ts';
import type { PlannedCell } from '../discovery/events.ts';
import type { Answers } from '../estate/answers.ts';
import type { Estate } from '../estate/estate.ts';
import type { Readiness } from '../profiling/judging/report.ts';
import type { Fault } from './fault.ts';
import type { Keystroke } from './keystrokes.ts';
import type { Size } from './rows.ts';
import type { Planned, Ui } from './state.ts';

/** Everything that can happen to the screen: keys, and what the outside tells. */
export type Event =
	| { readonly type: 'key'; readonly key: Keystroke }
	| { readonly type: 'paste'; readonly text: string }
	| { readonly type: 'size'; readonly size: Size }
	/** What is known of a discovery before it begins, or why nothing is. */
	| { readonly type: 'ahead'; readonly ahead: Ahead | Fault }
	| { readonly type: 'planner'; readonly planner: Planner }
	/** The first open question is certain, the plan and the others are not yet. */
	| { readonly type: 'first'; readonly first: NonNullable<Ui['first']> }
	| { readonly type: 'planned'; readonly planned: Planned }
	| { readonly type: 'not planned'; readonly documents: Documents; readonly fault: Fault }
	| { readonly type: 'tried'; readonly tried: NonNullable<Ui['tried']>; readonly took: number }
	| { readonly type: 'folded'; readonly answers: Answers }
	| { readonly type: 'not folded'; readonly fault: Fault }
	/** What other answers would make of the plan. */
	| {
			readonly type: 'weighed';
			readonly of: Documents;
			readonly answers: Answers;
			/** Undefined: the same plan. */
			readonly effect: PlanEffect | undefined;
	  }
	| { readonly type: 'no planner'; readonly fault: Fault }
	| { readonly type: 'opened'; readonly session: Session; readonly heldBy?: Holder }
	| { readonly type: 'not opened'; readonly fault: Fault }
	| { readonly type: 'scanning'; readonly only?: PlannedCell }
	| { readonly type: 'progress'; readonly progress: Progress }
	| { readonly type: 'found'; readonly estate: Estate }
	/** AWS wants the code of a multi-factor device. */
	| { readonly type: 'asked'; readonly device: string }
	/** Somebody ended the discovery, and what it found until then counts. */
	| { readonly type: 'stopped' }
	| { readonly type: 'not found'; readonly fault: Fault }
	/** What a yes would allow to be read. */
	| { readonly type: 'offered'; readonly about: readonly string[]; readonly offer: Offer }
	| { readonly type: 'not offered'; readonly about: readonly string[]; readonly fault: Fault }
	| { readonly type: 'sampling' }
	| { readonly type: 'sampled'; readonly sampled: Sampled }
	| { readonly type: 'measured'; readonly readiness: Readiness }
	| { readonly type: 'not measured'; readonly fault: Fault }
	| { readonly type: 'reported'; readonly files: readonly string[] }
	| { readonly type: 'not reported'; readonly fault: Fault }
	| { readonly type: 'exported'; readonly report: ExportReport }
	| { readonly type: 'not exported'; readonly fault: Fault }
	| { readonly type: 'saved'; readonly fault?: Fault }
	/** Something from outside ends the session: a signal, a closed terminal, a fault of the program. */
	| { readonly type: 'end'; readonly code: number };
