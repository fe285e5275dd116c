import type { Command } from '../command.ts';

/** `headwater diff PLAN PLAN`: two plans compared whole. Exit 1 when they differ. */
export const diff: Command = {
	title: 'Compare two plans',
	usage: 'PLAN PLAN',
	options: { json: { type: 'boolean', says: 'print the differences as JSON' } },
	positionals: [2, 2],
	example: 'headwater diff before.json after.json',
	help: 'Exit code 1 when they differ.',
	async run(invocation) {
		const [{ readPlan }, { difference, isSame }, { differenceText }] = await Promise.all([
			import('../read-documents.ts'),
			import('../../plan/difference.ts'),
			import('../../plan/difference-text.ts'),
		]);
		const [before = '', after = ''] = invocation.positionals;
		const found = difference(await readPlan(before, invocation.cwd), await readPlan(after, invocation.cwd));
		invocation.print(invocation.values.json ? `${JSON.stringify(found, undefined, '\t')}\n` : differenceText(found));
		return isSame(found) ? 0 : 1;
	},
};
