import { createHash } from 'node:crypto';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HeadwaterError } from '../../errors.ts';
import type { Files } from '../../export/exporter.ts';

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
