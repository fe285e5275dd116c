import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { HeadwaterError } from '../../errors.ts';
import type { Files } from '../../export/exporter.ts';
import type { Plan } from '../../plan/plan.ts';
import { hashesIn, writeTogether } from '../workspace/trees.ts';
import { writeWhole } from '../workspace/writing.ts';
import { namesIn, readIfThere, removeFile, textsIn } from '../workspace.ts';
import { lineDiff } from './diff.ts';
import { exportFiles } from './files.ts';
import { manifestPath, parseManifest, pendingPath, printManifest, staging } from './manifest.ts';
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
	/** What happened, or would happen, to each file, by its path in the folder. */
	readonly verdicts: readonly Verdict[];
	/** In a dry run: what would change in files that are there, as a unified diff of each. */
	readonly diffs?: readonly { readonly path: string; readonly lines: readonly string[] }[];
}

/**
Writes the formats of a plan into a folder and remembers what it wrote, so that the next export tells its own files from those
edited by hand: an edited file stays, and a new version of it is put beside it as `.new`. All is written or nothing.
A folder of other files, a link in the way and an unknown format are HeadwaterErrors, and nothing is written.
*/
export async function exportPlan(request: ExportRequest): Promise<ExportReport> {
	const { folder, dryRun, force } = request;
	const files = await exportFiles(request);
	const manifest = await readIfThere(join(folder, manifestPath));
	const pending = await readIfThere(join(folder, pendingPath));
	if (manifest === undefined && pending === undefined && !force && (await isForeign(folder))) {
		throw new HeadwaterError('folder-not-empty', {
			message: `${folder} holds files that this program did not write.`,
			wayOut: 'Export into an empty folder, or add --force to write beside and over them.',
		});
	}
	const written = hashesOf(manifest, join(folder, manifestPath));
	const begun = hashesOf(pending, join(folder, pendingPath));
	const hashes = new Map([...files].map(([path, content]) => [path, sha256(content)]));
	const known = new Set([...written.keys(), ...begun.keys()]);
	// Only an export of everything knows what is no longer part of it.
	const gone = request.only.length > 0 ? [] : [...known].filter((path) => !files.has(path));
	const beside = [...hashes.keys()].map((path) => `${path}.new`);
	const found = await hashesIn(folder, [...hashes.keys(), ...beside, ...gone, manifestPath, pendingPath]);
	// What an export that was cut off had already put into its place is ours, as what the last whole one wrote.
	const before = (path: string) => (found.get(path) === begun.get(path) ? begun.get(path) : written.get(path));
	const verdicts = [
		...[...hashes].map(([path, hash]) =>
			decide({
				...{ path, hash, force },
				...{ before: before(path), found: found.get(path), besideFound: found.get(`${path}.new`) },
			}),
		),
		...gone.flatMap((path) => decideGone(path, before(path) ?? '', found.get(path))),
	];
	if (dryRun) return { dryRun, verdicts, diffs: await diffsOf(folder, files, verdicts) };
	const kept = [...written].filter(([path]) => !gone.includes(path));
	await write(folder, files, verdicts, { manifest, pending, next: printManifest(new Map([...kept, ...hashes])) });
	return { dryRun, verdicts };
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

const hashesOf = (text: string | undefined, file: string): ReadonlyMap<string, string> =>
	text === undefined ? new Map() : parseManifest(text, file);

/** Whether there is more in a folder than what an export cut off at its very beginning left. */
async function isForeign(folder: string): Promise<boolean> {
	const names = await namesIn(folder);
	return names.length > (names.includes('.headwater') ? 1 : 0);
}

const writing: ReadonlySet<Action> = new Set(['created', 'updated', 'overwritten', 'put beside']);

interface Records {
	readonly manifest: string | undefined;
	readonly pending: string | undefined;
	/** The manifest of this export. */
	readonly next: string;
}

/** Everything at once, the manifest last. What is about to be put into its place is recorded before, for an export that is cut off. */
async function write(folder: string, files: Files, verdicts: readonly Verdict[], records: Records): Promise<void> {
	const { manifest, pending, next } = records;
	const content = verdicts
		.filter(({ action }) => writing.has(action))
		.map(({ path, target }) => [target, files.get(path) ?? ''] as const);
	const removals = verdicts.filter(({ action }) => action === 'removed').map(({ path }) => path);
	if (content.length + removals.length === 0 && next === manifest && pending === undefined) return;
	const record = async () => {
		await writeWhole(join(folder, pendingPath), next, 0o644);
	};
	await writeTogether(folder, staging, { files: new Map([...content, [manifestPath, next]]), removals }, record);
	await removeFile(folder, pendingPath);
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

export { exportReport } from './report.ts';
