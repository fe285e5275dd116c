import type { Command } from '../command.ts';

/** `headwater explain PLAN [SOURCE]`: reasons and rejections; with a source its verdicts from the facts in the plan. */
export const explain: Command = {
	title: 'Say why the plan is as it is, and why not otherwise',
	usage: 'PLAN [SOURCE]',
	options: {},
	positionals: [1, 2],
	example: 'headwater explain plan.json plant-historian',
	help: 'SOURCE is an id or the beginning of a title. Everything is read from the plan; no estate is needed.',
	async run(invocation) {
		const [{ readPlan }, { explanation }, { ownKnowledge }] = await Promise.all([
			import('../read-documents.ts'),
			import('../explanation.ts'),
			import('../derive.ts'),
		]);
		const [file = '', source] = invocation.positionals;
		const [plan, knowledge] = await Promise.all([readPlan(file, invocation.cwd), ownKnowledge(invocation.version)]);
		invocation.print(explanation(plan, source, knowledge));
		return 0;
	},
};
