import { clean } from '../../facts/clean.ts';
import type { ExportReport } from './export-plan.ts';
import { exportTree } from './tree.ts';
import type { Action, Verdict } from './verdicts.ts';

/** How a list of files of one action is headed: done, and in a dry run. */
const headings: Readonly<Record<Action, readonly [done: string, planned: string]>> = {
	created: ['new', 'would be new'],
	updated: ['follow the plan', 'would follow the plan'],
	overwritten: ['written over although edited by hand', 'would be written over although edited by hand'],
	removed: ['no longer part of it and removed', 'no longer part of it, would be removed'],
	left: ['no longer part of it, but edited by hand and left', 'no longer part of it, but edited by hand and left'],
	unchanged: ['unchanged', 'unchanged'],
	kept: ['edited by hand and kept', 'edited by hand and kept'],
	'put beside': [
		'edited by hand and kept; the new version is beside it as .new',
		'edited by hand; the new version would be put beside it as .new',
	],
};

/** What is written; the rest is only looked at. */
const writing: readonly Action[] = ['created', 'updated', 'overwritten', 'put beside'];

/** More files of one action are told by their number. */
const mostNamed = 8;

/** What an export did, as lines for people: the sum first, then what was edited by hand, file by file. */
export function exportReport(
	{ verdicts, dryRun, completed = false, diffs = [] }: ExportReport,
	folder: string,
): string {
	const by = (action: Action): readonly Verdict[] => verdicts.filter((verdict) => verdict.action === action);
	const written = writing.reduce((sum, action) => sum + by(action).length, 0);
	const sum = dryRun
		? `${written} of ${verdicts.length} files would be written to ${folder}; nothing was written.`
		: written === 0
			? `${folder} is up to date: none of its ${verdicts.length} files had to be written.`
			: `${written} of ${verdicts.length} files were written to ${folder}.`;
	const actions = Object.keys(headings) as Action[];
	const lists = actions.flatMap((action) => told(by(action), headings[action][dryRun ? 1 : 0]));
	const ended = completed ? ['An export that had been cut off was ended first.'] : [];
	if (!dryRun) return [...ended, sum, ...lists].join('\n');
	const changes = diffs.flatMap(({ path, lines }) => ['', `--- ${path}`, `+++ ${path}`, ...lines.map(clean)]);
	return [...ended, sum, ...lists, '', ...exportTree(verdicts, folder), ...changes].join('\n');
}

function told(verdicts: readonly Verdict[], heading: string): readonly string[] {
	if (verdicts.length === 0) return [];
	const edited = /by hand/.test(heading);
	const named = edited || verdicts.length <= mostNamed ? verdicts.map(({ path }) => `  ${path}`) : [];
	return [`${verdicts.length} ${heading}${named.length > 0 ? ':' : ''}`, ...named];
}
