import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Row } from './measuring/row.ts';

const steps = fileURLToPath(new URL('./measuring/large-estate.ts', import.meta.url));
const [few, many] = [10_000, 1_000_000];

interface Step {
	/** CPU milliseconds, which a busy machine does not stretch, and mebibytes at most. */
	readonly worked: number;
	readonly memory: number;
	readonly told: number;
}

/** Estates of ten thousand and of a million sources, written and read as streams, each step in a process of its own. */
export async function measure(): Promise<readonly Row[]> {
	const folder = mkdtempSync(join(tmpdir(), 'headwater-estate-'));
	try {
		return ['write', 'group'].flatMap((step) => {
			const [small, large] = [few, many].map((count) => run(step, join(folder, `${count}.json`), count));
			if (small === undefined || large === undefined) return [];
			const what = step === 'write' ? 'written' : 'read and grouped';
			return [
				{ title: `${many} sources ${what}: lost`, figure: many - large.told, unit: '', wanted: 0 },
				{ title: `${many} sources ${what}`, figure: large.worked, unit: 'ms' },
				{ title: `${many} sources ${what}: memory`, figure: large.memory, unit: 'MB', wanted: 300 },
				{
					title: `sources ${what}: exponent of the time from ${few} to ${many}`,
					figure: Math.log(large.worked / small.worked) / Math.log(many / few),
					unit: '',
					wanted: 1.05,
				},
			] satisfies readonly Row[];
		});
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function run(step: string, file: string, count: number): Step {
	const { stdout, status } = spawnSync(process.execPath, [steps, step, file, String(count)], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	if (status !== 0) throw new Error(`${step} ended with ${status}`);
	return JSON.parse(stdout.toString()) as Step;
}
