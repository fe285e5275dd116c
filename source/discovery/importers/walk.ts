import type { Dir, Dirent } from 'node:fs';
import { lstat, opendir } from 'node:fs/promises';
import { join } from 'node:path';

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

/** How many files are asked for their size at once. */
const batch = 64;

/**
Walks a folder: regular files only, no link is followed, hidden ones and `node_modules` are left out. Memory grows with the
depth alone. Resolves to the number of folders read and why it ended: all was seen, `most` files were, or the signal stopped
it. Rejects with the system's error when the root cannot be opened.
*/
export async function walk({ root, signal, onFile, onUnread, most, deepest }: Walk): Promise<Walked> {
	const open: { readonly folder: Dir; readonly path: string }[] = [{ folder: await opendir(root), path: '' }];
	let waiting: string[] = [];
	let folders = 1;
	let files = 0;
	const measure = async (): Promise<void> => {
		const paths = waiting;
		waiting = [];
		files += paths.length;
		const sizes = await Promise.all(paths.map((path) => sizeOf(join(root, path))));
		for (const [index, size] of sizes.entries()) {
			const path = paths[index] ?? '';
			if (typeof size === 'number') onFile({ path, size });
			else onUnread({ path, code: size });
		}
	};
	const enter = async (path: string): Promise<void> => {
		if (open.length > deepest) return onUnread({ path, code: 'ELOOP' });
		try {
			open.push({ folder: await opendir(join(root, path)), path });
			folders += 1;
		} catch (error) {
			onUnread({ path, code: codeOf(error) });
		}
	};
	try {
		for (let here = open.at(-1); here !== undefined; here = open.at(-1)) {
			if (signal.aborted) break;
			const entry = await next(here.folder).catch((error: unknown) => codeOf(error));
			if (entry === null || typeof entry === 'string') {
				if (entry !== null) onUnread({ path: here.path, code: entry });
				open.pop();
				await here.folder.close();
				continue;
			}
			if (isLeftOut(entry.name)) continue;
			const path = here.path === '' ? entry.name : `${here.path}/${entry.name}`;
			if (entry.isDirectory()) await enter(path);
			else if (entry.isFile()) waiting.push(path);
			if (waiting.length >= batch) await measure();
			if (files >= most) break;
		}
		await measure();
		if (open.length === 0) return { folders, ended: 'all' };
		return { folders, ended: signal.aborted ? 'stopped' : 'most' };
	} finally {
		await Promise.all(open.map(({ folder }) => folder.close()));
	}
}

const next = (folder: Dir): Promise<Dirent | null> => folder.read();

const isLeftOut = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

const sizeOf = (file: string): Promise<number | string> => lstat(file).then(({ size }) => size, codeOf);

/** The system's code of a failed file operation; `unknown` if it has none. */
export const codeOf = (error: unknown): string =>
	error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
