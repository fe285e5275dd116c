import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finding } from './finding.ts';
import { ran } from './linters.ts';

const python = process.env.HEADWATER_PYTHON ?? 'python3';
const beside = fileURLToPath(new URL('../../glue/', import.meta.url));

/** Compiles each file without writing anything, and says which does not compile. */
const compileAll = `
import sys
for path in sys.argv[1:]:
    try:
        compile(open(path, encoding="utf-8").read(), path, "exec")
    except (SyntaxError, ValueError) as trouble:
        print(f"{path}\\t{trouble}")
`;

/** The scripts of the jobs: that each compiles, and that those tests hold which need no Spark. */
export function checkJobs(folder = beside): readonly Finding[] | undefined {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.py'))
		.toSorted();
	const compiled = ran(python, ['-B', '-c', compileAll, ...files], folder);
	if (compiled === undefined) return undefined;
	const broken = compiled.stdout.split('\n').filter(Boolean);
	const said = (rule: string, where: string, says: string): Finding => ({ stage: 'jobs', rule, where, says });
	if (compiled.status !== 0) return [said('py-compile', folder, compiled.stderr.trim().slice(-500))];
	if (broken.length > 0) {
		return broken.map((line) => {
			const [path = '', trouble = ''] = line.split('\t');
			return said('py-compile', path, trouble);
		});
	}
	if (!existsSync(join(folder, 'test'))) return [];
	const tested = ran(python, ['-B', '-m', 'unittest', 'discover', '-s', 'test'], folder);
	return tested?.status === 0 ? [] : [said('unittest', folder, tested?.stderr.trim().slice(-1_000) ?? '')];
}
