// The gate: `npm run check`. With a file of several plans by name it checks those in place of plan.json; with --inside only by
// what runs in this process.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lineOf } from './finding.ts';
import { gate } from './gate.ts';

const read = (file: string | URL): unknown => JSON.parse(readFileSync(file, 'utf8'));
const file = process.argv.slice(2).find((one) => !one.startsWith('--'));
const programs = !process.argv.includes('--inside');
const plans =
	file === undefined
		? { plan: read(new URL('../plan.json', import.meta.url)) }
		: (read(file) as Readonly<Record<string, unknown>>);

const folder = mkdtempSync(join(tmpdir(), 'check-'));
try {
	const { findings, missing, templates } = await gate(plans, folder, programs);
	for (const finding of findings) console.log(lineOf(finding));
	for (const program of missing) console.log(`not run: ${program} is not installed`);
	console.log(`${findings.length} findings in ${templates} templates of ${Object.keys(plans).length} plans`);
	// Where nothing may be skipped, a program that is missing is a failure.
	process.exitCode = findings.length > 0 || (missing.length > 0 && process.env.CI) ? 1 : 0;
} finally {
	rmSync(folder, { recursive: true, force: true });
}
