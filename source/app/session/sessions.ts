import { basename, join, resolve } from 'node:path';
import type { Source } from '../../estate/estate.ts';
import { homeOf } from '../home.ts';
import { type StageId, stageIds } from '../stages.ts';
import { foldersIn, readIfThere } from '../workspace.ts';
import { fewSources, firstOf } from './first-sources.ts';
import type { Scope, Session } from './session.ts';

/** The file of a session folder that says where it stands. */
export const sessionFile = 'session.json';

/** What stands in `session.json`; the estate and the answers are documents of their own beside it. */
export interface Header
	extends Pick<Session, 'version' | 'title' | 'createdAt' | 'savedAt' | 'stage' | 'question' | 'scope'> {
	/** Sources found and answers given, so that a list of sessions need not read the documents. */
	readonly sources?: number;
	readonly answers?: number;
	/** Of an estate that takes long to read: its first sources, so that they can be shown meanwhile. */
	readonly first?: readonly Source[];
}

/** What the list of sessions shows of one. */
export interface SessionSummary {
	readonly id: string;
	readonly title: string;
	readonly folder: string;
	readonly stage: StageId;
	readonly savedAt: string;
	readonly sources: number;
	readonly answers: number;
}

/** Where the program keeps what it must not lose: XDG_STATE_HOME, else ~/.local/state. */
export function stateFolder(env: Readonly<Record<string, string | undefined>>): string {
	const base = env.XDG_STATE_HOME || join(homeOf(env) ?? '.', '.local', 'state');
	return resolve(base, 'headwater');
}

/** Where sessions are kept, each in a folder of its own. */
export const sessionsFolder = (env: Readonly<Record<string, string | undefined>>): string =>
	join(stateFolder(env), 'sessions');

/** The sessions kept in a folder, last saved first. A damaged one is left out here and named when it is opened. */
export async function listSessions(folder: string): Promise<readonly SessionSummary[]> {
	const ids = await foldersIn(folder);
	const found = await Promise.all(
		ids.map(async (id): Promise<SessionSummary | undefined> => {
			const text = await readIfThere(join(folder, id, sessionFile));
			const header = text === undefined ? undefined : headerOf(text);
			if (!header) return undefined;
			const { title, stage, savedAt, sources = 0, answers = 0 } = header;
			return { id, title, folder: join(folder, id), stage, savedAt, sources, answers };
		}),
	);
	return found.filter((one) => one !== undefined).toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
}

/** The header in the text of a `session.json`; undefined if it is none of this program. */
export function headerOf(text: string): Header | undefined {
	try {
		const read: unknown = JSON.parse(text);
		return isHeader(read) ? read : undefined;
	} catch {
		return undefined;
	}
}

function isHeader(read: unknown): read is Header {
	if (typeof read !== 'object' || read === null) return false;
	const { version, title, savedAt, stage, scope, first = [] } = read as Partial<Record<keyof Header, unknown>>;
	return (
		version === 1 &&
		typeof title === 'string' &&
		typeof savedAt === 'string' &&
		stageIds.includes(stage as StageId) &&
		isScope(scope) &&
		Array.isArray(first)
	);
}

function isScope(read: unknown): read is Scope {
	if (typeof read !== 'object' || read === null) return false;
	const { demo, profiles, regions, folders, declared, databases = [] } = read as Partial<Record<keyof Scope, unknown>>;
	return typeof demo === 'boolean' && [profiles, regions, folders, declared, databases].every(Array.isArray);
}

/** What the list shows of a session that is open. */
export function summaryOf(session: Session): SessionSummary {
	const { title, stage, savedAt, sources = 0, answers = 0 } = headerFor(session);
	return { id: basename(session.id), title, folder: session.id, stage, savedAt, sources, answers };
}

/** The header of a session as it stands. */
export function headerFor({ estate, answers, ...session }: Session): Header {
	const { version, title, createdAt, savedAt, stage, question, scope } = session;
	const sets = [answers.workload, ...Object.values(answers.places), ...Object.values(answers.sources)];
	const said = new Set(sets.flatMap((set) => Object.entries(set).map(([fact, value]) => `${fact}=${value}`)));
	return {
		version,
		title,
		createdAt,
		savedAt,
		stage,
		...(question === undefined ? {} : { question }),
		scope,
		sources: estate.sources.length,
		answers: said.size,
		...(estate.sources.length > fewSources ? { first: firstOf(estate) } : {}),
	};
}
