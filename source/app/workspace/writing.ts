import { randomBytes } from 'node:crypto';
import { appendFile, link, lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HeadwaterError } from '../../errors.ts';
import { codeOf } from '../workspace.ts';

/** The ending of a file that a crash left half-written; such files are removed when their folder is next opened. */
const unfinished = '.part';

/** What a file holds; a large one may come in parts. */
type Content = string | Uint8Array | Iterable<string>;

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

/** Removes what a crash left half-written in a folder. */
export async function removeUnfinished(folder: string): Promise<void> {
	const names = await readdir(folder).catch(() => []);
	await Promise.all(names.filter((name) => name.endsWith(unfinished)).map((name) => rm(join(folder, name))));
}

/** Writes a new file and flushes it to the disk. */
export async function writeThrough(file: string, content: Content, mode: number): Promise<void> {
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
export async function flushFolder(folder: string): Promise<void> {
	const handle = await open(folder, 'r').catch(() => undefined);
	await handle?.sync().catch(() => undefined);
	await handle?.close();
}
