import { createHash } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { lstat, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HeadwaterError } from '../../errors.ts';
import type { Files } from '../../export/exporter.ts';
import { codeOf } from '../workspace.ts';
import { flushFolder, writeThrough } from './writing.ts';

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
