import { join } from 'node:path';
import type { Environment } from '../lib/environment.ts';
import type { Finding } from './finding.ts';
import { checkActions } from './iam.ts';
import { checkJobs } from './jobs.ts';
import { cfnLint, checkov } from './linters.ts';
import { synthesise } from './synthesis.ts';

/** A plan for an environment, by a name that tells it from others. */
export interface Checked {
	readonly name: string;
	readonly plan: unknown;
	readonly environment: Environment;
}

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
export async function gate(plans: readonly Checked[], folder: string, programs = true): Promise<Outcome> {
	const built = plans.map(({ name, plan, environment }) => synthesise(name, plan, join(folder, name), environment));
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
