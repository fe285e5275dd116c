import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Kept, Memory } from '../../discovery/clients/remembering.ts';
import { HeadwaterError } from '../../errors.ts';
import { stateFolder } from '../session/sessions.ts';
import { type Appending, openAppending } from '../workspace/appending.ts';
import { eachLine } from '../workspace/lines.ts';
import { removeAt } from '../workspace.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** What AWS said during a discovery, on the disk as it came, so that one that broke off goes on where it stood. */
export interface Journal {
	readonly memory: Memory;
	/** When the discovery began, ISO; one that goes on has the time of its beginning. */
	readonly at: string;
	/** Answers that were there already. */
	readonly recalled: number;
	/** Ends the writing. A journal whose discovery has read everything is removed. What went wrong with it, if anything did. */
	close(done: boolean): Promise<HeadwaterError | undefined>;
}

/** Where the journal of a scope is kept: by what is read, not by whose keys read it, since those are renewed in between. */
export function journalFile(scope: object, env: Env): string {
	const endpoints = Object.entries(env).filter(([name]) => name.startsWith('AWS_ENDPOINT_URL'));
	const told = JSON.stringify([Object.entries(scope).toSorted(byName), endpoints.toSorted(byName)]);
	return join(stateFolder(env), 'scans', `${hashOf(told)}.ndjson`);
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);
const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** When the discovery of a journal began, ISO; undefined where there is none, or none that this program reads. */
export async function journalOf(file: string): Promise<string | undefined> {
	let at: string | undefined;
	await eachLine(file, (line, position) => {
		if (position === 0) at = beginningIn(line.toString('utf8'));
		return false;
	});
	return at;
}

/** Opens a journal: one that is there when `resume` says so, else a new one in its place, begun now. */
export async function openJournal(
	file: string,
	{ resume, now }: { resume: boolean; now: () => Date },
): Promise<Journal> {
	const there = resume ? await journalOf(file) : undefined;
	const places = new Map<string, readonly [position: number, length: number]>();
	if (there === undefined) await removeAt(file);
	else {
		await eachLine(file, (line, position) => {
			const key = line.toString('latin1', 0, head.length + keyLength);
			if (key.startsWith(head)) places.set(key.slice(head.length), [position, line.length]);
			return true;
		});
	}
	const recalled = places.size;
	const at = there ?? now().toISOString();
	const appending = await openAppending(file);
	// A line that was cut off by the end of the program stands alone, and is no answer.
	appending.append(there === undefined ? `${JSON.stringify({ journal: 1, at })}\n` : '\n');
	return {
		at,
		recalled,
		memory: {
			async recall(key) {
				const place = places.get(hashOf(key));
				return place && keptIn(await appending.read(...place));
			},
			keep(key, kept) {
				const hash = hashOf(key);
				const text = `${head}${hash}","kept":${JSON.stringify(kept)}}\n`;
				const length = Buffer.byteLength(text);
				places.set(hash, [appending.append(text, length), length]);
			},
		},
		close: (done) => end(appending, done ? file : undefined),
	};
}

const head = '{"key":"';
const keyLength = 22;

async function end(appending: Appending, finished: string | undefined): Promise<HeadwaterError | undefined> {
	const fault = await appending.close();
	if (finished !== undefined) await removeAt(finished);
	if (fault === undefined) return undefined;
	return new HeadwaterError('journal-unwritable', {
		message: `The journal of the discovery could not be kept (${fault}); were it to break off, --resume could not go on.`,
		wayOut: 'Free some space, or name another folder in XDG_STATE_HOME.',
		cause: fault,
	});
}

function beginningIn(line: string): string | undefined {
	const { journal, at } = (parsed(line) ?? {}) as { journal?: unknown; at?: unknown };
	return journal === 1 && typeof at === 'string' ? at : undefined;
}

function keptIn(line: string): Kept | undefined {
	return (parsed(line) as { kept?: Kept } | undefined)?.kept;
}

function parsed(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return undefined;
	}
}
