// The only file that touches the disk for our own documents. Everything above it speaks of texts and trees.
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { HeadwaterError } from '../errors.ts';

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

/** Bytes of a file; 0 if there is none. */
export const sizeOf = async (file: string): Promise<number> => (await stat(file).catch(() => undefined))?.size ?? 0;

/** The text of a file, or undefined if there is none. */
export async function readIfThere(file: string): Promise<string | undefined> {
	return readFile(file, 'utf8').catch((error: unknown) => {
		if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return undefined;
		throw error;
	});
}

/** Names of the folders in a folder, sorted; none if it is missing. */
export async function foldersIn(folder: string): Promise<readonly string[]> {
	const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
	return entries
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name)
		.toSorted();
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
