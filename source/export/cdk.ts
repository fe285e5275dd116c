import type { Plan } from '../plan/plan.ts';
import type { Exporter, Files } from './exporter.ts';
import { stableJson } from './languages/json.ts';
import { runbook } from './runbook.ts';

/** Files of a template tree below a folder of the export. */
export function below(
	folder: string,
	tree: Files | undefined,
	wanted = (_path: string) => true,
): [string, string | Uint8Array][] {
	return [...(tree ?? new Map())]
		.filter(([path]) => wanted(path))
		.map(([path, content]) => [`${folder}/${path}`, content]);
}

/**
The CDK app: the template as it stands, and the plan beside it as `cdk/plan.json`, with a runbook. Nothing of the plan is written into code;
the app checks the plan when it reads it. The scripts of its Glue jobs come along.
*/
export const cdkExporter: Exporter = {
	title: 'CDK app (TypeScript)',
	templates: ['cdk', 'glue'],
	files: (plan: Plan, { cdk, glue }) =>
		new Map([
			...below('cdk', cdk),
			...below('glue', glue, (path) => /^(?:jobs|lake)\//.test(path)),
			['cdk/plan.json', stableJson(plan)],
			['cdk/RUNBOOK.md', runbook(plan)],
		]),
};
