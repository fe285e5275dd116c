// The gate: `npm run check`. It checks plan.json for each stage of environment.json, or, with a file of several
// plans by name, those; with --inside only by
// what runs in this process.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readStages } from '../lib/environment.ts';
import { lineOf } from './finding.ts';
import { type Checked, gate } from './gate.ts';

const read = (file: string): Readonly<Record<string, unknown>> => JSON.parse(readFileSync(file, 'utf8'));
const beside = (name: string): URL => new URL(`../${name}`, import.meta.url);
const file = process.argv.slice(2).find((one) => !one.startsWith('--'));
const programs = !process.argv.includes('--inside');
const plans: readonly Checked[] =
	file === undefined
		? Object.entries(readStages(beside('environment.json'))).map(([name, environment]) => ({
				name,
				environment,
				plan: read(fileURLToPath(beside('plan.json'))),
			}))
		: Object.entries(read(file)).map(([name, plan]) => ({ name, plan, environment: { name: 'pipeline' } }));

const folder = mkdtempSync(join(tmpdir(), 'check-'));
try {
	const { findings, missing, templates } = await gate(plans, folder, programs);
	for (const finding of findings) console.log(lineOf(finding));
	for (const program of missing) console.log(`not run: ${program} is not installed`);
	console.log(`${findings.length} findings in ${templates} templates of ${plans.length} plans`);
	// Where nothing may be skipped, a program that is missing is a failure.
	process.exitCode = findings.length > 0 || (missing.length > 0 && process.env.CI) ? 1 : 0;
} finally {
	rmSync(folder, { recursive: true, force: true });
}
