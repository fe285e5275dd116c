import { join } from 'node:path';
import { HeadwaterError } from '../../errors.ts';
import type { Answers } from '../../estate/answers.ts';
import type { Estate } from '../../estate/estate.ts';
import { clean } from '../../facts/clean.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Surroundings } from '../command.ts';
import type { Ahead } from '../discovering/ahead.ts';
import { scopeOfCell } from '../discovering/cell-again.ts';
import type { ExportReport } from '../exporting/export-plan.ts';
import { homeOf, inHome } from '../home.ts';
import { findProfiles, type Profiles } from '../profiles.ts';
import { addLines, removeUnfinished } from '../workspace/writing.ts';
import { foldersIn, hasContent, readIfThere } from '../workspace.ts';
import type { Discovering } from './discovering.ts';
import { type Glimpse, glimpseOf } from './glimpse.ts';
import { type Holder, holdOf, type Self } from './hold.ts';
import { type ReadinessHost, readinessHost } from './host-readiness.ts';
import { keeper } from './keeper.ts';
import { newSession } from './new-session.ts';
import type { Planner } from './planner.ts';
import { tally } from './progress.ts';
import type { Scope, Session } from './session.ts';
import { knowledgeBySession } from './session-knowledge.ts';
import { listSessions, type SessionSummary, sessionFile, sessionsFolder } from './sessions.ts';
import { readTourOver } from './tour-over.ts';

/** What an export is asked for; `folder` as a person wrote it. */
interface ExportRequest {
	readonly plan: Plan;
	readonly folder: string;
	readonly dryRun: boolean;
}

/** A session that was read, and who has it open already: then it can be looked at only. */
export interface Opened {
	readonly session: Session;
	readonly heldBy?: Holder;
}

/** Everything the guided session needs from the outside. Tests pass one with parts in memory. */
export interface SessionHost extends ReadinessHost {
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly now: () => Date;
	/** Sessions that can be resumed, last saved first, as found at the start. */
	readonly sessions: readonly SessionSummary[];
	readonly profiles: Profiles;
	/** The tour of the demo was taken or refused. */
	readonly isTourOver: boolean;
	/** Keeps it that way, soon, also for the sessions to come; `settled` waits for it. */
	endTour(): void;
	/** The session that was named on the command line, if it exists and is read in no time. */
	readonly given?: Opened;
	/** The one that was named if reading it takes a while: what can be shown of it until `open` has read it. */
	readonly glimpse?: Glimpse;
	/** A new session; nothing is written before it is first saved. */
	begin(title: string, scope: Scope): Session;
	/** Reads a session and holds it, unless another window does. A damaged one is a HeadwaterError. */
	open(folder: string): Promise<Opened>;
	/** Takes a session from the window that holds it, and reads it anew. */
	seize(folder: string): Promise<Opened>;
	/** Saves soon, one write at a time; never waits, never fails: `settled` tells. */
	save(session: Session): void;
	/** Resolves when everything is on the disk, rejects with a HeadwaterError if it is not. */
	settled(): Promise<void>;
	/** Lets go of the session, so that another window may hold it. */
	release(): Promise<void>;
	/** Removes what crashes left behind in sessions that nobody has open. */
	tidy(): Promise<void>;
	/** Writes a fault of the program into the log for its owner, and says where that is; undefined where nothing can be written. */
	noteFault(error: unknown): Promise<string | undefined>;
	/** What can be told of a discovery before any call is made. */
	lookAhead(): Promise<Ahead>;
	/** Finds the sources of a scope, or of one cell of its accounts. Progress comes at most ten times a second, and once more at the end. */
	discover(scope: Scope, search: Discovering): Promise<Estate>;
	/** The planner with what lies beside a session: an organisation's file, newer prices, a newer register. */
	planner(folder?: string): Promise<Planner>;
	/** The answers of a file, YAML or a filled-in form; what cannot be read is a HeadwaterError with file and line. */
	answersIn(path: string, folder: string): Promise<Answers>;
	export(request: ExportRequest): Promise<ExportReport>;
}

/** Milliseconds. A call to the recorded account takes as long as one to a real account. */
const progressEvery = 100;
const callOfDemo = 300;

/** The host on this machine. A session folder that cannot be read as one is a HeadwaterError. */
export async function openHost(
	surroundings: Pick<Surroundings, 'env' | 'cwd' | 'now' | 'version' | 'home'>,
	sessionDir: string | undefined,
	self: Self,
): Promise<SessionHost> {
	const { env, cwd, now, version, home } = surroundings;
	const hold = holdOf(self, now);
	const knowledge = knowledgeBySession(version, now);
	const kept = keeper(async (session, before) => {
		const heldBy = await hold.take(session.id);
		if (heldBy) throw lost(heldBy);
		const { saveSession } = await import('./keep-session.ts');
		const { vocabulary } = await knowledge(session.id);
		await saveSession({ ...session, savedAt: now().toISOString() }, before, vocabulary);
	});
	const open = async (id: string): Promise<Opened> => {
		await kept.settled().catch(() => undefined);
		const heldBy = await hold.take(id);
		try {
			if (!heldBy) await removeUnfinished(id);
			const { openSession } = await import('./keep-session.ts');
			const session = await openSession(id, (await knowledge(id)).vocabulary);
			kept.stands(session);
			return { session, ...(heldBy ? { heldBy } : {}) };
		} catch (error) {
			await hold.release();
			throw error;
		}
	};
	const folder = sessionsFolder(env);
	/** Where a path leads that a person wrote. */
	const placed = (path: string): string => inHome(path, cwd, homeOf(env));
	const named = sessionDir === undefined ? undefined : placed(sessionDir);
	const [sessions, profiles, tour, given] = await Promise.all([
		listSessions(folder),
		findProfiles(env),
		readTourOver(env, now),
		named === undefined ? undefined : openGiven(named, open),
	]);
	// Folders that hold a session; a new one gets another.
	const taken = new Set(sessions.map((one) => one.folder));
	if (named !== undefined && given) taken.add(named);
	return {
		...readinessHost(surroundings, placed),
		env,
		now,
		sessions,
		profiles,
		isTourOver: tour.isOver,
		endTour: tour.end,
		...(given && ('folder' in given ? { glimpse: given } : { given })),
		begin(title, scope) {
			const at = now().toISOString();
			const own = join(folder, folderName(title, at));
			const wanted = named === undefined ? [own] : [named, own];
			const id = wanted.find((one) => !taken.has(one)) ?? `${own}-${taken.size}`;
			return newSession(id, title, scope, at);
		},
		open,
		async seize(id) {
			await hold.seize(id);
			return open(id);
		},
		save(session) {
			taken.add(session.id);
			kept.save(session);
		},
		async settled() {
			await tour.settled();
			await kept.settled();
		},
		release: hold.release,
		async tidy() {
			for (const id of await foldersIn(folder)) {
				const one = join(folder, id);
				if (!(await hold.holderOf(one))) await removeUnfinished(one);
			}
		},
		async noteFault(error) {
			const log = join(folder, '..', 'faults.log');
			const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
			const lines = [`${now().toISOString()} headwater ${version}`, ...what.split('\n')].map(clean);
			return addLines(log, `${lines.join('\n')}\n\n`).then(
				() => log,
				() => undefined,
			);
		},
		lookAhead: async () => (await import('../discovering/ahead.ts')).lookAhead(),
		async discover(wide, { onProgress, signal, only, askCode }) {
			const { scanEstate } = await import('../discovering/scanning.ts');
			const scope = only ? { ...scopeOfCell(wide, only), only } : wide;
			const counted = tally();
			let timer: ReturnType<typeof setTimeout> | undefined;
			const tell = (): void => {
				timer = undefined;
				onProgress(counted.progress());
			};
			const search = {
				...scope,
				folders: scope.folders.map(placed),
				declared: scope.declared.map(placed),
				vocabulary: (await knowledge(named)).vocabulary,
				pace: callOfDemo,
			};
			try {
				// What broke off a while ago goes on by itself: nobody wants to wait for the same answers twice.
				const { estate } = await scanEstate(
					search,
					{ env, cwd, now, signal, askCode },
					{ resume: only ? 'no' : 'recent' },
					(event) => {
						counted.take(event);
						timer ??= setTimeout(tell, progressEvery);
					},
				);
				return estate;
			} finally {
				clearTimeout(timer);
				tell();
			}
		},
		async planner(of = named) {
			const [{ loadPlanner }, known] = await Promise.all([import('./planner.ts'), knowledge(of)]);
			return loadPlanner(known, now().toISOString().slice(0, 10));
		},
		async answersIn(path, of) {
			const { readAnswers } = await import('../read-documents.ts');
			return readAnswers([placed(path)], cwd, (await knowledge(of)).vocabulary);
		},
		async export({ plan, folder: into, dryRun }) {
			const { exportPlan } = await import('../exporting/export-plan.ts');
			return exportPlan({ plan, folder: placed(into), home, only: [], dryRun, force: false });
		},
	};
}

async function openGiven(folder: string, open: SessionHost['open']): Promise<Opened | Glimpse | undefined> {
	const text = await readIfThere(join(folder, sessionFile));
	if (text !== undefined) return glimpseOf(folder, text) ?? open(folder);
	if (!(await hasContent(folder))) return undefined;
	throw new HeadwaterError('no-session', {
		message: `${folder} holds other files, and no session of this program.`,
		wayOut: 'Name the folder of a session, or a new one.',
	});
}

const lost = (heldBy: Holder): HeadwaterError =>
	new HeadwaterError('session-held', {
		message: `This session is open elsewhere now: process ${heldBy.pid} on ${heldBy.host}.`,
		wayOut:
			'What was answered here since then is not saved. Go on there, or take it back here with T and answer again.',
	});

function folderName(title: string, at: string): string {
	const words = title
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 30);
	return `${at.slice(0, 19).replace(/[:T]/g, '-')}-${words || 'session'}`;
}
