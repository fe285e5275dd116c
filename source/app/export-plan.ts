import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { HeadwaterError } from '../errors.ts';
import type { Files } from '../export/exporter.ts';
import type { Plan } from '../plan/plan.ts';
import { exportFiles } from './export-files.ts';
import { manifestPath, parseManifest, printManifest } from './export-manifest.ts';
import { type Action, decide, decideGone, type Verdict } from './export-verdicts.ts';
import { hasContent, hashesIn, readIfThere, removeFile, writeWhole } from './workspace.ts';

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
}

/**
Writes the formats of a plan into a folder and remembers what it wrote, so that the next export tells its own files from those
edited by hand: an edited file stays, and a new version of it is put beside it as `.new`. Each file is replaced as a whole.
A folder of other files, a link in the way and an unknown format are HeadwaterErrors, and nothing is written.
*/
export async function exportPlan(request: ExportRequest): Promise<ExportReport> {
	const { folder, dryRun, force } = request;
	const files = await exportFiles(request);
	const manifest = await readIfThere(join(folder, manifestPath));
	if (manifest === undefined && !force && (await hasContent(folder))) {
		throw new HeadwaterError('folder-not-empty', {
			message: `${folder} holds files that this program did not write.`,
			wayOut: 'Export into an empty folder, or add --force to write beside and over them.',
		});
	}
	const before =
		manifest === undefined ? new Map<string, string>() : parseManifest(manifest, join(folder, manifestPath));
	const hashes = new Map([...files].map(([path, content]) => [path, sha256(content)]));
	// Only an export of everything knows what is no longer part of it.
	const gone = request.only.length > 0 ? [] : [...before.keys()].filter((path) => !files.has(path));
	const beside = [...hashes.keys()].map((path) => `${path}.new`);
	const found = await hashesIn(folder, [...hashes.keys(), ...beside, ...gone, manifestPath]);
	const verdicts = [
		...[...hashes].map(([path, hash]) =>
			decide({
				...{ path, hash, force },
				...{ before: before.get(path), found: found.get(path), besideFound: found.get(`${path}.new`) },
			}),
		),
		...gone.flatMap((path) => decideGone(path, before.get(path) ?? '', found.get(path))),
	];
	const kept = [...before].filter(([path]) => !gone.includes(path));
	if (!dryRun) await write(folder, files, verdicts, new Map([...kept, ...hashes]), manifest);
	return { dryRun, verdicts };
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

const writing: ReadonlySet<Action> = new Set(['created', 'updated', 'overwritten', 'put beside']);

/** The files first and the manifest last: after a crash between the two the next export finds them unchanged. */
async function write(
	folder: string,
	files: Files,
	verdicts: readonly Verdict[],
	hashes: ReadonlyMap<string, string>,
	manifest: string | undefined,
): Promise<void> {
	// An empty one at first, so that an interrupted export into a new folder can be taken up again.
	if (manifest === undefined) await writeWhole(join(folder, manifestPath), printManifest(new Map()), 0o644);
	for (const { path, action, target } of verdicts) {
		if (writing.has(action)) await writeWhole(join(folder, target), files.get(path) ?? '', 0o644);
		if (action === 'removed') await removeFile(folder, path);
	}
	const printed = printManifest(hashes);
	if (printed !== manifest) await writeWhole(join(folder, manifestPath), printed, 0o644);
}

export { exportReport } from './export-report.ts';
