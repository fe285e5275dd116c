import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { HeadwaterError } from '../../errors.ts';
import type { Files } from '../../export/exporter.ts';
import type { Plan } from '../../plan/plan.ts';
import { clearLeft, commit, completeChanges, stage } from '../workspace/committing.ts';
import { hashesIn } from '../workspace/trees.ts';
import { namesIn, readIfThere, textsIn } from '../workspace.ts';
import { startCommitter } from './committer.ts';
import { lineDiff } from './diff.ts';
import { exportFiles } from './files.ts';
import { manifestPath, parseManifest, printManifest } from './manifest.ts';
import { type Action, decide, decideGone, type Verdict } from './verdicts.ts';

export interface ExportRequest {
	readonly plan: Plan;
	/** Absolute path of the folder to write into. */
	readonly folder: string;
	/** Folder that holds `templates/`. */
	readonly home: URL;
	/** Names of formats; empty: all of them. */
	readonly only: readonly string[];
	/** Says what would be written, and writes nothing. */
	readonly dryRun: boolean;
	/** Writes over files edited by hand, and into a folder of other files. */
	readonly force: boolean;
}

export interface ExportReport {
	readonly dryRun: boolean;
	/** An export before this one had been cut off in the middle and was ended first. */
	readonly completed?: boolean;
	/** What happened, or would happen, to each file, by its path in the folder. */
	readonly verdicts: readonly Verdict[];
	/** In a dry run: what would change in files that are there, as a unified diff of each. */
	readonly diffs?: readonly { readonly path: string; readonly lines: readonly string[] }[];
}

/**
Writes the formats of a plan into a folder and remembers what it wrote, so that the next export tells its own files from those
edited by hand: an edited file stays, and a new version of it is put beside it as `.new`. All is written or nothing; an export that
was cut off all the same is ended first, even in a dry run.
A folder of other files, a link in the way and an unknown format are HeadwaterErrors, and nothing is written.
*/
export async function exportPlan(request: ExportRequest): Promise<ExportReport> {
	const { folder, dryRun, force } = request;
	const files = await exportFiles(request);
	const completed = await completeChanges(folder);
	const manifest = await readIfThere(join(folder, manifestPath));
	if (manifest === undefined && !force && (await isForeign(folder))) {
		throw new HeadwaterError('folder-not-empty', {
			message: `${folder} holds files that this program did not write.`,
			wayOut: 'Export into an empty folder, or add --force to write beside and over them.',
		});
	}
	const written =
		manifest === undefined ? new Map<string, string>() : parseManifest(manifest, join(folder, manifestPath));
	const hashes = new Map([...files].map(([path, content]) => [path, sha256(content)]));
	// Only an export of everything knows what is no longer part of it.
	const gone = request.only.length > 0 ? [] : [...written.keys()].filter((path) => !files.has(path));
	const beside = [...hashes.keys()].map((path) => `${path}.new`);
	const found = await hashesIn(folder, [...hashes.keys(), ...beside, ...gone, manifestPath]);
	const verdicts = [
		...[...hashes].map(([path, hash]) =>
			decide({
				...{ path, hash, force },
				...{ before: written.get(path), found: found.get(path), besideFound: found.get(`${path}.new`) },
			}),
		),
		...gone.flatMap((path) => decideGone(path, written.get(path) ?? '', found.get(path))),
	];
	if (dryRun) return { dryRun, completed, verdicts, diffs: await diffsOf(folder, files, verdicts) };
	const kept = [...written].filter(([path]) => !gone.includes(path));
	await write(folder, files, verdicts, { found, manifest, next: printManifest(new Map([...kept, ...hashes])) });
	return { dryRun, completed, verdicts };
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Whether there is more in a folder than what an export cut off at its very beginning left. */
async function isForeign(folder: string): Promise<boolean> {
	const names = await namesIn(folder);
	return names.length > (names.includes('.headwater') ? 1 : 0);
}

const writing: ReadonlySet<Action> = new Set(['created', 'updated', 'overwritten', 'put beside']);

interface Records {
	/** sha256 of what lies in the folder, by path. */
	readonly found: ReadonlyMap<string, string>;
	readonly manifest: string | undefined;
	/** The manifest of this export. */
	readonly next: string;
}

/** Everything at once, the manifest last. */
async function write(folder: string, files: Files, verdicts: readonly Verdict[], records: Records): Promise<void> {
	const { found, manifest, next } = records;
	await clearLeft(folder);
	const removed = verdicts.filter(({ action }) => action === 'removed').map(({ path }) => path);
	const contents = new Map(
		verdicts.filter(({ action }) => writing.has(action)).map(({ path, target }) => [target, files.get(path) ?? '']),
	);
	if (contents.size + removed.length === 0 && next === manifest) return;
	contents.set(manifestPath, next);
	const before = (path: string) => (found.has(path) ? { before: found.get(path) as string } : {});
	const intent = {
		files: [...contents].map(([path, content]) => ({ path, ...before(path), after: sha256(content) })),
		removals: removed.map((path) => ({ path, before: found.get(path) ?? '' })),
	};
	const id = randomBytes(4).toString('hex');
	const committer = startCommitter(folder, id);
	try {
		await stage(folder, id, intent, contents);
	} catch (cause) {
		committer.leave();
		throw cause;
	}
	// Where it could not, this one does it, or says why nobody can.
	if (!(await committer.go())) await commit(folder, id);
}

/** What would change in files that are there, line by line. */
async function diffsOf(
	folder: string,
	files: Files,
	verdicts: readonly Verdict[],
): Promise<NonNullable<ExportReport['diffs']>> {
	const changing = verdicts.filter(({ action }) => ['updated', 'overwritten', 'put beside'].includes(action));
	const texts = await textsIn(
		folder,
		changing.map(({ path }) => path),
	);
	return changing.flatMap(({ path }) => {
		const [before, after] = [texts.get(path), files.get(path)];
		if (before === undefined || after === undefined) return [];
		return [{ path, lines: lineDiff(before, Buffer.from(after).toString('utf8')) }];
	});
}
