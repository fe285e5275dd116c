import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** One import or re-export of a file: what it names, and whether only types come through it. */
export interface Import {
	readonly file: string;
	/** A path below the root for our own files, else the package or `node:` module as written. */
	readonly of: string;
	readonly typesOnly: boolean;
}

/** Source files below a folder of the project, as paths with forward slashes, sorted. */
export function filesBelow(folder: string): readonly string[] {
	return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.tsx?$/.test(name))
		.map((name) => join(folder, name).replaceAll('\\', '/'))
		.toSorted();
}

export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Every import of a file, static and dynamic. */
export function importsOf(file: string): readonly Import[] {
	const { module } = parseSync(file, textOf(file));
	const own = (name: string) =>
		name.startsWith('.') ? relative(root, join(root, dirname(file), name)).replaceAll('\\', '/') : name;
	const fixed = module.staticImports.map(({ moduleRequest, entries }) => ({
		file,
		of: own(moduleRequest.value),
		typesOnly: entries.length > 0 && entries.every(({ isType }) => isType),
	}));
	const passed = module.staticExports.flatMap(({ entries }) =>
		entries.flatMap(({ moduleRequest, isType }) =>
			moduleRequest ? [{ file, of: own(moduleRequest.value), typesOnly: isType }] : [],
		),
	);
	const late = module.dynamicImports.flatMap(({ moduleRequest }) => {
		const written = /^['"](.+)['"]$/s.exec(textOf(file).slice(moduleRequest.start, moduleRequest.end))?.[1];
		return written === undefined ? [] : [{ file, of: own(written), typesOnly: false }];
	});
	return [...fixed, ...passed, ...late];
}
