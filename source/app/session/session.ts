import type { Answer, Answers } from '../../estate/answers.ts';
import type { Estate } from '../../estate/estate.ts';
import type { Readiness } from '../../profiling/judging/report.ts';
import type { StageId } from '../stages.ts';

/** A session is a document: what was found and what people said. Everything else is derived from it. */
export interface Session {
	readonly version: 1;
	/** Folder name of the session; `demo` sessions are sessions like any other. */
	readonly id: string;
	readonly title: string;
	/** ISO date-time, UTC. */
	readonly createdAt: string;
	readonly savedAt: string;
	/** Where the guided session stands, so that it resumes at the same place. */
	readonly stage: StageId;
	/** Id of the question in view. */
	readonly question?: string;
	/** How the estate is found: the recorded demo account, an AWS profile, a folder, declared files, databases. */
	readonly scope: Scope;
	/** What was found, with what samples measured. */
	readonly estate: Estate;
	/** What was found alone; absent where it is the estate. */
	readonly found?: Estate;
	readonly answers: Answers;
	/** What samples said of sources, where somebody had them read. */
	readonly readiness?: Readiness;
	/** Other answers of the same session, each a plan of its own, by the name somebody gave them. */
	readonly variants?: Variants;
	/** What stood before each change, newest last; undo goes back, redo forth. */
	readonly past: readonly Step[];
	readonly future: readonly Step[];
}

/** Answers by the name of their plan: cheapest, fastest, strictest. */
export type Variants = Readonly<Record<string, Answers>>;

/** What undo brings back. */
export type Step = Pick<Session, 'answers' | 'readiness'>;

export interface Scope {
	readonly demo: boolean;
	readonly profiles: readonly string[];
	readonly regions: readonly string[];
	readonly folders: readonly string[];
	readonly declared: readonly string[];
	/** Addresses of databases, without a password; absent in sessions that were begun before there were any. */
	readonly databases?: readonly string[];
}

/** Everything that can happen to a session. */
export type SessionAction =
	| { readonly type: 'go'; readonly stage: StageId }
	| { readonly type: 'ask'; readonly question: string }
	| { readonly type: 'scope'; readonly scope: Scope }
	| { readonly type: 'found'; readonly estate: Estate }
	| {
			readonly type: 'answer';
			readonly fact: string;
			readonly scope: 'workload' | 'place' | 'source';
			/** Place id, or source ids and globs; ignored for the workload. */
			readonly about: readonly string[];
			/** Undefined takes the answer back: what was measured or is assumed holds again. */
			readonly answer: Answer | undefined;
			/** ISO date-time. */
			readonly at: string;
	  }
	| {
			readonly type: 'choose route';
			readonly sources: readonly string[];
			readonly service: string | undefined;
			readonly at: string;
	  }
	| { readonly type: 'choose strategy'; readonly strategy: string | undefined; readonly at: string }
	/** Samples of some sources were read and judged. */
	| { readonly type: 'measured'; readonly readiness: Readiness }
	/** Answers from elsewhere, such as a form that its owner filled in, hold over those that stand. */
	| { readonly type: 'fold'; readonly answers: Answers; readonly at: string }
	/** Keeps the answers as they stand under a name; one of the same name is replaced. */
	| { readonly type: 'keep variant'; readonly name: string }
	| { readonly type: 'drop variant'; readonly name: string }
	/** Goes on with the answers of a variant. */
	| { readonly type: 'use variant'; readonly name: string; readonly at: string }
	| { readonly type: 'undo' }
	| { readonly type: 'redo' };
