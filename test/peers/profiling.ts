import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readingAround } from '../../source/app/readiness/reading-around.ts';
import { readFolder } from '../../source/discovery/importers/folder.ts';
import type { Estate } from '../../source/estate/estate.ts';
import { judged, type Readiness, type SourceReport, type TableReport } from '../../source/profiling/judging/report.ts';
import { type Limits, usualLimits } from '../../source/profiling/limits.ts';
import { profileSources } from '../../source/profiling/profile.ts';

const now = () => new Date('2026-11-24T12:00:00Z');

/** A folder of the test's own with these files, by their path. */
export async function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'headwater-profile-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	for (const [path, content] of Object.entries(files)) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), content);
	}
	return folder;
}

interface Profiled extends Readiness {
	readonly estate: Estate;
}

/** What a profile of a folder tells, after discovery as a user would run it. */
export async function profileOf(
	folder: string,
	options: Partial<Limits> & { target?: string; plain?: boolean } = {},
): Promise<Profiled> {
	const { target, plain = false, ...limits } = options;
	const { signal } = new AbortController();
	const estate = await readFolder(folder, { now, signal });
	const figures = await profileSources({
		sources: estate.sources,
		limits: { ...usualLimits, ...limits },
		...(target === undefined ? {} : { target }),
		clock: () => performance.now(),
		around: { ...(await readingAround(estate, { signal, now })), plain },
	});
	return { ...judged(figures, { madeBy: 'test', wantedAge: () => undefined }), estate };
}

/** The only table of a profile of files. */
export async function tableIn(
	files: Readonly<Record<string, string | Uint8Array>>,
	options?: Parameters<typeof profileOf>[1],
): Promise<TableReport> {
	const { sources } = await profileOf(await folderOf(files), options);
	const tables = sources.flatMap(({ tables }) => tables);
	const [table] = tables;
	if (table === undefined || tables.length > 1)
		throw new Error(`${tables.length} tables: ${JSON.stringify(sources.map(({ unread }: SourceReport) => unread))}`);
	return table;
}

/** A column of a table by its name. */
export function columnOf({ columns }: TableReport, name: string) {
	const found = columns.find(({ column }) => column.name === name);
	if (found === undefined)
		throw new Error(`no column ${name}; there are ${columns.map(({ column }) => column.name).join(', ')}`);
	return found;
}

/** What the gates say that did not pass: `level gate column`. */
export const troublesOf = ({ verdicts }: TableReport): readonly string[] =>
	verdicts
		.filter(({ level }) => level !== 'pass')
		.map(({ level, gate, column }) => [level, gate, column].filter(Boolean).join(' '))
		.toSorted();
