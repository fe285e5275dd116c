import { join, resolve } from 'node:path';
import { HeadwaterError } from '../errors.ts';
import { noAnswers } from '../estate/answers.ts';
import { type Estate, emptyEstate } from '../estate/estate.ts';
import type { Plan } from '../plan/plan.ts';
import type { Surroundings } from './command.ts';
import type { ExportReport } from './export-plan.ts';
import { keeper } from './keeper.ts';
import type { Planner } from './planner.ts';
import { findProfiles, type Profiles } from './profiles.ts';
import { type Progress, tally } from './progress.ts';
import type { Scope, Session } from './session.ts';
import { listSessions, type SessionSummary, sessionFile, sessionsFolder } from './sessions.ts';
import { hasContent, readIfThere } from './workspace.ts';

/** What an export is asked for; `folder` as a person wrote it. */
interface ExportRequest {
	readonly plan: Plan;
	readonly folder: string;
	readonly dryRun: boolean;
}

/** Everything the guided session needs from the outside. Tests pass one with parts in memory. */
export interface SessionHost {
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly now: () => Date;
	/** Sessions that can be resumed, last saved first, as found at the start. */
	readonly sessions: readonly SessionSummary[];
	readonly profiles: Profiles;
	/** The session that was named on the command line, if it exists. */
	readonly given?: Session;
	/** A new session; nothing is written before it is first saved. */
	begin(title: string, scope: Scope): Session;
	/** Reads a session. A damaged one is a HeadwaterError. */
	open(folder: string): Promise<Session>;
	/** Saves soon, one write at a time; never waits, never fails: `settled` tells. */
	save(session: Session): void;
	/** Resolves when everything is on the disk, rejects with a HeadwaterError if it is not. */
	settled(): Promise<void>;
	/** Finds the sources of a scope. Progress comes at most ten times a second, and once more at the end. */
	discover(scope: Scope, onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<Estate>;
	planner(): Promise<Planner>;
	export(request: ExportRequest): Promise<ExportReport>;
}

/** Milliseconds. A call to the recorded account takes as long as one to a real account. */
const progressEvery = 100;
const callOfDemo = 300;

/** The host on this machine. A session folder that cannot be read as one is a HeadwaterError. */
export async function openHost(surroundings: Surroundings, sessionDir: string | undefined): Promise<SessionHost> {
	const { env, cwd, now, version, home } = surroundings;
	const folder = sessionsFolder(env);
	const named = sessionDir === undefined ? undefined : inHome(sessionDir, cwd, env);
	const [sessions, profiles, given] = await Promise.all([
		listSessions(folder),
		findProfiles(env),
		named === undefined ? undefined : openGiven(named),
	]);
	// Folders that hold a session; a new one gets another.
	const taken = new Set(sessions.map((one) => one.folder));
	if (named !== undefined && given) taken.add(named);
	const kept = keeper(async (session, before) => {
		const { saveSession } = await import('./keep-session.ts');
		await saveSession({ ...session, savedAt: now().toISOString() }, before);
	});
	return {
		env,
		now,
		sessions,
		profiles,
		...(given ? { given } : {}),
		begin(title, scope) {
			const at = now().toISOString();
			const own = join(folder, folderName(title, at));
			const wanted = named === undefined ? [own] : [named, own];
			const id = wanted.find((one) => !taken.has(one)) ?? `${own}-${taken.size}`;
			return newSession(id, title, scope, at);
		},
		async open(id) {
			const { openSession } = await import('./keep-session.ts');
			return openSession(id);
		},
		save(session) {
			taken.add(session.id);
			kept.save(session);
		},
		settled: kept.settled,
		async discover(scope, onProgress, signal) {
			const { findEstate } = await import('./find-estate.ts');
			const counted = tally();
			let timer: ReturnType<typeof setTimeout> | undefined;
			const tell = (): void => {
				timer = undefined;
				onProgress(counted.progress());
			};
			const search = {
				...scope,
				folders: scope.folders.map((path) => inHome(path, cwd, env)),
				declared: scope.declared.map((path) => inHome(path, cwd, env)),
				pace: callOfDemo,
			};
			try {
				return await findEstate(search, { env, cwd, now, signal }, (event) => {
					counted.take(event);
					timer ??= setTimeout(tell, progressEvery);
				});
			} finally {
				clearTimeout(timer);
				tell();
			}
		},
		async planner() {
			const { loadPlanner } = await import('./planner.ts');
			return loadPlanner(version, now().toISOString().slice(0, 10));
		},
		async export({ plan, folder: into, dryRun }) {
			const { exportPlan } = await import('./export-plan.ts');
			return exportPlan({ plan, folder: inHome(into, cwd, env), home, only: [], dryRun, force: false });
		},
	};
}

async function openGiven(folder: string): Promise<Session | undefined> {
	if ((await readIfThere(join(folder, sessionFile))) !== undefined) {
		const { openSession } = await import('./keep-session.ts');
		return openSession(folder);
	}
	if (!(await hasContent(folder))) return undefined;
	throw new HeadwaterError('no-session', {
		message: `${folder} holds other files, and no session of this program.`,
		wayOut: 'Name the folder of a session, or a new one.',
	});
}

/** A path as a person writes it: from the working directory, with ~ for the home folder. */
function inHome(path: string, cwd: string, env: SessionHost['env']): string {
	const home = env.HOME ?? env.USERPROFILE;
	return resolve(cwd, home && /^~(?=$|[/\\])/.test(path) ? join(home, path.slice(1)) : path);
}

function folderName(title: string, at: string): string {
	const words = title
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 30);
	return `${at.slice(0, 19).replace(/[:T]/g, '-')}-${words || 'session'}`;
}

/** A new session in a folder of its own, which is its id. */
export function newSession(folder: string, title: string, scope: Scope, at: string): Session {
	return {
		version: 1,
		id: folder,
		title,
		createdAt: at,
		savedAt: at,
		stage: 'welcome',
		scope,
		estate: emptyEstate,
		answers: noAnswers,
		past: [],
		future: [],
	};
}
