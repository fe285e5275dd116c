// The only file that touches the disk for our own documents. Everything above it speaks of texts and trees.
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { appendFile, link, lstat, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { HeadwaterError } from '../errors.ts';
import type { Files } from '../export/exporter.ts';

/** The system's code of a failed file operation, such as ENOENT; empty if it has none. */
export function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Reads one of our documents as UTF-8. A missing or unreadable file is a HeadwaterError that says which and what to do. */
export async function readText(file: string, cwd: string, what: string): Promise<string> {
	try {
		return await readFile(resolve(cwd, file), 'utf8');
	} catch (cause) {
		const known: Readonly<Record<string, string>> = {
			ENOENT: 'there is no such file',
			EISDIR: 'it is a folder',
			EACCES: 'reading it is not permitted',
		};
		throw new HeadwaterError('unreadable-file', {
			message: `The ${what} ${file} could not be read: ${known[codeOf(cause)] ?? String(cause)}.`,
			wayOut: 'Check the path and its permissions.',
			cause,
		});
	}
}

/** The text of a file, or undefined if there is none. */
export async function readIfThere(file: string): Promise<string | undefined> {
	return readFile(file, 'utf8').catch((error: unknown) => {
		if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return undefined;
		throw error;
	});
}

/**
Replaces a file as a whole: written beside it, flushed to the disk, renamed, so that a crash leaves the old one or the new one.
Readable by its owner only, unless `mode` says otherwise. A failure is a HeadwaterError, and what was there stands unchanged.
*/
export async function writeWhole(file: string, content: Content, mode = 0o600): Promise<void> {
	const beside = `${file}.${randomBytes(4).toString('hex')}${unfinished}`;
	try {
		await mkdir(dirname(file), { recursive: true });
		await writeThrough(beside, content, mode);
		await rename(beside, file);
		await flushFolder(dirname(file));
	} catch (cause) {
		await rm(beside, { force: true }).catch(() => undefined);
		throw new HeadwaterError('unwritable-file', {
			message: `${file} could not be written (${codeOf(cause) || String(cause)}). What was there before is unchanged.`,
			wayOut: 'Free some space, or choose a place that may be written to, and try again.',
			cause,
		});
	}
}

/** Makes a file that is not there yet, whole from its first moment, for its owner only; false if there is one already. */
export async function createOnly(file: string, content: string): Promise<boolean> {
	const beside = `${file}.${randomBytes(4).toString('hex')}${unfinished}`;
	try {
		await mkdir(dirname(file), { recursive: true });
		await writeThrough(beside, content, 0o600);
		await link(beside, file);
		return true;
	} catch (cause) {
		if (codeOf(cause) === 'EEXIST') return false;
		throw new HeadwaterError('unwritable-file', {
			message: `${file} could not be written (${codeOf(cause) || String(cause)}).`,
			wayOut: 'Free some space, or choose a place that may be written to, and try again.',
			cause,
		});
	} finally {
		await rm(beside, { force: true });
	}
}

/** Writes a file for everybody to read unless something is there already. */
export async function writeIfMissing(file: string, content: string): Promise<void> {
	if ((await lstat(file).catch(() => undefined)) === undefined) await writeWhole(file, content, 0o644);
}

/** Adds lines to a file of our own, which its owner alone may read. */
export async function addLines(file: string, lines: string): Promise<void> {
	await mkdir(dirname(file), { recursive: true });
	await appendFile(file, lines, { mode: 0o600 });
}

/** The ending of a file that a crash left half-written; such files are removed when their folder is next opened. */
const unfinished = '.part';

/** What a file holds; a large one may come in parts. */
type Content = string | Uint8Array | Iterable<string>;

async function writeThrough(file: string, content: Content, mode: number): Promise<void> {
	const handle = await open(file, 'wx', mode);
	try {
		if (typeof content === 'string' || content instanceof Uint8Array) await handle.writeFile(content);
		else for (const part of inBulk(content)) await handle.appendFile(part);
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** Small parts together, about a mebibyte at a time. */
function* inBulk(parts: Iterable<string>): Generator<string, void, undefined> {
	let bulk = '';
	for (const part of parts) {
		bulk += part;
		if (bulk.length < 2 ** 20) continue;
		yield bulk;
		bulk = '';
	}
	yield bulk;
}

/** A rename is durable only once the folder is flushed; Windows cannot open a folder, and does not need it. */
async function flushFolder(folder: string): Promise<void> {
	const handle = await open(folder, 'r').catch(() => undefined);
	await handle?.sync().catch(() => undefined);
	await handle?.close();
}

/** Names of the folders in a folder, sorted; none if it is missing. */
export async function foldersIn(folder: string): Promise<readonly string[]> {
	const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
	return entries
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name)
		.toSorted();
}

/** Removes what a crash left half-written in a folder. */
export async function removeUnfinished(folder: string): Promise<void> {
	const names = await readdir(folder).catch(() => []);
	await Promise.all(names.filter((name) => name.endsWith(unfinished)).map((name) => rm(join(folder, name))));
}

/** Every file below a folder, by its path with forward slashes; `skip` names files and folders to leave out. */
export async function readTree(folder: string, skip: ReadonlySet<string>): Promise<Files> {
	const paths: string[] = [];
	const walk = async (below: string): Promise<void> => {
		const entries = await readdir(join(folder, below), { withFileTypes: true });
		for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
			if (skip.has(entry.name)) continue;
			const path = below === '' ? entry.name : `${below}/${entry.name}`;
			if (entry.isDirectory()) await walk(path);
			else if (entry.isFile()) paths.push(path);
		}
	};
	await walk('');
	return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path))] as const)));
}

/** sha256 of each named file below a folder that is there. A link on the way is refused: it could lead out of the folder. */
export async function hashesIn(folder: string, paths: Iterable<string>): Promise<ReadonlyMap<string, string>> {
	const found = new Map<string, string>();
	for (const path of paths) {
		if (!(await isPlainFile(folder, path))) continue;
		found.set(
			path,
			createHash('sha256')
				.update(await readFile(join(folder, path)))
				.digest('hex'),
		);
	}
	return found;
}

async function isPlainFile(folder: string, path: string): Promise<boolean> {
	const parts = path.split('/');
	for (let depth = 0; depth <= parts.length; depth += 1) {
		const here = join(folder, ...parts.slice(0, depth));
		const found = await lstat(here).catch(() => undefined);
		if (!found) return false;
		const last = depth === parts.length;
		if (last ? found.isFile() : found.isDirectory()) continue;
		throw new HeadwaterError('odd-file', {
			message: `${here} is ${found.isSymbolicLink() ? 'a link' : last ? 'not a file' : 'not a folder'}; the export would have to write through it.`,
			wayOut: 'Remove it, or export into another folder.',
		});
	}
	return true;
}

/**
Writes files below a folder as one, and removes others. All are written and flushed in `staging` (below the folder, ours alone)
first; then they are renamed into their places without a pause, the last of `files` at the end. A folder that is not there yet
comes as a whole. `ready` runs between the two: until it is done, nothing outside `staging` has changed.
*/
export async function writeTogether(
	folder: string,
	staging: string,
	{ files, removals }: { readonly files: Files; readonly removals: readonly string[] },
	ready: () => Promise<void>,
): Promise<void> {
	const staged = join(folder, staging);
	const moves: (readonly [from: string, to: string])[] = [];
	try {
		await rm(staged, { recursive: true, force: true });
		const folders = new Set([...files.keys()].map((path) => dirname(join(staged, path))));
		for (const each of folders) await mkdir(each, { recursive: true });
		await Promise.all([...files].map(([path, content]) => writeThrough(join(staged, path), content, 0o644)));
		const ways = new Set([...files.keys()].map((path) => topmostMissing(folder, path)));
		for (const way of ways) moves.push([join(staged, way), join(folder, way)]);
		await ready();
	} catch (cause) {
		await rm(staged, { recursive: true, force: true }).catch(() => undefined);
		if (cause instanceof HeadwaterError) throw cause;
		throw new HeadwaterError('unwritable-file', {
			message: `${folder} could not be written to (${codeOf(cause) || String(cause)}). Nothing in it has changed.`,
			wayOut: 'Free some space, or choose a place that may be written to, and try again.',
			cause,
		});
	}
	// Nothing but renames from here on, so that there is next to no time in which some are done and others are not.
	for (const [from, to] of moves) renameSync(from, to);
	for (const path of removals) rmSync(join(folder, path), { force: true });
	await rm(staged, { recursive: true, force: true });
	const touched = new Set([...files.keys(), ...removals].map((path) => dirname(join(folder, path))));
	await Promise.all([...touched].map(flushFolder));
}

/** The path itself, or the first folder on the way to it that is not there. */
function topmostMissing(folder: string, path: string): string {
	const parts = path.split('/');
	for (let depth = 1; depth < parts.length; depth += 1) {
		const way = parts.slice(0, depth).join('/');
		if (!existsSync(join(folder, way))) return way;
	}
	return path;
}

/** Removes a file below a folder; nothing happens if it is not there. */
export async function removeFile(folder: string, path: string): Promise<void> {
	await rm(join(folder, path), { force: true });
}

/** The texts of files below a folder, by path; a file that is not there is left out. */
export async function textsIn(folder: string, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
	const found = await Promise.all(paths.map(async (path) => [path, await readIfThere(join(folder, path))] as const));
	return new Map(found.flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const])));
}

/** Names of whatever lies in a folder; none if it is missing. */
export async function namesIn(folder: string): Promise<readonly string[]> {
	return readdir(folder).catch(() => []);
}

/** Whether there is anything in a folder. */
export async function hasContent(folder: string): Promise<boolean> {
	return (await namesIn(folder)).length > 0;
}

/** Removes a file; nothing happens if it is not there. */
export async function removeAt(file: string): Promise<void> {
	await rm(file, { force: true });
}
