import { HeadwaterError } from '../../errors.ts';
import type { Command } from '../command.ts';

/** `headwater init TEMPLATE DIR`: a working project to begin with, without a plan of one's own. */
export const init: Command = {
	title: 'Begin a project from a template, without a plan',
	usage: 'TEMPLATE DIR | --list',
	options: { list: { type: 'boolean', says: 'tell and draw the templates' } },
	positionals: [0, 2],
	example: 'headwater init data-lake pipeline',
	help: 'Templates: data-lake, lakehouse, federation, streaming, hybrid, regulated. The folder holds what `headwater export` writes, and declared.yaml and answers.yaml to change and plan again.',
	async run(invocation) {
		const [{ listStarters, startProject }, { resolve }] = await Promise.all([
			import('../exporting/starters.ts'),
			import('node:path'),
		]);
		if (invocation.values.list === true) {
			invocation.print(await listStarters(invocation.home, invocation.columns));
			return 0;
		}
		const [name, folder] = invocation.positionals;
		if (name === undefined || folder === undefined) {
			throw new HeadwaterError('no-folder', {
				message: 'A project needs a template and a folder.',
				wayOut: 'For example: headwater init data-lake pipeline   (headwater init --list draws the templates)',
			});
		}
		const report = await startProject(name, resolve(invocation.cwd, folder), invocation.home);
		const { exportReport } = await import('../exporting/report.ts');
		invocation.note(`${exportReport(report, folder)}\n`);
		invocation.note(
			[
				`Next: put your sources into ${folder}/declared.yaml, then`,
				`  headwater discover --declared ${folder}/declared.yaml -o estate.json`,
				`  headwater plan --estate estate.json --answers ${folder}/answers.yaml -o plan.json`,
				`  headwater export plan.json -o ${folder}`,
				'',
			].join('\n'),
		);
		return 0;
	},
};
