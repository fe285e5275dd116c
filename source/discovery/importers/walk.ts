import { type Dir, type Dirent, lstatSync, opendirSync } from 'node:fs';

/** A regular file below the root, by its path with forward slashes, and its size in bytes. */
interface FoundFile {
	readonly path: string;
	readonly size: number;
}

/** A part that could not be read, by its path, and the system's code: `EACCES`. */
interface Unread {
	readonly path: string;
	readonly code: string;
}

interface Walk {
	readonly root: string;
	readonly signal: AbortSignal;
	readonly onFile: (file: FoundFile) => void;
	readonly onUnread: (unread: Unread) => void;
	/** Files after which counting stops. */
	readonly most: number;
	/** Folders in folders after which no deeper one is entered. */
	readonly deepest: number;
}

export interface Walked {
	readonly folders: number;
	readonly ended: 'all' | 'most' | 'stopped';
}

/** Names that the system gives at once. */
const atOnce = 256;
const whatever = { throwIfNoEntry: false } as const;
/** Milliseconds after which others get their turn: a key, an interruption. */
const longest = 15;

/**
Walks a folder: regular files only, no link is followed, hidden ones and `node_modules` are left out. Memory grows with the
depth alone. Resolves to the number of folders read and why it ended: all was seen, `most` files were, or the signal stopped
it. Rejects with the system's error when the root cannot be opened. It asks the system without waiting for it, which takes a
tenth of the time, and lets others in between.
*/
export async function walk({ root, signal, onFile, onUnread, most, deepest }: Walk): Promise<Walked> {
	const open: { readonly folder: Dir; readonly path: string }[] = [
		{ folder: opendirSync(root, { bufferSize: atOnce }), path: '' },
	];
	let folders = 1;
	let files = 0;
	let turns = 0;
	let began = Number.NEGATIVE_INFINITY;
	const enter = (path: string): void => {
		if (open.length > deepest) {
			onUnread({ path, code: 'ELOOP' });
			return;
		}
		try {
			open.push({ folder: opendirSync(`${root}/${path}`, { bufferSize: atOnce }), path });
			folders += 1;
		} catch (error) {
			onUnread({ path, code: codeOf(error) });
		}
	};
	const below = `${root}/`;
	const measure = (path: string): void => {
		try {
			// Not thrown, since an error takes longer to make than the answer.
			const found = lstatSync(below + path, whatever);
			if (found === undefined) {
				onUnread({ path, code: 'ENOENT' });
				return;
			}
			onFile({ path, size: found.size });
			files += 1;
		} catch (error) {
			onUnread({ path, code: codeOf(error) });
		}
	};
	try {
		for (let here = open.at(-1); here !== undefined; here = open.at(-1)) {
			turns += 1;
			// Asking for the time takes a tenth as long as asking for a file.
			if (turns % 32 === 1 && performance.now() - began > longest) {
				await new Promise(setImmediate);
				began = performance.now();
			}
			if (signal.aborted) return { folders, ended: 'stopped' };
			if (files >= most) return { folders, ended: 'most' };
			const entry = next(here.folder);
			if (entry === null || typeof entry === 'string') {
				if (entry !== null) onUnread({ path: here.path, code: entry });
				open.pop();
				here.folder.closeSync();
				continue;
			}
			if (isLeftOut(entry.name)) continue;
			const path = here.path === '' ? entry.name : `${here.path}/${entry.name}`;
			if (entry.isDirectory()) enter(path);
			else if (entry.isFile()) measure(path);
		}
		return { folders, ended: 'all' };
	} finally {
		for (const { folder } of open) folder.closeSync();
	}
}

function next(folder: Dir): Dirent | string | null {
	try {
		return folder.readSync();
	} catch (error) {
		return codeOf(error);
	}
}

const isLeftOut = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

/** The system's code of a failed file operation; `unknown` if it has none. */
export const codeOf = (error: unknown): string =>
	error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
