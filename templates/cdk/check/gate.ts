import { join } from 'node:path';
import type { Finding } from './finding.ts';
import { checkActions } from './iam.ts';
import { checkJobs } from './jobs.ts';
import { cfnLint, checkov } from './linters.ts';
import { synthesise } from './synthesis.ts';

export interface Outcome {
	readonly findings: readonly Finding[];
	/** Programs that this machine does not have, so that their part did not run. */
	readonly missing: readonly string[];
	/** How many templates were looked at. */
	readonly templates: number;
}

/**
 * Everything that an app must hold before it is deployed, over any number of plans in one process. Writes below `folder`. Without
 * `programs` only what runs in this process is asked.
 */
export async function gate(
	plans: Readonly<Record<string, unknown>>,
	folder: string,
	programs = true,
): Promise<Outcome> {
	const built = Object.entries(plans).map(([name, plan]) => synthesise(name, plan, join(folder, name)));
	const templates = built.flatMap((one) => one.templates);
	const parts = programs
		? { 'cfn-lint': cfnLint(templates), checkov: checkov(folder, templates), python3: checkJobs() }
		: {};
	return {
		findings: [
			...built.flatMap((one) => one.findings),
			...(await checkActions(templates)),
			...Object.values(parts).flatMap((found) => found ?? []),
		],
		missing: Object.entries(parts).flatMap(([program, found]) => (found === undefined ? [program] : [])),
		templates: templates.length,
	};
}
