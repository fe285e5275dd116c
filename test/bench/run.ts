// `npm run bench` measures everything, `npm run bench -- planning` one topic. A topic is a file beside this one.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { holds, print, type Topic } from './measuring/row.ts';

const self = fileURLToPath(import.meta.url);
const topics = readdirSync(fileURLToPath(new URL('.', import.meta.url)))
	.filter((name) => name.endsWith('.ts') && name !== 'run.ts')
	.map((name) => name.slice(0, -'.ts'.length));
const wanted = process.argv.slice(2);
const [only] = wanted.length > 0 ? wanted : topics;
const unknown = wanted.find((name) => !topics.includes(name));

if (unknown !== undefined || only === undefined) {
	process.stderr.write(`There is no topic ${unknown}. Topics: ${topics.join(', ')}.\n`);
	process.exitCode = 2;
} else if (wanted.length === 1) {
	const { measure } = (await import(`./${only}.ts`)) as Topic;
	const rows = await measure(Number(process.env.ROUNDS ?? 15));
	process.stdout.write(print(only, rows));
	process.exitCode = rows.every(holds) ? 0 : 1;
} else {
	// Each topic in a process of its own, so that none runs on what another has warmed up.
	const all = wanted.length > 0 ? wanted : topics;
	const ended = all.map((name) => spawnSync(process.execPath, [self, name], { stdio: 'inherit' }).status);
	process.exitCode = ended.every((status) => status === 0) ? 0 : 1;
}
