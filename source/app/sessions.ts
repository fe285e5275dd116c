import { join, resolve } from 'node:path';
import { HeadwaterError } from '../errors.ts';
import { noAnswers } from '../estate/answers.ts';
import { emptyEstate } from '../estate/estate.ts';
import { parseAnswers } from '../estate/parse-answers.ts';
import { parseEstate } from '../estate/parse-estate.ts';
import { printAnswers } from '../estate/print-answers.ts';
import { printEstate } from '../estate/print-estate.ts';
import type { Scope, Session } from './session.ts';
import { type StageId, stageIds } from './stages.ts';
import { foldersIn, readIfThere, removeUnfinished, writeWhole } from './workspace.ts';

const estateFile = 'estate.json';
const answersFile = 'answers.yaml';
const sessionFile = 'session.json';

/** What the list of sessions shows of one. */
export interface SessionSummary {
	readonly id: string;
	readonly title: string;
	readonly folder: string;
	readonly stage: StageId;
	readonly savedAt: string;
}

/** Where sessions are kept: XDG_STATE_HOME, else ~/.local/state, each in a folder of its own. */
export function sessionsFolder(env: Readonly<Record<string, string | undefined>>): string {
	const base = env.XDG_STATE_HOME || join(env.HOME ?? env.USERPROFILE ?? '.', '.local', 'state');
	return resolve(base, 'headwater', 'sessions');
}

interface Header {
	readonly version: 1;
	readonly title: string;
	readonly createdAt: string;
	readonly savedAt: string;
	readonly stage: StageId;
	readonly question?: string;
	readonly scope: Scope;
}

/** The sessions kept in a folder, last saved first. A damaged one is left out here and named when it is opened. */
export async function listSessions(folder: string): Promise<readonly SessionSummary[]> {
	const found: SessionSummary[] = [];
	for (const id of await foldersIn(folder)) {
		const text = await readIfThere(join(folder, id, sessionFile));
		const header = text === undefined ? undefined : headerOf(text);
		if (!header) continue;
		found.push({ id, title: header.title, folder: join(folder, id), stage: header.stage, savedAt: header.savedAt });
	}
	return found.toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
}

function headerOf(text: string): Header | undefined {
	try {
		const read: unknown = JSON.parse(text);
		return isHeader(read) ? read : undefined;
	} catch {
		return undefined;
	}
}

function isHeader(read: unknown): read is Header {
	if (typeof read !== 'object' || read === null) return false;
	const { version, title, savedAt, stage, scope } = read as Partial<Record<keyof Header, unknown>>;
	return (
		version === 1 &&
		typeof title === 'string' &&
		typeof savedAt === 'string' &&
		typeof scope === 'object' &&
		scope !== null &&
		stageIds.includes(stage as StageId)
	);
}

/** Reads a session. A damaged part is a HeadwaterError that names the file; nothing is changed on the disk. */
export async function openSession(folder: string): Promise<Session> {
	await removeUnfinished(folder);
	const [header, estate, answers] = await Promise.all(
		[sessionFile, estateFile, answersFile].map((name) => readIfThere(join(folder, name))),
	);
	const head = header === undefined ? undefined : headerOf(header);
	if (!head) {
		throw new HeadwaterError('session-damaged', {
			message: `${join(folder, sessionFile)} ${header === undefined ? 'is missing' : 'cannot be read as a session of this program'}.`,
			wayOut: `Start a new session. The estate and the answers in ${folder} can still be used: headwater plan --estate FILE --answers FILE`,
		});
	}
	return {
		...head,
		id: folder,
		estate: estate === undefined ? emptyEstate : parseEstate(estate, join(folder, estateFile)),
		answers: answers === undefined ? noAnswers : parseAnswers(answers, join(folder, answersFile)),
		past: [],
		future: [],
	};
}

/** A new session; nothing is written before it is first saved. `id` is its folder. */
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

/**
Saves a session so that it is on the disk when the promise resolves. Answers first, place last: after a crash the newest or
the previous answer is there, never half a file. The estate is only written when it is another one than in `before`.
*/
export async function saveSession(session: Session, before: Session | undefined): Promise<void> {
	const { version, title, createdAt, savedAt, stage, question, scope } = session;
	const header: Header = { version, title, createdAt, savedAt, stage, scope, ...(question ? { question } : {}) };
	if (session.estate !== before?.estate) {
		await writeWhole(join(session.id, estateFile), printEstate(session.estate));
	}
	if (session.answers !== before?.answers) {
		await writeWhole(join(session.id, answersFile), printAnswers(session.answers));
	}
	await writeWhole(join(session.id, sessionFile), `${JSON.stringify(header, undefined, '\t')}\n`);
}
