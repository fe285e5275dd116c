import type { Command } from '../command.ts';
import { asOfOption, documentOptions } from '../document-options.ts';

/** `headwater questions`: what is still wanted, most decisive first. Exit 1 while questions are open. */
export const questions: Command = {
	title: 'List what nobody has said yet and what would change the plan',
	usage: '--estate FILE [--answers FILE] [--pack FILE]… [--json]',
	options: { ...documentOptions, ...asOfOption, json: { type: 'boolean', says: 'print the questions as JSON' } },
	positionals: [0, 0],
	example: 'headwater questions --demo',
	help: 'Answer in a YAML file and pass it with --answers. Exit code 1 while questions are open.',
	async run(invocation) {
		const [{ dayOf, readDocuments }, { derive }, { knowledgeFor }] = await Promise.all([
			import('../read-documents.ts'),
			import('../session/derive.ts'),
			import('../knowledge/knowledge.ts'),
		]);
		const today = dayOf(invocation);
		const knowledge = await knowledgeFor(invocation);
		const documents = await readDocuments(invocation, knowledge.vocabulary);
		const open = derive(documents, knowledge, today).questions;
		if (invocation.values.json) invocation.print(`${JSON.stringify(open, undefined, '\t')}\n`);
		else {
			const { questionList } = await import('../question-list.ts');
			invocation.print(questionList(open, invocation.columns));
		}
		return open.length > 0 ? 1 : 0;
	},
};
