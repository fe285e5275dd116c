import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Taken } from './measuring/many-routes.ts';
import type { Row } from './measuring/row.ts';

const script = fileURLToPath(new URL('./measuring/many-routes.ts', import.meta.url));
const [few, many] = [10_000, Number(process.env.HEADWATER_BENCH_SOURCES ?? 1_000_000)];

/** Routes of a million sources: from an iterator, and by a command over a file, each step in a process of its own. */
export async function measure(): Promise<readonly Row[]> {
	const folder = mkdtempSync(join(tmpdir(), 'headwater-routes-'));
	try {
		const file = join(folder, 'estate.json');
		const [small, large] = [run('iterate', String(few)), run('iterate', String(many))];
		run('write', file, String(many));
		const parsed = run('parse', file);
		const planned = run('plan', file, join(folder, 'routes.json'));
		const title = `${many} sources:`;
		return [
			{ title: `${title} lost`, figure: many - Math.min(large.told, parsed.told, planned.told), unit: '', wanted: 0 },
			{
				title: `${title} routes from an iterator`,
				figure: large.worked,
				unit: 'ms',
				ratio: large.worked / large.yard,
				wanted: 4000,
			},
			{ title: `${title} routes from an iterator, memory`, figure: large.memory, unit: 'MB', wanted: 300 },
			{ title: `${title} JSON.parse of the lines of estate.json`, figure: parsed.worked, unit: 'ms' },
			{ title: `${title} plan --routes`, figure: planned.worked, unit: 'ms', ratio: planned.worked / planned.yard },
			{ title: `${title} plan --routes to JSON.parse`, figure: planned.worked / parsed.worked, unit: 'x', wanted: 2.2 },
			{ title: `${title} plan --routes, memory`, figure: planned.memory, unit: 'MB', wanted: 300 },
			{
				title: `routes: exponent of the time from ${few} to ${many}`,
				figure: Math.log(large.worked / small.worked) / Math.log(many / few),
				unit: '',
				wanted: 1.05,
			},
		];
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function run(...args: readonly string[]): Taken {
	const { stdout, status } = spawnSync(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
	if (status !== 0) throw new Error(`${args[0]} ended with ${status}`);
	return JSON.parse(stdout.toString()) as Taken;
}
