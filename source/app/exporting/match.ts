import { join } from 'node:path';
import { HeadwaterError } from '../../errors.ts';
import { clean } from '../../facts/clean.ts';
import type { Plan } from '../../plan/plan.ts';
import { completeChanges } from '../workspace/committing.ts';
import { readIfThere } from '../workspace.ts';
import { exportPlan } from './export-plan.ts';
import { manifestPath, parseManifest } from './manifest.ts';

/** What an exported folder has to do with a plan. Paths in the folder. */
export interface ExportMatch {
	readonly matches: boolean;
	/** Files that an export of the plan would write otherwise. */
	readonly behind: readonly string[];
	/** Files of the last export that are gone. */
	readonly missing: readonly string[];
	/** Edited by hand; that is somebody's right and no mismatch. */
	readonly edited: readonly string[];
}

/** Compares an exported folder with what this program would export of the plan. Writes nothing, but ends an export that was cut off. A folder without an export is a HeadwaterError. */
export async function matchExport(plan: Plan, folder: string, home: URL): Promise<ExportMatch> {
	await completeChanges(folder);
	const manifest = await readIfThere(join(folder, manifestPath));
	if (manifest === undefined) {
		throw new HeadwaterError('no-export', {
			message: `${clean(folder)} holds no export of this program.`,
			wayOut: 'Name the folder that `headwater export PLAN -o DIR` wrote.',
		});
	}
	const known = parseManifest(manifest, join(folder, manifestPath));
	const { verdicts } = await exportPlan({ plan, folder, home, only: [], dryRun: true, force: false });
	const ours = verdicts.filter(({ path }) => known.has(path));
	const paths = (...actions: readonly string[]) =>
		ours.filter(({ action }) => actions.includes(action)).map(({ path }) => path);
	const behind = paths('updated', 'put beside', 'removed');
	const missing = paths('created');
	return {
		matches: behind.length + missing.length === 0,
		...{ behind, missing },
		edited: paths('kept', 'put beside', 'left'),
	};
}

const mostNamed = 8;

/** The match as lines for people. */
export function matchText({ matches, behind, missing, edited }: ExportMatch, folder: string): string {
	const list = (says: string, paths: readonly string[]) => {
		if (paths.length === 0) return [];
		const more = paths.length > mostNamed ? [`  and ${paths.length - mostNamed} more`] : [];
		return [says, ...paths.slice(0, mostNamed).map((path) => `  ${path}`), ...more];
	};
	const lines = [
		matches ? `The export in ${folder} is that of the plan.` : `The export in ${folder} is no longer that of the plan.`,
		...list('An export of the plan would write otherwise:', behind),
		...list('Gone:', missing),
		...list('Edited by hand:', edited),
	];
	return `${lines.map(clean).join('\n')}\n`;
}
