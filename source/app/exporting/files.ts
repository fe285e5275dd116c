import { fileURLToPath } from 'node:url';
import { HeadwaterError } from '../../errors.ts';
import type { Exporter, Files } from '../../export/exporter.ts';
import { exporters } from '../../export/index.ts';
import type { Plan } from '../../plan/plan.ts';
import { readTree } from '../workspace/trees.ts';
import { isBelow } from './manifest.ts';

/** What a template folder holds after it was tried out, and no export carries. */
const left = new Set([
	'node_modules',
	'cdk.out',
	'__pycache__',
	'.venv',
	'spark-warehouse',
	'metastore_db',
	'.DS_Store',
]);
/** npm leaves files of these names out of a package, so templates carry them without their dot. */
const dotted: Readonly<Record<string, string>> = { gitignore: '.gitignore', npmrc: '.npmrc' };

/** Every file of the formats named in `only` (all, if empty), by its path in the export folder. Reads the templates, writes nothing. */
export async function exportFiles({
	plan,
	home,
	only,
}: {
	readonly plan: Plan;
	readonly home: URL;
	readonly only: readonly string[];
}): Promise<Files> {
	const chosen = only.length === 0 ? Object.values(exporters) : only.map(exporterOf);
	const names = new Set(chosen.flatMap(({ templates }) => templates ?? []));
	const trees = await Promise.all([...names].map(async (name) => [name, await templateTree(home, name)] as const));
	const templates = Object.fromEntries(trees);
	const written = chosen.flatMap((exporter) => [...exporter.files(plan, templates)]);
	const files = new Map(written.toSorted(([a], [b]) => (a < b ? -1 : 1)));
	for (const path of files.keys()) refuseOutside(path);
	return files;
}

function exporterOf(name: string): Exporter {
	const found = Object.hasOwn(exporters, name) ? exporters[name] : undefined;
	if (found) return found;
	throw new HeadwaterError('unknown-format', {
		message: `There is no export format "${name}".`,
		wayOut: `Name one of ${Object.keys(exporters).join(', ')}.`,
	});
}

async function templateTree(home: URL, name: string): Promise<Files> {
	const folder = fileURLToPath(new URL(`templates/${name}/`, home));
	const tree = await readTree(folder, left).catch((cause: unknown) => {
		throw new HeadwaterError('no-template', {
			message: `The template folder ${folder} could not be read.`,
			wayOut: 'Install headwater again.',
			blame: 'headwater',
			cause,
		});
	});
	return new Map([...tree].map(([path, content]) => [withDot(path), content]));
}

function withDot(path: string): string {
	const parts = path.split('/');
	const name = parts.at(-1) ?? '';
	return [...parts.slice(0, -1), dotted[name] ?? name].join('/');
}

/** Exporters name files from ids of ours; if one ever takes a name from outside, it ends here and not in somebody's home. */
function refuseOutside(path: string): void {
	if (isBelow(path)) return;
	throw new HeadwaterError('outside-folder', {
		message: `An export format wants to write ${JSON.stringify(path)}, which is not a path below the folder.`,
		wayOut: 'Leave that format out with --only, and report it.',
		blame: 'headwater',
	});
}
