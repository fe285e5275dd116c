import type { SampleRequest } from '../app/readiness/sampling.ts';
import type { Scope } from '../app/session/session.ts';
import type { PlannedCell } from '../discovery/events.ts';
import type { Answers } from '../estate/answers.ts';
import type { Plan } from '../plan/plan.ts';
import type { Readiness } from '../profiling/judging/report.ts';

/** Something that the reducer wants done outside; the store does it and tells the outcome as an event. */
export type Wish =
	| { readonly type: 'begin'; readonly title: string; readonly scope: Scope }
	| { readonly type: 'open'; readonly folder: string }
	/** Takes the session from the window that holds it. */
	| { readonly type: 'seize'; readonly folder: string }
	/** Stops the program until the shell continues it. */
	| { readonly type: 'suspend' }
	| { readonly type: 'discover'; readonly scope: Scope; readonly only?: PlannedCell }
	/** Gives the discovery the code that it waits for, or none. */
	| { readonly type: 'code'; readonly code: string | undefined }
	/** Ends the discovery and takes what was found. */
	| { readonly type: 'stop' }
	/** Ends the discovery and forgets it. */
	| { readonly type: 'abandon' }
	| { readonly type: 'offer'; readonly about: readonly string[] }
	/** Reads samples; somebody said yes. */
	| { readonly type: 'sample'; readonly request: SampleRequest; readonly answers: Answers }
	/** Ends the reading of samples and takes what was read. */
	| { readonly type: 'enough samples' }
	| { readonly type: 'report'; readonly readiness: Readiness; readonly name: string }
	| { readonly type: 'export'; readonly plan: Plan; readonly folder: string; readonly dryRun: boolean }
	/** Reads answers from a file. */
	| { readonly type: 'fold'; readonly path: string; readonly folder: string }
	/** The tour was taken or refused, and is not offered again. */
	| { readonly type: 'tour over' }
	| { readonly type: 'quit'; readonly code: number };
