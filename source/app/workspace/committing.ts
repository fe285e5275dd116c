// Several files changed as one: all of them staged and flushed, then what is meant made known by one rename, then put into place.
import { existsSync, renameSync, rmSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HeadwaterError } from '../../errors.ts';
import type { Files } from '../../export/exporter.ts';
import { codeOf, readIfThere } from '../workspace.ts';
import { type Intent, parseIntent, printIntent } from './intent.ts';
import { hashesIn } from './trees.ts';
import { flushFolder, writeThrough } from './writing.ts';

/** Ours alone, in the folder that is changed. */
const home = '.headwater';
const named = /^(staging|pending|done)-([0-9a-f]{8})$/;
type State = 'staging' | 'pending' | 'done';
const placeOf = (folder: string, state: State, id: string): string => join(folder, home, `${state}-${id}`);

/**
Writes and flushes everything that a change needs, under an id of eight hexadecimal digits. Nothing outside of its own place has
changed afterwards. A failure is a HeadwaterError, and leaves nothing.
*/
export async function stage(folder: string, id: string, intent: Intent, contents: Files): Promise<void> {
	const place = placeOf(folder, 'staging', id);
	try {
		const files = new Map([...contents].map(([path, content]) => [join(place, 'files', path), content]));
		files.set(join(place, 'intent.json'), printIntent(intent));
		const folders = new Set([...files.keys()].map(dirname));
		for (const each of folders) await mkdir(each, { recursive: true });
		await Promise.all([...files].map(([file, content]) => writeThrough(file, content, 0o644)));
		await Promise.all([...folders].map(flushFolder));
	} catch (cause) {
		await rm(place, { recursive: true, force: true }).catch(() => undefined);
		throw new HeadwaterError('unwritable-file', {
			message: `${folder} could not be written to (${codeOf(cause) || String(cause)}). Nothing in it has changed.`,
			wayOut: 'Free some space, or choose a place that may be written to, and try again.',
			cause,
		});
	}
}

/** Puts what was staged under an id into its places. From its first rename on, whoever comes next ends what it cannot. */
export async function commit(folder: string, id: string): Promise<void> {
	try {
		await rename(placeOf(folder, 'staging', id), placeOf(folder, 'pending', id));
	} catch (cause) {
		if (existsSync(placeOf(folder, 'pending', id))) return finish(folder, id);
		throw new HeadwaterError('changed-meanwhile', {
			message: `${folder} is being changed by another run of this program, which took away what this one had prepared. This one has changed nothing.`,
			wayOut: 'Wait until it has ended, and try again.',
			cause,
		});
	}
	await flushFolder(join(folder, home));
	await finish(folder, id);
}

/** Ends every change of a folder that was cut off after it was made known, and says whether there was one. */
export async function completeChanges(folder: string): Promise<boolean> {
	const left = await leftIn(folder);
	const begun = left.filter(({ state }) => state === 'pending');
	for (const { id } of begun) await finish(folder, id);
	return begun.length > 0;
}

/** Takes away what changes that were cut off before they were made known, or at their very end, left of their own. */
export async function clearLeft(folder: string): Promise<void> {
	for (const { state, id } of await leftIn(folder)) if (state !== 'pending') await discard(folder, state, id);
}

async function leftIn(folder: string) {
	const names = await readdir(join(folder, home)).catch(() => []);
	return names.toSorted().flatMap((name) => {
		const [, state, id = ''] = named.exec(name) ?? [];
		return state === undefined ? [] : [{ state: state as State, id }];
	});
}

/** Away with a place of ours: by one rename first, so that nobody ever takes half of it for a whole. */
async function discard(folder: string, state: State, id: string): Promise<void> {
	const gone = placeOf(folder, 'done', id);
	if (state !== 'done') await rename(placeOf(folder, state, id), gone).catch(() => undefined);
	await rm(gone, { recursive: true, force: true });
}

async function finish(folder: string, id: string): Promise<void> {
	const place = placeOf(folder, 'pending', id);
	const text = await readIfThere(join(place, 'intent.json'));
	// Somebody else was as quick.
	if (text === undefined && !existsSync(place)) return;
	const intent = parseIntent(text, join(place, 'intent.json'));
	const { moves, removals } = await plannedFrom(folder, join(place, 'files'), intent);
	try {
		// Nothing but renames from here on, so that there is next to no time in which some are done and others are not.
		for (const [from, to] of moves) move(from, to);
		for (const file of removals) rmSync(file, { force: true });
	} catch (cause) {
		throw new HeadwaterError('unfinished-change', {
			message: `Not every file could be put into its place in ${folder} (${codeOf(cause) || String(cause)}).`,
			wayOut: 'Let its files be written to, and run the same again: it ends what was begun.',
			cause,
		});
	}
	const touched = new Set([...moves.map(([, to]) => to), ...removals].map(dirname));
	await Promise.all([...touched].map(flushFolder));
	await discard(folder, 'pending', id);
}

/** A rename that somebody who ends the same change may have done already. */
function move(from: string, to: string): void {
	try {
		renameSync(from, to);
	} catch (cause) {
		if (existsSync(from)) throw cause;
	}
}

/**
What is left to rename and to remove. What was put into its place before is done; what somebody edited since it was decided stays,
with the new version beside it. A folder that is not there yet comes as a whole.
*/
async function plannedFrom(folder: string, staged: string, { files, removals }: Intent) {
	const waiting = files.filter(({ path }) => existsSync(join(staged, path)));
	const found = await hashesIn(
		folder,
		[...waiting, ...removals].map(({ path }) => path),
	);
	const moves = new Map<string, string>();
	for (const { path, before, after } of waiting) {
		const now = found.get(path);
		const isEdited = now !== undefined && now !== before && now !== after;
		const way = isEdited ? path : topmostMissing(folder, path);
		moves.set(join(staged, way), join(folder, isEdited ? `${path}.new` : way));
	}
	const gone = removals.filter(({ path, before }) => found.get(path) === before).map(({ path }) => join(folder, path));
	return { moves: [...moves], removals: gone };
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
