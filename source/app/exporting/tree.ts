import type { Action, Verdict } from './verdicts.ts';

/** What stands before a file in the tree. */
const signs: Readonly<Record<Action, string>> = {
	created: '+',
	updated: '~',
	overwritten: '!',
	'put beside': '*',
	removed: '-',
	left: '?',
	kept: '=',
	unchanged: ' ',
};

interface Folder {
	readonly folders: Map<string, Folder>;
	readonly files: { readonly name: string; readonly action: Action }[];
}

/**
The files of an export as a tree, each with what becomes of it: + new, ~ follows the plan, ! written over, * put beside as
.new, - removed, ? left, = edited and kept. A folder in which nothing changes, or everything is new, is one line.
*/
export function exportTree(verdicts: readonly Verdict[], title: string): readonly string[] {
	const root: Folder = { folders: new Map(), files: [] };
	for (const { path, action } of verdicts) {
		const parts = path.split('/');
		const name = parts.pop() ?? '';
		let folder = root;
		for (const part of parts) {
			const next = folder.folders.get(part) ?? { folders: new Map(), files: [] };
			folder.folders.set(part, next);
			folder = next;
		}
		folder.files.push({ name, action });
	}
	return [`  ${title}/`, ...lines(root, '  ')];
}

function lines({ folders, files }: Folder, indent: string): readonly string[] {
	return [
		...[...folders].flatMap(([name, folder]) => {
			const actions = actionsIn(folder);
			const [only] = actions;
			const alike = new Set(actions).size === 1 && (only === 'created' || only === 'unchanged');
			if (alike && only)
				return [`${signs[only]} ${indent}${name}/ (${actions.length} file${actions.length === 1 ? '' : 's'})`];
			return [`  ${indent}${name}/`, ...lines(folder, `${indent}  `)];
		}),
		...files.map(({ name, action }) => `${signs[action]} ${indent}${name}`),
	];
}

const actionsIn = ({ folders, files }: Folder): readonly Action[] => [
	...[...folders.values()].flatMap(actionsIn),
	...files.map(({ action }) => action),
];
