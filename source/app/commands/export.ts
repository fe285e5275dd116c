import { HeadwaterError } from '../../errors.ts';
import { type Command, several, single } from '../command.ts';

/** `headwater export PLAN -o DIR`: the CDK app, the Glue jobs, diagrams and documents. Edited files are never overwritten. */
export const exportCommand: Command = {
	title: 'Write the CDK app, the Glue jobs, diagrams and documents',
	usage: 'PLAN -o DIR [--only FORMAT]… [--dry-run] [--force]',
	options: {
		output: { type: 'string', short: 'o', value: 'DIR', says: 'the folder to write into' },
		only: { type: 'string', multiple: true, value: 'FORMAT', says: 'only this format; may be repeated' },
		'dry-run': { type: 'boolean', says: 'print the tree and what would change in it, and write nothing' },
		force: { type: 'boolean', says: 'write also over files that were edited by hand, or into a folder of other files' },
	},
	positionals: [1, 1],
	example: 'headwater export plan.json -o pipeline',
	help: 'A second export rewrites only what the plan changed; a file edited by hand is kept, and the new one put beside it as .new.',
	async run(invocation) {
		const folder = single(invocation, 'output');
		if (folder === undefined) {
			throw new HeadwaterError('no-folder', {
				message: 'The export needs a folder to write into.',
				wayOut: 'Name it with -o, for example: headwater export plan.json -o pipeline',
			});
		}
		const [{ readPlan }, { exportPlan }, { exportReport }, { resolve }] = await Promise.all([
			import('../read-documents.ts'),
			import('../exporting/export-plan.ts'),
			import('../exporting/report.ts'),
			import('node:path'),
		]);
		const [file = ''] = invocation.positionals;
		const plan = await readPlan(file, invocation.cwd);
		const report = await exportPlan({
			plan,
			folder: resolve(invocation.cwd, folder),
			home: invocation.home,
			only: several(invocation, 'only'),
			dryRun: invocation.values['dry-run'] === true,
			force: invocation.values.force === true,
		});
		// What a dry run tells is the document that was asked for.
		const tell = report.dryRun ? invocation.print : invocation.note;
		tell(`${exportReport(report, folder)}\n`);
		const isWhole = !report.dryRun && several(invocation, 'only').length === 0;
		if (isWhole) {
			tell(
				`Begin with ${folder}/summary.md; ${folder}/cdk/README.md says how it is deployed, and RUNBOOK.md beside it what comes first.\n`,
			);
		}
		return 0;
	},
};
