import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportPlan } from '../../source/app/exporting/export-plan.ts';
import { derive, ownKnowledge } from '../../source/app/session/derive.ts';
import { demoEstate } from '../../source/discovery/demo/index.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import { today } from './measuring/own.ts';
import type { Row } from './measuring/row.ts';
import { synthDemo } from './measuring/synth-demo.ts';
import { median, quantile, yardstick } from './measuring/timing.ts';

const home = new URL('../../', import.meta.url);
const packages = fileURLToPath(new URL('templates/cdk/node_modules', home));

/** What an exported app takes: to synthesise, and from nothing to templates beside an app that `cdk init` makes. */
export async function measure(): Promise<readonly Row[]> {
	const folder = mkdtempSync(join(tmpdir(), 'headwater-bench-'));
	try {
		const app = join(folder, 'export/cdk');
		const plan = derive({ estate: await demoEstate(), answers: noAnswers }, await ownKnowledge('bench'), today).plan;
		await exportPlan({ plan, folder: join(folder, 'export'), home, only: [], dryRun: false, force: false });
		const [cold, warm, yard] = synthesis(app);
		return [
			{ title: 'the demo: first synthesis of a process', figure: cold, unit: 'ms', ratio: cold / yard, wanted: 2_000 },
			{ title: 'the demo: later syntheses', figure: warm, unit: 'ms', ratio: warm / yard },
			...fromNothing(folder, app),
		];
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function synthesis(app: string): readonly [cold: number, warm: number, yard: number] {
	symlinkSync(packages, join(app, 'node_modules'));
	const timing = new URL('measuring/timing.ts', import.meta.url).href;
	writeFileSync(join(app, 'synth-demo.ts'), synthDemo.replace('TIMING', timing));
	const yard = quantile(Array.from({ length: 15 }, yardstick), 0.25);
	const told = sh(app, 'node --import tsx synth-demo.ts');
	const { cold, warm } = JSON.parse(told) as { readonly cold: number; readonly warm: readonly number[] };
	rmSync(join(app, 'node_modules'));
	rmSync(join(app, 'synth-demo.ts'));
	return [cold, median(warm), yard];
}

/** Packages, types and a strict synthesis, as somebody does who was given the folder. */
const commands = ['npm ci --no-audit --no-fund', 'npx tsc --noEmit', 'npx cdk synth --strict --quiet'] as const;

function fromNothing(folder: string, app: string): readonly Row[] {
	const init = join(folder, 'plain');
	mkdirSync(init);
	sh(init, `${join(packages, '.bin/cdk')} init app --language typescript --generate-only`);
	sh(init, 'npm install --package-lock-only --ignore-scripts --no-audit --no-fund');
	// The packages of both are in npm's cache before anything is counted.
	for (const one of [init, app]) sh(one, commands[0]);
	const times = [init, app].map((one) =>
		commands.map((command) => {
			const began = performance.now();
			sh(one, command);
			return performance.now() - began;
		}),
	);
	const [plain = 0, own = 0] = times.map((each) => each.reduce((sum, time) => sum + time, 0));
	return [
		...commands.map((command, index) => ({ title: command, figure: times[1]?.[index] ?? 0, unit: 'ms' as const })),
		{ title: 'a fresh export beside `cdk init app`', figure: own / plain, unit: 'x', wanted: 1.5 },
	];
}

function sh(cwd: string, command: string): string {
	const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd, encoding: 'utf8' });
	if (status !== 0) throw new Error(`${command} ended with ${status}: ${`${stdout}${stderr}`.slice(-2_000)}`);
	return stdout;
}
