import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { FAIL_SYNTH_ON_VALIDATION_ERRORS_CONTEXT, VALIDATION_REPORT_FILE } from 'aws-cdk-lib/cx-api';
import { buildApp } from '../lib/build-app.ts';
import type { Environment } from '../lib/environment.ts';
import { checkPlan } from '../lib/read-plan.ts';
import type { Finding } from './finding.ts';

/** A template of a plan: its name, the file in which it stands, and what it says. */
export interface Template {
	readonly name: string;
	readonly file: string;
	readonly body: { readonly Resources?: Readonly<Record<string, Resource>> };
}
export interface Resource {
	readonly Type: string;
	readonly Properties?: Readonly<Record<string, unknown>>;
}

interface Report {
	readonly pluginReports: readonly {
		readonly pluginName: string;
		readonly violations: readonly {
			readonly ruleName: string;
			readonly description: string;
			readonly severity?: string;
			readonly violatingConstructs: readonly { readonly constructPath?: string }[];
		}[];
	}[];
}

const { context } = JSON.parse(readFileSync(new URL('../cdk.json', import.meta.url), 'utf8'));

/** Synthesises a plan in this process, into a folder of its own, as `cdk synth --strict` would: a warning is a finding. */
export function synthesise(
	name: string,
	plan: unknown,
	outdir: string,
	environment: Environment,
): { readonly templates: readonly Template[]; readonly findings: readonly Finding[] } {
	const failed = (stage: 'plan' | 'synth', trouble: unknown) => ({
		templates: [],
		findings: [
			{ stage, rule: 'refused', where: name, says: trouble instanceof Error ? trouble.message : String(trouble) },
		],
	});
	let checked: ReturnType<typeof checkPlan>;
	try {
		checked = checkPlan(plan);
	} catch (trouble) {
		return failed('plan', trouble);
	}
	try {
		const app = new App({ outdir, context: { ...context, [FAIL_SYNTH_ON_VALIDATION_ERRORS_CONTEXT]: false } });
		const { stacks } = buildApp(app, checked, environment).synth();
		const templates = stacks.map((stack) => ({
			name: `${name}/${stack.hierarchicalId}`,
			file: stack.templateFullPath,
			body: stack.template as Template['body'],
		}));
		return { templates, findings: reported(name, outdir) };
	} catch (trouble) {
		return failed('synth', trouble);
	}
}

/** What the plug-ins of a synthesis wrote down, without what is only told. */
function reported(name: string, outdir: string): readonly Finding[] {
	const file = join(outdir, VALIDATION_REPORT_FILE);
	if (!existsSync(file)) return [];
	const { pluginReports } = JSON.parse(readFileSync(file, 'utf8')) as Report;
	return pluginReports.flatMap(({ pluginName, violations }) =>
		violations
			.filter(({ severity }) => severity !== 'info' && severity !== 'debug')
			.flatMap(({ ruleName, description, violatingConstructs }) =>
				(violatingConstructs.length > 0 ? violatingConstructs : [{}]).map(
					({ constructPath }: { constructPath?: string }) => ({
						stage: stageOf(pluginName),
						rule: ruleName,
						where: `${name}/${constructPath ?? ''}`,
						says: description,
					}),
				),
			),
	);
}

function stageOf(plugin: string): Finding['stage'] {
	if (plugin.startsWith('CloudFormation')) return 'template';
	return /annotation/i.test(plugin) ? 'synth' : 'nag';
}
