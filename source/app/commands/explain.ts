import type { Command } from '../command.ts';
import { knowledgeOptions } from '../document-options.ts';

/** `headwater explain PLAN [SOURCE]`: reasons and rejections; with a source its verdicts from the facts in the plan. */
export const explain: Command = {
	title: 'Say why the plan is as it is, and why not otherwise',
	usage: 'PLAN [SOURCE] [--pack FILE]…',
	options: knowledgeOptions,
	positionals: [1, 2],
	example: 'headwater explain plan.json plant-historian',
	help: 'SOURCE is an id or the beginning of a title. Everything is read from the plan; no estate is needed.',
	async run(invocation) {
		const [{ readPlan }, { explanation }, { knowledgeFor }] = await Promise.all([
			import('../read-documents.ts'),
			import('../explaining/explanation.ts'),
			import('../knowledge/knowledge.ts'),
		]);
		const [file = '', source] = invocation.positionals;
		const [plan, knowledge] = await Promise.all([readPlan(file, invocation.cwd), knowledgeFor(invocation)]);
		invocation.print(explanation(plan, source, knowledge));
		return 0;
	},
};
