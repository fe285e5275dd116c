import { join } from 'node:path';
import { createOnly } from '../workspace/writing.ts';
import { readIfThere, removeFile } from '../workspace.ts';

/** Who has a session open: a process of a machine, since when (ISO date-time). */
export interface Holder {
	readonly pid: number;
	readonly host: string;
	readonly since: string;
}

/** The process that this program is, and what it can tell of others on its machine. */
export interface Self {
	readonly pid: number;
	readonly host: string;
	/** Whether a process of this machine still runs. */
	readonly isAlive: (pid: number) => boolean;
}

/** One session at a time, held by a file in its folder, so that no two windows write over one another. */
export interface Hold {
	/** Takes a session unless somebody else has it; resolves with who that is. Taking it again costs one read. */
	take(folder: string): Promise<Holder | undefined>;
	/** Takes a session from whoever has it; that window can save no more. */
	seize(folder: string): Promise<void>;
	/** Who has a session, if it is somebody else who still runs. */
	holderOf(folder: string): Promise<Holder | undefined>;
	release(): Promise<void>;
}

const file = 'open.lock';

/** The hold of this process. A holder that no longer runs, or a file that says nothing, holds nothing. */
export function holdOf({ pid, host, isAlive }: Self, now: () => Date): Hold {
	let held: string | undefined;
	const isMine = (holder: Holder): boolean => holder.pid === pid && holder.host === host;
	/** Who holds a folder; `gone`: somebody did who no longer runs. */
	const look = async (folder: string): Promise<Holder | 'gone' | undefined> => {
		const text = await readIfThere(join(folder, file));
		if (text === undefined) return undefined;
		const holder = holderIn(text);
		// A process of another machine cannot be asked; its word counts.
		return holder && (holder.host !== host || isAlive(holder.pid)) ? holder : 'gone';
	};
	const read = async (folder: string): Promise<Holder | undefined> => {
		const found = await look(folder);
		return found === 'gone' ? undefined : found;
	};
	const write = (folder: string): Promise<boolean> =>
		createOnly(join(folder, file), `${JSON.stringify({ pid, host, since: now().toISOString() })}\n`);
	const release = async (): Promise<void> => {
		const folder = held;
		held = undefined;
		const holder = folder === undefined ? undefined : await read(folder);
		if (folder !== undefined && holder && isMine(holder)) await removeFile(folder, file);
	};
	const take = async (folder: string): Promise<Holder | undefined> => {
		if (held !== folder) await release();
		const found = await look(folder);
		if (found === 'gone') await removeFile(folder, file);
		else if (found && !isMine(found)) return found;
		// Somebody may have been faster since; then the answer is theirs. Each save looks again.
		if ((found === 'gone' || found === undefined) && !(await write(folder))) return take(folder);
		held = folder;
		return undefined;
	};
	return {
		take,
		release,
		async seize(folder) {
			await removeFile(folder, file);
			await take(folder);
		},
		async holderOf(folder) {
			const holder = await read(folder);
			return holder && !isMine(holder) ? holder : undefined;
		},
	};
}

function holderIn(text: string): Holder | undefined {
	try {
		const { pid, host, since } = JSON.parse(text) as Partial<Record<keyof Holder, unknown>>;
		return typeof pid === 'number' && typeof host === 'string' && typeof since === 'string'
			? { pid, host, since }
			: undefined;
	} catch {
		return undefined;
	}
}

/** Who has a session open, in words. */
export const holderText = ({ pid, host, since }: Holder): string =>
	`process ${pid} on ${host}, since ${since.slice(0, 16).replace('T', ' ')} UTC`;
